import CasebookModel
import CasebookSource

/// Fields that several pages show.
extension Fact {
  static let fields = TemplateFields<Fact>()
    .text("name", "What it is: `Author`.") { $0.name }
    .text("value", "As the document says it.") { $0.value }
}

extension OutlineEntry {
  static let fields = TemplateFields<OutlineEntry>()
    .text("title", "Text of the heading.") { $0.title }
    .address("address", "Its place on this page.") { "#" + $0.anchor }
    .text("level", "Its level, 2 to 6.") { String($0.level) }
}

/// A plain word in a list, since sections run over objects.
struct Word: Sendable {
  var text: String

  static let fields = TemplateFields<Word>().text("text", "The word itself.") { $0.text }
}

/// A finding as a page lists it.
struct FindingRow: Sendable {
  var finding: Diagnostic
  var address: String
  /// The page of its rule; empty where there is none.
  var rulePage: String

  static let fields = TemplateFields<FindingRow>()
    .text("severity", "`error`, `warning` or `info`.") { $0.finding.severity.rawValue }
    .text("rule", "The rule's number: `CB001`.") { $0.finding.rule.description }
    .text("line", "Line of the source file.") { String($0.finding.range.start.line) }
    .text("message", "What the rule demands.") { $0.finding.message }
    .list("page", "One link to the page of its rule, or none.", of: PageFrame.Link.fields) {
      $0.rulePage.isEmpty ? [] : [PageFrame.Link(title: $0.finding.rule.description, address: $0.rulePage)]
    }
    .list("edit", "One link to the place in the source, or none.", of: PageFrame.Link.fields) {
      $0.address.isEmpty ? [] : [PageFrame.Link(title: "line \($0.finding.range.start.line)", address: $0.address)]
    }
}

/// A case in a list of cases.
struct CaseRow: Sendable {
  var title: String
  var address: String
  var summary: String
  var issue: String
  var updated: String
  var findings: Int
  var hasChecks: Bool
  var state: ProofState

  static let fields = TemplateFields<CaseRow>()
    .text("title", "Title of the case.") { $0.title }
    .address("address", "Its page.") { $0.address }
    .text("summary", "The problem in a sentence; may be empty.") { $0.summary }
    .flag("hasSummary", "There is such a sentence.") { !$0.summary.isEmpty }
    .text("issue", "Name of its issue type; may be empty.") { $0.issue }
    .flag("hasIssue", "There is one.") { !$0.issue.isEmpty }
    .text("updated", "Day of the last change; may be empty.") { $0.updated }
    .flag("hasUpdated", "There is such a day.") { !$0.updated.isEmpty }
    .text("findings", "How many findings its source has.") { Count.of($0.findings, "finding") }
    .flag("hasFindings", "There are any.") { $0.findings > 0 }
    .flag("hasChecks", "The knowledge base has checks.") { $0.hasChecks }
    .html("state", "How the case stands with its checks, with an icon.") { StateChip.of($0.state) }

  init(_ index: Int, of site: SiteFacts, root: String) {
    let reference = site.cases[index]
    let face = site.face(of: reference)
    title = face.title
    address = root + reference.address
    summary = Excerpt.of(face.page.summary)
    issue = reference.issues.first.map { site.issues[$0].name } ?? ""
    updated = face.updated ?? ""
    findings = face.findings
    hasChecks = face.hasChecks
    state = face.state
  }
}

/// A document in a list of documents.
struct DocumentRow: Sendable {
  var title: String
  var address: String
  var path: String
  var summary: String

  static let fields = TemplateFields<DocumentRow>()
    .text("title", "Title of the document.") { $0.title }
    .address("address", "Its page.") { $0.address }
    .text("path", "Path of its source file.") { $0.path }
    .text("summary", "Its first words; may be empty.") { $0.summary }
    .flag("hasSummary", "There are any.") { !$0.summary.isEmpty }

  init(_ face: DocumentFace, root: String) {
    title = face.title
    address = root + PageAddress.document(face.path)
    path = face.path
    summary = Excerpt.of(face.page?.summary ?? "")
  }
}

/// Cuts a text for lists, between words: `… and then it`.
enum Excerpt {
  static func of(_ text: String, limit: Int = 240) -> String {
    guard text.utf8.count > limit else { return text }
    var bytes = Array(text.utf8.prefix(limit))
    let wordEnd = bytes.lastIndex(of: 0x20) ?? bytes.lastIndex { $0 & 0xC0 != 0x80 }
    bytes.removeSubrange((wordEnd ?? 0)...)
    return String(decoding: bytes, as: UTF8.self) + "…"
  }
}

/// Writes numbers with their noun: `1 case`, `3 cases`.
enum Count {
  static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
