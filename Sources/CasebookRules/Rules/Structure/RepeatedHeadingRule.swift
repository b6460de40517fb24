import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB110: two headings of a file that read the same.
struct RepeatedHeadingRule: DocumentRule {
  let description = RuleDescription(
    110, "repeated-heading", .info,
    what: "Two headings of one document read the same.",
    why: """
      Their anchors can't both be the text, so links to one of them depend on the order of the page, and a list of \
      headings (a screen reader's, an editor's outline) shows two entries that nobody can tell apart.
      """,
    triggering: [
      RuleExample("two parts of one name", "# A\n\n## Symptoms\n\nx\n\n## ⟦Symptoms⟧\n\ny\n"),
      RuleExample("capitals apart", "# A\n\n## ⟦a⟧\n\ny\n"),
    ],
    accepted: [RuleExample("headings that say whose part they are", "# A\n\n## Symptoms of A\n\n## Symptoms of B\n")])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    let headings = context.survey.headings
    guard headings.count > 1 else { return [] }
    var findings: [Diagnostic] = []
    // Keyed by a hash of the bytes: comparing strings of many combining marks takes time that grows faster than they do.
    var first: [UInt64: Int] = [:]
    first.reserveCapacity(headings.count)
    for index in headings.indices {
      guard let earlier = first[headings[index].key] else {
        first[headings[index].key] = index
        continue
      }
      let (text, path) = place(headings[index].block, document)
      // Empty headings have no words to compare.
      guard text.start != text.end else { continue }
      let note = Diagnostic.Note(
        "the same words head this part", path: path, range: place(headings[earlier].block, document).text)
      findings.append(
        finding(path, text, "a heading must be told from every other heading of its document", notes: [note]))
    }
    return findings
  }

  private func place(_ ref: BlockRef, _ document: ReadDocument) -> (text: SourceRange, path: String) {
    let tree = document.tree(ref)
    return (tree.source.range(of: tree.headingText(of: ref.node)), tree.source.file.path)
  }
}
