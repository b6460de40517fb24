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
    guard context.survey.headings.count > 1 else { return [] }
    var findings: [Diagnostic] = []
    // Keyed by bytes: comparing strings of many combining marks takes time that grows faster than they do.
    var first: [[UInt8]: SourceRange] = [:]
    for ref in context.survey.headings {
      let tree = document.tree(ref)
      guard let text = tree.contentLines(of: ref.node).first, !text.isEmpty else { continue }
      let key = tree.source.bytes[text].map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
      let range = tree.source.range(of: text)
      guard let earlier = first.updateValue(range, forKey: key) else { continue }
      first[key] = earlier
      let path = tree.source.file.path
      findings.append(
        finding(
          path, range, "a heading must be told from every other heading of its document",
          notes: [Diagnostic.Note("the same words head this part", path: path, range: earlier)]))
    }
    return findings
  }
}
