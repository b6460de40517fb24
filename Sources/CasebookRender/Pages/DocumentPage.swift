/// `documents/<path>.html`: a document that is not one case, as it is.
struct DocumentPage: Sendable {
  var body: DocumentBody
  var page: PageBody
  var content: HTMLFragment
  var findings: [FindingRow]
  var edit: String

  static let template = "document.mustache"

  static let fields = TemplateFields<DocumentPage>()
    .list("facts", "What the front matter says: author, version, days.", of: Fact.fields) { $0.body.facts }
    .flag("hasFacts", "There are any.") { !$0.body.facts.isEmpty }
    .list("contents", "Headings of the body, in order.", of: OutlineEntry.fields) { $0.page.outline }
    .flag("hasContents", "There are at least two.") { $0.page.outline.count > 1 }
    .html("body", "The document without its cases, each of which is a link in its place.") { $0.content }
    .list("findings", "What is wrong with its source.", of: FindingRow.fields) { $0.findings }
    .flag("hasFindings", "There are any.") { !$0.findings.isEmpty }
    .text("findingCount", "How many, with the noun.") { Count.of($0.findings.count, "finding") }
    .text("source", "Path of its source file.") { $0.body.path }
    .list("edit", "One link to edit the source, or none.", of: PageFrame.Link.fields) {
      $0.edit.isEmpty ? [] : [PageFrame.Link(title: "Edit this page", address: $0.edit)]
    }
}
