package import CasebookModel
import CasebookSource

/// Names of the tools that rules look for in code, arranged so that a byte tells of most words that they are none.
package struct ToolNames: Sendable, Hashable {
  private struct Name: Sendable, Hashable {
    /// In small letters.
    var bytes: [UInt8]
    /// Bytes before its first word: one for `.net`.
    var lead: Int
    /// `nil` for tracemalloc, which is asked for by name whatever a registry says of it.
    var tool: Int?
  }

  /// Tools whose output is known.
  private let tools: [Tool]
  /// Their names, by the first byte of the first word; what has no word is no name.
  private let names: [Name]
  /// For each byte the names that begin with it.
  private var beginnings = [Range<Int>](repeating: 0..<0, count: 256)
  /// First bytes, in small letters, of the names of tools that nobody maintains.
  private var deprecated = [Bool](repeating: false, count: 256)

  /// Those of the built-in registry, arranged at the first use.
  package static let builtIn = ToolNames(.builtIn)

  package init(_ registry: ToolRegistry) {
    tools = registry.withOutput
    var names = [Name(bytes: Array("tracemalloc".utf8), lead: 0, tool: nil)]
    for (index, tool) in tools.enumerated() {
      for bytes in tool.spellings.map({ $0.utf8.map(Self.lowered) }) {
        guard let lead = bytes.firstIndex(where: FigureLine.isWord) else { continue }
        names.append(Name(bytes: bytes, lead: lead, tool: index))
      }
    }
    names.sort { $0.bytes[$0.lead] < $1.bytes[$1.lead] }
    self.names = names
    for index in names.indices {
      let first = Int(names[index].bytes[names[index].lead])
      let start = beginnings[first].isEmpty ? index : beginnings[first].lowerBound
      beginnings[first] = start..<index + 1
    }
    for tool in registry.tools where tool.status == .deprecated {
      for name in tool.spellings + [tool.id] {
        if let first = ToolRegistry.fold(name).utf8.first { deprecated[Int(first)] = true }
      }
    }
  }

  /// Whether a command may be a tool that nobody maintains: few words pass.
  func mayBeDeprecated(_ command: ArraySlice<UInt8>) -> Bool {
    // Hyphens and underscores before a name are none of it.
    guard let first = command.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "_") else { return true }
    return deprecated[Int(Self.lowered(first))]
  }

  /// The tools of known output that the beginning of a text names, in any case, as words of their own.
  ///
  /// `nil` where it names none, and tracemalloc neither.
  func tools(namedIn text: String, limit: Int) -> [Tool]? {
    var found: Set<Int> = []
    var isAny = false
    var text = text
    text.withUTF8 { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(limit))
      forEachName(in: bytes) { name in
        isAny = true
        if let tool = name.tool { found.insert(tool) }
      }
    }
    guard isAny else { return nil }
    return tools.indices.filter { found.contains($0) }.map { tools[$0] }
  }

  private func forEachName(in text: UnsafeBufferPointer<UInt8>, _ report: (Name) -> Void) {
    beginnings.withUnsafeBufferPointer { beginnings in
      WordSearch.forEachStart(in: text) { start in
        for index in beginnings[Int(Self.lowered(text[start]))] where isHere(names[index], text, start) {
          report(names[index])
        }
      }
    }
  }

  private func isHere(_ name: Name, _ text: UnsafeBufferPointer<UInt8>, _ word: Int) -> Bool {
    let start = word - name.lead
    let end = start + name.bytes.count
    guard start >= 0, end <= text.count, end == text.count || !FigureLine.isWord(text[end]),
      name.lead == 0 || start == 0 || !FigureLine.isWord(text[start - 1])
    else { return false }
    for offset in name.bytes.indices where Self.lowered(text[start + offset]) != name.bytes[offset] { return false }
    return true
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
