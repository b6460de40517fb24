import CasebookModel
import CasebookSource

/// CB505: a tool that cannot see the languages of the cases it is named for.
struct ToolLanguageMismatchRule: ToolRule {
  private static let python =
    "**Problem**: two writers\n\n## Investigation\n\n### 1. Root cause\n\n```python\nx = 1\n```\n"

  let description = RuleDescription(
    505, "tool-language-mismatch", .warning,
    what: """
      A row of the table of tools names a tool that sees none of the languages in which the row's cases are written. A row \
      without cases, and cases without code, say nothing.
      """,
    why: "The tool runs, finds nothing, and its silence is taken for an answer.",
    triggering: [
      RuleExample(
        "a sanitizer of native code, for Python",
        files: [
          ("a.md", "# Race condition\n\n\(Self.python)"),
          ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Race conditions | ⟦ThreadSanitizer⟧, py-spy |\n"),
        ])
    ],
    accepted: [
      RuleExample(
        "tools that see Python, or everything",
        files: [
          ("a.md", "# Race condition\n\n\(Self.python)"),
          ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Race conditions | py-spy, pidstat, offcputime |\n"),
        ]),
      RuleExample(
        "no case of that type",
        files: [
          ("a.md", "# Memory leak\n\n\(Self.python)"),
          (
            "tools.md",
            "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leak | memray |\n| Races | ThreadSanitizer |\n"
          ),
        ]),
    ])

  func check(_ library: CaseLibrary, _ tools: ToolKnowledge) -> [Diagnostic] {
    var languages: [String: [String]] = [:]
    var examples: [String: (document: CaseDocument, case: RawCase)] = [:]
    for document in library.documents {
      for item in document.cases {
        guard let type = item.issueType else { continue }
        let found = item.programLanguages
        guard !found.isEmpty else { continue }
        let known = languages[type] ?? []
        languages[type] = known + found.filter { !known.contains($0) }
        if examples[type] == nil { examples[type] = (document, item) }
      }
    }
    return library.documents.flatMap { document in
      (document.toolTable?.issueTypes ?? []).flatMap { row -> [Diagnostic] in
        guard let seen = languages[row.id], let example = examples[row.id] else { return [] }
        return row.tools.compactMap { check($0, in: document, tools.registry, seen, example) }
      }
    }
  }

  private func check(
    _ written: Located<String>, in document: CaseDocument, _ tools: ToolRegistry, _ languages: [String],
    _ example: (document: CaseDocument, case: RawCase)
  ) -> Diagnostic? {
    // SQL alone is no language that a profiler of programs could see or not see.
    guard let tool = tools.find(written.value), !tool.languages.isEmpty else { return nil }
    let programs = languages.filter { $0 != "sql" || tool.languages.contains("sql") }
    guard !programs.isEmpty, !programs.contains(where: tool.sees) else { return nil }
    let sees = Words.list(tool.languages.map(Tool.title))
    let has = Words.list(programs.map(Tool.title))
    return finding(
      document.path, written.at,
      "a tool must see the code of its cases; \(Words.quoted(tool.name)) sees \(sees), not \(has)",
      explanation: tool.caution,
      notes: [
        Diagnostic.Note("a case in \(has)", path: example.document.path, range: example.case.title.at)
      ])
  }
}
