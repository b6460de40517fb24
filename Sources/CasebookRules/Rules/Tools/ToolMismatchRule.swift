import CasebookModel
import CasebookSource

/// CB501: a tool in the row of an issue type that it cannot show.
struct ToolMismatchRule: DocumentRule {
  private static func table(_ row: String) -> String { "# Tools\n\n| Issue | Tools |\n|---|---|\n| \(row) |\n" }

  let description = RuleDescription(
    501, "tool-mismatch", .warning,
    what: """
      A row of the table of tools names a tool that does not serve this issue type, as far as the registry of tools knows. \
      Tools and issue types that the registry does not know are left alone.
      """,
    why: """
      Who follows the table under pressure runs the tool, sees nothing, and concludes that there is nothing. A tools file \
      named by `tools:` in casebook.yml tells the registry better.
      """,
    triggering: [
      RuleExample("a list of open files measures no disk", Self.table("Disk I/O | iostat, ⟦lsof⟧")),
      RuleExample("coverage says nothing of order", Self.table("Race conditions | ⟦coverage analysis⟧")),
    ],
    accepted: [
      RuleExample("tools that fit", Self.table("Disk I/O | iostat, `pidstat -d`, biolatency")),
      RuleExample(
        "a tool, and an issue type, that nobody knows", Self.table("Disk I/O | disktool2 |\n| Toner | strace")),
    ],
    abstained: [RuleExample("a tool that nobody knows", Self.table("Disk I/O | iostat, ⟦disktool2⟧"))])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    guard let table = document.model.toolTable else { return [] }
    var findings: [Diagnostic] = []
    for row in table.issueTypes where Self.isKnown(row.id, context.tools) {
      for written in row.tools {
        guard let tool = context.tools.find(written.value), !tool.serves(row.id) else { continue }
        findings.append(finding(document, written, tool, row, context.tools))
      }
    }
    return findings
  }

  func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention] {
    (document.model.toolTable?.issueTypes ?? []).flatMap(\.tools).compactMap { written in
      guard context.tools.find(written.value) == nil else { return nil }
      return abstention(
        document.model.path, written.at, "the registry of tools does not know \(Words.quoted(written.value))")
    }
  }

  /// Whether the registry has tools for an issue type.
  static func isKnown(_ issueType: String, _ tools: ToolRegistry) -> Bool {
    IssueKind.of(issueType) != nil || tools.tools.contains { $0.issueTypes.contains(issueType) }
  }

  private func finding(
    _ document: ReadDocument, _ written: Located<String>, _ tool: Tool, _ row: IssueType, _ tools: ToolRegistry
  ) -> Diagnostic {
    let others = Self.better(for: row, in: document.model, tools)
    let hint = others.isEmpty ? "" : "; \(Words.list(others)) \(others.count == 1 ? "does" : "do")"
    return finding(
      document.model.path, written.at,
      "a tool must serve its issue type; \(Words.quoted(tool.name)) does not serve \(Words.quoted(row.name))\(hint)",
      explanation: [tool.summary, tool.caution].compactMap(\.self).joined(separator: " "))
  }

  /// Up to three tools that the row lacks: first those made for it, which see the code of the document's cases.
  private static func better(for row: IssueType, in document: CaseDocument, _ tools: ToolRegistry) -> [String] {
    let named = Set(row.tools.compactMap { tools.find($0.value)?.id })
    let languages = Set(document.cases.filter { $0.issueType == row.id }.flatMap(\.programLanguages))
    let kind = IssueKind.of(row.id)
    let fitting = tools.tools(for: row.id).filter { tool in
      !named.contains(tool.id) && (languages.isEmpty || languages.contains { tool.sees($0) })
    }
    let made = fitting.filter { $0.issueTypes.first.map { $0 == row.id || IssueKind.of($0) == kind } ?? false }
    return (made.isEmpty ? fitting : made).prefix(3).map(\.name)
  }
}
