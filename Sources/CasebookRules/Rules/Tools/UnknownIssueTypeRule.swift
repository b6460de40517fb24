import CasebookModel
import CasebookSource

/// CB503: a case that no row of the tools table serves, or a row that no case shows.
struct UnknownIssueTypeRule: LibraryRule {
  private static let table = "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | tracemalloc |\n"

  let description = RuleDescription(
    503, "unknown-issue-type", .warning,
    what: """
      A case belongs to no row of the knowledge base's table of tools, or names one that is not there. A row without a case \
      is an info. Without such a table there is nothing to compare.
      """,
    why: """
      The issue type leads from a symptom to the tools and to other cases of its kind; a case without one is found by its \
      words alone.
      """,
    triggering: [
      RuleExample(
        "a misspelt type",
        files: [
          ("a.md", "---\nid: a\nissueType: ⟦memory-leak⟧\n---\n# A\n\n**Problem**: grows\n"),
          ("tools.md", Self.table),
        ]),
      RuleExample(
        "a case that fits no row, and a row that fits no case",
        files: [
          ("a.md", "# ⟦Race condition⟧\n\n**Problem**: two writers\n"),
          ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| ⟦Memory leaks⟧ | tracemalloc |\n"),
        ]),
    ],
    accepted: [
      RuleExample(
        "a case with its row",
        files: [("a.md", "---\nissueType: memory-leaks\n---\n# A\n\n**Problem**: grows\n"), ("tools.md", Self.table)]),
      RuleExample("no table at all", "# Race condition\n\n**Problem**: two writers\n"),
    ])

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    let types = library.issueTypes
    guard !types.isEmpty else { return [] }
    let names = types.map(\.id)
    let known = Set(names)
    var shown: Set<String> = []
    var findings: [Diagnostic] = []
    for document in library.documents {
      for item in document.cases {
        shown.formUnion(item.alsoIssueTypes)
        if let type = item.issueType {
          shown.insert(type)
          // A misspelt type is reported once, not again as a row without a case.
          if !known.contains(type) { shown.formUnion(DidYouMean.suggestions(for: type, among: names)) }
        }
        findings += check(item, document, names, known)
      }
    }
    for document in library.documents {
      for row in document.toolTable?.issueTypes ?? [] where !shown.contains(row.id) {
        var result = finding(document.path, row.nameRange, "no case shows this issue type")
        result.severity = .info
        findings.append(result)
      }
    }
    return findings
  }

  private func check(
    _ item: RawCase, _ document: CaseDocument, _ names: [String], _ known: Set<String>
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let declared = document.cases.count == 1 ? document.frontMatter : nil
    if let type = item.issueType {
      if !known.contains(type) {
        let at = declared?.issueType?.at ?? item.title.at
        findings.append(unknown(type, document.path, at, names))
      }
    } else {
      findings.append(
        finding(
          document.path, item.title.at,
          "a case must belong to an issue type of the tools table\(names.count <= 12 ? ": \(Words.list(names))" : "")"))
    }
    for type in item.alsoIssueTypes where !known.contains(type) {
      let at = declared?.alsoIssueTypes.first { $0.value == type }?.at ?? item.title.at
      findings.append(unknown(type, document.path, at, names))
    }
    return findings
  }

  private func unknown(_ type: String, _ path: String, _ at: SourceRange, _ names: [String]) -> Diagnostic {
    let near = DidYouMean.suggestions(for: type, among: names)
    var result = finding(
      path, at, "\(Words.quoted(type)) is no issue type of the tools table\(DidYouMean.hint(for: type, among: names))")
    if near.count == 1, let name = near.first {
      result.fixes = [Diagnostic.Fix(.unsafe, "write `\(name)`", edits: [.init(range: at, replacement: name)])]
    }
    return result
  }
}
