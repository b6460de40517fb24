import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB109: a case that is quoted as a sample of Markdown.
struct SessionInFenceRule: DocumentRule {
  let description = RuleDescription(
    109, "session-in-fence", .warning, fix: .unsafe,
    what: "The investigation of a case stands in a fence, as a sample of Markdown.",
    why: """
      Every other renderer shows it as grey text: no headings, no anchors, no highlighting, no boxes to tick, and a search \
      engine takes it for code. Casebook reads it as the document it is.
      """,
    triggering: [
      RuleExample(
        "a session as a sample",
        """
        # Cases

        ## A

        **Problem**: slow

        ````⟦markdown⟧
        ### Symptoms
        - P99: 2s

        ### Investigation

        **1. Fix**
        ```sql
        CREATE INDEX i ON t (a);
        ```
        ````

        """)
    ],
    accepted: [
      RuleExample(
        "a sample of Markdown that is no session", "# How to write\n\n```markdown\n# Title\n\nSome *text*.\n```\n")
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      guard let fence = document.model.cases[index].session.fence else { continue }
      let source = document.source
      let fix = Diagnostic.Fix(
        .unsafe, "take the fence away", edits: [fence.open, fence.close].map { removal(of: $0, source) })
      findings.append(
        finding(
          source.file.path, infoRange(fence.open, source), "the investigation of a case must not be quoted in a fence",
          fixes: [fix]))
    }
    return findings
  }

  /// The info string on the line of a fence; the fence itself where it has none.
  private func infoRange(_ fence: SourceRange, _ source: RepairedText) -> SourceRange {
    let text = source.file.bytes
    let line = source.diskLines.content(ofLine: fence.start.line - 1, in: text)
    var start = min(line.lowerBound + fence.start.column - 1, line.upperBound)
    let mark = start < line.upperBound ? text[start] : 0
    while start < line.upperBound, text[start] == mark { start += 1 }
    while start < line.upperBound, text[start] == 0x20 { start += 1 }
    var end = line.upperBound
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    guard start < end else { return fence }
    return SourceRange(start: source.diskLines.position(of: start), end: source.diskLines.position(of: end))
  }

  /// Takes the line of a fence out, its line break too.
  private func removal(of fence: SourceRange, _ source: RepairedText) -> Diagnostic.Fix.Edit {
    let line = source.diskLines.bytes(ofLine: fence.start.line - 1)
    let range = SourceRange(
      start: source.diskLines.position(of: line.lowerBound), end: source.diskLines.position(of: line.upperBound))
    return Diagnostic.Fix.Edit(range: range, replacement: "")
  }
}
