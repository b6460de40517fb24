import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB107: a heading whose level does not say where it belongs.
struct HeadingLevelRule: DocumentRule {
  let description = RuleDescription(
    107, "heading-level", .info, fix: .unsafe,
    what: """
      A document has a second top heading, a heading skips a level, or the headings of a session in a fence are not \
      deeper than the heading of their case.
      """,
    why: """
      Levels are the table of contents: people who move from heading to heading, by ear or in an outline, take a skipped \
      level for a missing part and a second top heading for another document.
      """,
    triggering: [
      RuleExample("a second top heading", "# A\n\ntext\n\n⟦#⟧ B\n\n## C\n"),
      RuleExample("a level left out", "# A\n\n⟦###⟧ B\n"),
      RuleExample(
        "a session that is no deeper than its case",
        "# Cases\n\n## A\n\n**Problem**: slow\n\n````markdown\n⟦##⟧ Investigation of A\n\n### Symptoms\n- slow\n````\n"),
    ],
    accepted: [
      RuleExample("levels one by one", "# A\n\n## B\n\n### C\n\n## D\n"),
      RuleExample("a fragment that begins deeper", "## A\n\n### B\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    let headings = context.survey.headings
    var findings: [Diagnostic] = []
    var title: BlockRef?
    var previous: BlockSurvey.Heading?
    /// Level of the last heading outside any session.
    var outer = 0
    for index in headings.indices {
      let heading = headings[index]
      let isSession = heading.block.tree != 0
      let rest = headings[index...]
      if let previous, previous.block.tree == heading.block.tree, heading.level > previous.level + 1 {
        findings.append(
          report(
            document, rest, to: previous.level + 1,
            "a heading must be at most one level deeper than the one before; found \(heading.level) after \(previous.level)"
          ))
      } else if isSession, previous?.block.tree != heading.block.tree, heading.level <= outer {
        findings.append(
          report(
            document, rest, to: outer + 1,
            "headings of a session must be deeper than the heading of their case (level \(outer))"))
      } else if !isSession, heading.level == 1 {
        if let title {
          let note = Diagnostic.Note(
            "the document's own title", path: document.model.path, range: marker(title, document))
          findings.append(report(document, rest, to: 2, "a document has one top heading", [note]))
        } else {
          title = heading.block
        }
      }
      if !isSession { outer = heading.level }
      previous = heading
    }
    return findings
  }

  /// A finding at the first of some headings, and the fix that moves it with all that stands under it.
  private func report(
    _ document: ReadDocument, _ rest: ArraySlice<BlockSurvey.Heading>, to level: Int, _ message: String,
    _ notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    var result = finding(document.source.file.path, document.source.range(of: 0..<0), message, notes: notes)
    guard let first = rest.first else { return result }
    result.range = marker(first.block, document)
    let tree = document.tree(first.block)
    let shift = level - first.level
    let isWholeSession = first.block.tree != 0 && shift > 0
    var edits: [Diagnostic.Fix.Edit] = []
    for heading in rest {
      guard heading.block.tree == first.block.tree else { break }
      if heading.block != first.block, !isWholeSession, heading.level <= first.level { break }
      guard tree.isMarked(heading.block.node) else { continue }
      let moved = String(repeating: "#", count: min(6, max(1, heading.level + shift)))
      edits.append(.init(range: marker(heading.block, document), replacement: moved))
    }
    if tree.isMarked(first.block.node) {
      result.fixes = [
        Diagnostic.Fix(.unsafe, "make it level \(min(6, level)), and move what stands under it along", edits: edits)
      ]
    }
    return result
  }

  /// The `##` of a heading; the text of one that is underlined.
  private func marker(_ ref: BlockRef, _ document: ReadDocument) -> SourceRange {
    let tree = document.tree(ref)
    let isMarked = tree.isMarked(ref.node)
    return tree.source.range(of: isMarked ? tree.fence(of: ref.node) : tree.headingText(of: ref.node))
  }
}
