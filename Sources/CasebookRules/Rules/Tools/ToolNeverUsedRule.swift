import CasebookModel
import CasebookSource

/// CB508: tools that the table names and no case uses.
struct ToolNeverUsedRule: ToolRule {
  let description = RuleDescription(
    508, "tool-never-used", .info, basis: .heuristic,
    what: """
      A row of the table of tools names tools that no case of the knowledge base mentions, in prose or in code. Without \
      cases there is nothing to compare; a tool that only another document's table names is compared where the registry \
      knows it.
      """,
    why: """
      A case is where a reader sees how a tool is used and what its answer looks like. A table alone tells a name at the \
      worst moment to look it up.
      """,
    triggering: [
      RuleExample(
        "one that is used, one that is not",
        files: [
          (
            "a.md",
            "# Memory leak\n\n**Problem**: grows\n\n## Investigation\n\n### 1. Tool\n\n```sh\nmemray attach 12\n```\n"
          ),
          ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| ⟦Memory leaks⟧ | memray, heaptrack |\n"),
        ])
    ],
    accepted: [
      RuleExample(
        "both are used",
        files: [
          ("a.md", "# Memory leak\n\n**Problem**: Memray shows 3 GB, heaptrack the same\n"),
          ("tools.md", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | memray, heaptrack |\n"),
        ]),
      RuleExample("no case at all", "# Tools\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | memray |\n"),
    ])

  func check(_ library: CaseLibrary, _ tools: ToolKnowledge) -> [Diagnostic] {
    guard library.documents.contains(where: { !$0.cases.isEmpty }) else { return [] }
    let used = tools.usedAnywhere
    return library.documents.flatMap { document -> [Diagnostic] in
      // What the document's own cases mention is known for names that the registry does not have, too.
      let mentioned = Set(document.cases.flatMap(\.toolsUsed))
      return (document.toolTable?.issueTypes ?? []).compactMap { row -> Diagnostic? in
        let unused = row.tools.filter { written in
          guard !mentioned.contains(written.value) else { return false }
          if let tool = tools.registry.find(written.value) { return !used.contains(tool.id) }
          return !document.cases.isEmpty
            && library.documents.allSatisfy { $0.cases.isEmpty || $0.path == document.path }
        }
        guard !unused.isEmpty else { return nil }
        return finding(
          document.path, row.nameRange,
          "a tool must be shown by a case; none uses \(Words.list(unused.map { Words.quoted($0.value) }))")
      }
    }
  }
}
