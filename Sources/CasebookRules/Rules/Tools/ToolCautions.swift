import CasebookModel
import CasebookSource

/// The lines of a document that warn of a tool which its table names.
///
/// The lines are looked at once for each tool, however often the table names it.
struct ToolCautions {
  private let document: ReadDocument
  private var known: [String: Bool] = [:]

  init(_ document: ReadDocument) { self.document = document }

  /// Beginnings of words by which a text warns, in small letters.
  private static let warnings = [
    "execut", "really run", "runs the", "runs it", "caution", "careful", "beware", "warn", "slow", "overhead",
    "expensive",
    "costly", "productio", "replica", "staging", "rollback", "roll back", "rolled back", "stops", "pauses", "halts",
    "freez",
    "copy of", "a copy", "never", "load test", "test system",
  ].map { Array($0.utf8) }

  /// Whether the cell, the rest of its row, or a line elsewhere that names the tool says something of its cost.
  mutating func stands(by tool: Tool, _ written: Located<String>, in row: IssueType) -> Bool {
    let names = tool.spellings.map { $0.utf8.map(Self.lowered) }.sorted { $0.count > $1.count }
    if Self.warns(Self.without(names, written.value.utf8.map(Self.lowered))) { return true }
    if let last = row.tools.last {
      let lines = document.source.diskLines
      let start = lines.offset(of: last.at.end)
      let end = lines.offset(of: row.at.end)
      if start < end, end <= document.source.file.bytes.count,
        Self.warns(document.source.file.bytes[start..<end].map(Self.lowered))
      {
        return true
      }
    }
    if let known = known[tool.id] { return known }
    let result = isWarnedOf(names)
    known[tool.id] = result
    return result
  }

  /// Looks at the lines outside of the table.
  private func isWarnedOf(_ names: [[UInt8]]) -> Bool {
    let lines = document.source.diskLines
    let bytes = document.source.file.bytes
    let table = document.model.toolTable?.at
    for index in 0..<lines.lineCount {
      if let table, (table.start.line...max(table.start.line, table.end.line)).contains(index + 1) { continue }
      let range = lines.content(ofLine: index, in: bytes)
      guard range.count >= 4 else { continue }
      let text = bytes[range].prefix(4_000).map(Self.lowered)
      guard names.contains(where: { Self.place(of: $0, in: text) != nil }) else { continue }
      if Self.warns(Self.without(names, text)) { return true }
    }
    return false
  }

  private static func warns(_ text: [UInt8]) -> Bool { warnings.contains { place(of: $0, in: text) != nil } }

  /// Takes the names out, since `slow query log` warns of nothing.
  private static func without(_ names: [[UInt8]], _ text: [UInt8]) -> [UInt8] {
    var text = text
    for name in names where !name.isEmpty {
      while let start = place(of: name, in: text) {
        text.replaceSubrange(start..<start + name.count, with: [0x7C])
      }
    }
    return text
  }

  private static func place(of needle: [UInt8], in text: [UInt8]) -> Int? {
    guard let first = needle.first, needle.count <= text.count else { return nil }
    return (0...(text.count - needle.count)).first { text[$0] == first && text[$0...].starts(with: needle) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
