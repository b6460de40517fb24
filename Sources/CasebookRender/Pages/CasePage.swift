import CasebookModel

/// `cases/<id>.html`: tools first, then the investigation in the order of its source.
struct CasePage: Sendable {
  var body: CaseBody
  var content: HTMLFragment
  var context: PageContext
  var findings: [FindingRow]
  var source: String
  var edit: String
  var staleAfter: Int?

  static let template = "case.mustache"

  static let fields = TemplateFields<CasePage>()
    .text("id", "The name by which commands find the case.") { $0.body.id }
    .list("issues", "Its issue types, the first the one that it is about.", of: PageFrame.Link.fields) {
      $0.context.issues
    }
    .flag("hasChecks", "The knowledge base has checks.") { $0.body.hasChecks }
    .html("state", "How the case stands with its checks, with an icon.") { StateChip.of($0.body.standing.state) }
    .list("facts", "What the front matter says: author, version, days.", of: Fact.fields) { $0.body.facts }
    .flag("hasFacts", "There are any.") { !$0.body.facts.isEmpty }
    .list("tags", "Its tags.", of: Word.fields) { $0.body.tags.map(Word.init) }
    .list("tools", "Tools of its issue type, then others that it names.", of: ToolEntry.fields) { $0.context.tools }
    .flag("hasTools", "There are any.") { !$0.context.tools.isEmpty }
    .list("contents", "Headings of the body, in order.", of: OutlineEntry.fields) { $0.body.body.outline }
    .flag("hasContents", "There are at least two.") { $0.body.body.outline.count > 1 }
    .html("body", "The case itself.") { $0.content }
    .list("missing", "Parts that a case should have and this one has not.", of: Word.fields) {
      $0.body.missing.map(Word.init)
    }
    .flag("hasMissing", "There are any.") { !$0.body.missing.isEmpty }
    .list("findings", "What is wrong with its source.", of: FindingRow.fields) { $0.findings }
    .flag("hasFindings", "There are any.") { !$0.findings.isEmpty }
    .text("findingCount", "How many, with the noun.") { Count.of($0.findings.count, "finding") }
    .text("updated", "Day of the last change; may be empty.") { $0.body.updated ?? "" }
    .text("staleAfter", "Days after which it needs a look; may be empty.") { $0.staleAfter.map(String.init) ?? "" }
    .text("source", "Path of its source file.") { $0.source }
    .list("edit", "One link to edit the source, or none.", of: PageFrame.Link.fields) {
      $0.edit.isEmpty ? [] : [PageFrame.Link(title: "Edit this page", address: $0.edit)]
    }
    .list("previous", "One link to the case before, of the same issue type, or none.", of: PageFrame.Link.fields) {
      $0.context.previous.map { [$0] } ?? []
    }
    .list("next", "One link to the case after, or none.", of: PageFrame.Link.fields) {
      $0.context.next.map { [$0] } ?? []
    }
    .flag("hasPager", "There is one of the two.") {
      $0.context.previous != nil || $0.context.next != nil
    }
}
