import CasebookModel
import CasebookSource

/// CB504: a tool whose name is written in another way than it is.
struct MisspeltToolRule: DocumentRule {
  private static func table(_ tools: String) -> String {
    "# Tools\n\n| Issue | Tools |\n|---|---|\n| Payments | \(tools) |\n"
  }

  let description = RuleDescription(
    504, "misspelt-tool", .info, fix: .safe,
    what: """
      The table of tools writes the name of a tool in other letters than its makers do, or with a letter wrong. A command in \
      backticks is left as it is typed.
      """,
    why:
      "A name that is spelt right is found, by people and by search. A wrong letter makes another tool of it, or none.",
    triggering: [
      RuleExample("small letters", Self.table("tcpdump, ⟦wireshark⟧")),
      RuleExample("a letter wrong", Self.table("⟦tracemaloc⟧, memray")),
    ],
    accepted: [
      RuleExample("names and other names", Self.table("Wireshark, TSan, memory-profiler, explain analyze (on a copy)")),
      RuleExample("a command", Self.table("`wireshark`, `dlv`")),
      RuleExample("a tool that nobody knows", Self.table("paytrace, jprofiler")),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    guard let table = document.model.toolTable else { return [] }
    var findings: [Diagnostic] = []
    for written in table.issueTypes.flatMap(\.tools) where !Self.isCommand(written, document) {
      if let tool = context.tools.find(written.value) {
        // Only the name itself: options and remarks behind it are nobody's spelling.
        guard let right = tool.spellings.first(where: { written.value.hasSameLetters(as: $0) }) else { continue }
        let isRight = tool.spellings.contains { $0.utf8.elementsEqual(written.value.utf8) }
        if !isRight { findings.append(finding(document, written, right, .safe)) }
      } else if let right = Self.near(written.value, context.tools) {
        findings.append(finding(document, written, right, .unsafe))
      }
    }
    return findings
  }

  private func finding(
    _ document: ReadDocument, _ written: Located<String>, _ right: String, _ safety: Diagnostic.Fix.Safety
  ) -> Diagnostic {
    finding(
      document.model.path, written.at, "the name of this tool is written \(Words.quoted(right))",
      fixes: [
        Diagnostic.Fix(
          safety, "write \(Words.quoted(right))", edits: [.init(range: written.at, replacement: right)])
      ])
  }

  /// Whether a name stands in backticks.
  private static func isCommand(_ written: Located<String>, _ document: ReadDocument) -> Bool {
    let before = document.source.diskLines.offset(of: written.at.start) - 1
    let bytes = document.source.file.bytes
    return bytes.indices.contains(before) && bytes[before] == UInt8(ascii: "`")
  }

  /// The one name that differs by a letter, or by two where it is long; a short name is too near to others.
  private static func near(_ written: String, _ tools: ToolRegistry) -> String? {
    let length = written.utf8.count
    guard (5...64).contains(length) else { return nil }
    let small = written.lowercased()
    let near = tools.tools.flatMap { tool in
      tool.spellings.filter { EditDistance.between(small, $0.lowercased(), limit: length < 12 ? 1 : 2) != nil }
        .prefix(1).map { _ in tool.name }
    }
    return near.count == 1 ? near.first : nil
  }
}

extension String {
  /// Whether two texts are equal but for capitals of ASCII.
  fileprivate func hasSameLetters(as other: String) -> Bool {
    func small(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
    return utf8.lazy.map(small).elementsEqual(other.utf8.lazy.map(small))
  }
}
