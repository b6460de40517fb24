/// The tools by every name they have: the built-in ones, and what a knowledge base adds to them.
package struct ToolRegistry: Hashable, Sendable {
  /// In the order of their files.
  package private(set) var tools: [Tool] = []
  private var byID: [String: Int] = [:]
  /// Names folded by `fold` → position.
  private var byName: [String: Int] = [:]

  package init() {}

  /// The tools of the program itself, read at the first use.
  package static let builtIn: ToolRegistry = {
    let text = BuiltInTools.text.withUTF8Buffer { Array($0) }
    return ToolRegistryReader.read(text, path: "tools.yml", over: ToolRegistry()).registry
  }()

  /// The tool of an id.
  package subscript(id id: String) -> Tool? { byID[id].map { tools[$0] } }

  /// Adds a tool, or takes it in the place of the one with its id.
  mutating func set(_ tool: Tool) {
    if let known = byID[tool.id] {
      tools[known] = tool
    } else {
      byID[tool.id] = tools.count
      tools.append(tool)
    }
    guard let index = byID[tool.id] else { return }
    withOutput.removeAll { $0.id == tool.id }
    if tool.output != nil { withOutput.append(tool) }
    // What is a name of one tool stays so, whatever another one calls itself as well.
    byName[Self.fold(tool.id)] = index
    byName[Self.fold(tool.name)] = index
    for alias in tool.aliases where byName[Self.fold(alias)] == nil { byName[Self.fold(alias)] = index }
  }

  /// Finds a tool as people write it: `wireshark`, `EXPLAIN ANALYZE (on a replica)`, `pidstat -d`.
  package func find(_ written: String) -> Tool? { match(written).map { tools[$0] } }

  private func match(_ written: String) -> Int? {
    let folded = Self.fold(written)
    if let index = byName[folded] { return index }
    let bytes = Array(folded.utf8)
    // A remark in brackets, then options, say something about the tool and not which one it is.
    if let bracket = bytes.firstIndex(of: UInt8(ascii: "(")), bracket > 0 {
      return byName[Self.fold(String(decoding: bytes[..<bracket], as: UTF8.self))]
    }
    guard let options = Self.firstOption(bytes) else { return nil }
    return byName[String(decoding: bytes[..<options], as: UTF8.self)]
  }

  /// Where ` -d` begins, in a folded name: two hyphens side by side.
  private static func firstOption(_ bytes: [UInt8]) -> Int? {
    guard bytes.count > 2 else { return nil }
    return (1..<bytes.count - 1).first { bytes[$0] == UInt8(ascii: "-") && bytes[$0 + 1] == UInt8(ascii: "-") }
  }

  /// Small letters, with one hyphen for each blank and underscore; none at the ends: `Memory_Profiler ` → `memory-profiler`.
  package static func fold(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8.prefix(256) {
      bytes.append(byte <= 0x20 || byte == UInt8(ascii: "_") ? UInt8(ascii: "-") : byte.lowered)
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    let start = bytes.firstIndex { $0 != UInt8(ascii: "-") } ?? bytes.count
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Tools that serve an issue type, maintained ones alone, in the order of their files.
  package func tools(for issueType: String) -> [Tool] {
    tools.filter { $0.status == .maintained && $0.serves(issueType) }
  }

  /// Tools of which it is known what they print.
  package private(set) var withOutput: [Tool] = []

  /// Every spelling of every tool, for suggestions.
  package var spellings: [String] { tools.flatMap(\.spellings) }
}
