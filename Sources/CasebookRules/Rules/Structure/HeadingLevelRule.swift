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
    var top: BlockRef?
    /// Level before, by tree: 0 is the document, n the n-th nested one.
    var previous: (tree: Int, level: Int) = (0, 0)
    var outerLevel = 0
    for (index, ref) in headings.enumerated() {
      let tree = document.tree(ref)
      let level = Int(tree[ref.node].level)
      if ref.tree == 0 {
        if level == 1, let top {
          let note = Diagnostic.Note(
            "the document's own title", path: tree.source.file.path, range: marker(top, document))
          findings.append(
            report(ref, document, "a document has one top heading", shift: 1, headings[index...], notes: [note]))
        } else if previous.tree == 0, previous.level > 0, level > previous.level + 1 {
          findings.append(skip(ref, document, level: level, before: previous.level, headings[index...]))
        }
        if level == 1, top == nil { top = ref }
        outerLevel = level
      } else if previous.tree != ref.tree {
        // The first heading of a session.
        if level <= outerLevel {
          findings.append(
            report(
              ref, document,
              "headings of a session must be deeper than the heading of their case (level \(outerLevel))",
              shift: outerLevel + 1 - level, headings[index...]))
        }
      } else if level > previous.level + 1 {
        findings.append(skip(ref, document, level: level, before: previous.level, headings[index...]))
      }
      previous = ref.tree == 0 && previous.tree != 0 ? (0, level) : (ref.tree, level)
    }
    return findings
  }

  private func skip(
    _ ref: BlockRef, _ document: ReadDocument, level: Int, before: Int, _ rest: ArraySlice<BlockRef>
  ) -> Diagnostic {
    report(
      ref, document, "a heading must be at most one level deeper than the one before; found \(level) after \(before)",
      shift: before + 1 - level, rest)
  }

  /// A finding at a heading, and the fix that moves it with all that stands under it.
  private func report(
    _ ref: BlockRef, _ document: ReadDocument, _ message: String, shift: Int, _ rest: ArraySlice<BlockRef>,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    let range = marker(ref, document)
    let tree = document.tree(ref)
    var result = finding(tree.source.file.path, range, message, notes: notes)
    let own = Int(tree[ref.node].level)
    var edits: [Diagnostic.Fix.Edit] = []
    for other in rest {
      guard other.tree == ref.tree else { break }
      let level = Int(tree[other.node].level)
      // A session moves as a whole; elsewhere what stands under the heading goes with it.
      if other != ref, ref.tree == 0 || shift < 0, level <= own { break }
      guard isMarked(other, tree) else { continue }
      let moved = String(repeating: "#", count: min(6, max(1, level + shift)))
      edits.append(.init(range: marker(other, document), replacement: moved))
    }
    guard isMarked(ref, tree), !edits.isEmpty else { return result }
    let wanted = min(6, max(1, own + shift))
    result.fixes = [
      Diagnostic.Fix(.unsafe, "make it level \(wanted), and move what stands under it along", edits: edits)
    ]
    return result
  }

  /// The `##` of a heading; the text of one that is underlined.
  private func marker(_ ref: BlockRef, _ document: ReadDocument) -> SourceRange {
    let tree = document.tree(ref)
    let fence = tree.fence(of: ref.node)
    if isMarked(ref, tree) { return tree.source.range(of: fence) }
    return tree.source.range(of: tree.contentLines(of: ref.node).first ?? fence)
  }

  private func isMarked(_ ref: BlockRef, _ tree: Document) -> Bool {
    let start = tree[ref.node].source.range.lowerBound
    return start < tree.source.bytes.count && tree.source.bytes[start] == UInt8(ascii: "#")
  }
}
