import CasebookModel

/// `index.html`: issue types with their tools, and the latest cases.
struct HomePage: Sendable {
  var site: SiteFacts

  /// More would be a list of cases, which is a page of its own.
  private static let latestCount = 12

  static let template = "home.mustache"

  static let fields = TemplateFields<HomePage>()
    .text("summary", "What the knowledge base is, in a sentence.") { $0.summary }
    .flag("hasCases", "There are any cases.") { !$0.site.cases.isEmpty }
    .text("caseCount", "How many cases there are, with the noun.") { Count.of($0.site.cases.count, "case") }
    .list("issues", "Issue types with their tools.", of: ToolsPage.Row.fields) {
      page in
      page.site.issues.map { ToolsPage.Row($0, of: page.site, root: "") }
    }
    .flag("hasIssues", "There are any.") { !$0.site.issues.isEmpty }
    .list("latest", "The cases that changed last, at most \(latestCount).", of: CaseRow.fields) { $0.latest }
    .flag("hasChecks", "The knowledge base has checks.") { $0.site.hasChecks }
    .text("proved", "How many blocks are verified, in a sentence.") { page in
      StateCounts.sentence(
        page.site.cases.flatMap { page.site.face(of: $0).counted })
    }
    .address("coverage", "The page of what is proved.") { _ in PageAddress.coverage }
    .flag("hasMore", "There are more cases than those.") { $0.site.cases.count > latestCount }
    .address("allCases", "The list of all cases.") { _ in PageAddress.cases }
    .list("documents", "Documents with a page, at most \(latestCount).", of: DocumentRow.fields) { page in
      page.site.pages.prefix(latestCount).map { DocumentRow(page.site.faces[$0], root: "") }
    }
    .flag("hasDocuments", "There are any.") { !$0.site.pages.isEmpty }
    .text("documentCount", "How many documents there are, with the noun.") {
      Count.of($0.site.pages.count, "document")
    }
    .flag("hasMoreDocuments", "There are more documents than those.") { $0.site.pages.count > latestCount }
    .address("allDocuments", "The list of all documents.") { _ in PageAddress.documents }
    .flag("isEmpty", "There is neither a case nor a document.") { $0.site.cases.isEmpty && $0.site.pages.isEmpty }

  private var summary: String {
    if !site.configuration.summary.isEmpty { return site.configuration.summary }
    return site.cases.isEmpty
      ? Count.of(site.pages.count, "document") + "."
      : "What went wrong before, how it was found and what fixed it."
  }

  /// By day of the last change, the newest first; those without a day keep their order at the end.
  private var latest: [CaseRow] {
    let order = site.cases.indices.sorted {
      let (a, b) = (site.face(of: site.cases[$0]).updated ?? "", site.face(of: site.cases[$1]).updated ?? "")
      return a.hasSameBytes(as: b) ? $0 < $1 : b.precedes(a)
    }
    return order.prefix(Self.latestCount).map { CaseRow($0, of: site, root: "") }
  }
}

/// `cases.html` and `documents.html`: everything by title or by path, for those who look without searching.
struct ListingPage: Sendable {
  var cases: [CaseRow] = []
  var documents: [DocumentRow] = []

  static let template = "listing.mustache"

  static let fields = TemplateFields<ListingPage>()
    .list("cases", "All cases by title; empty on the list of documents.", of: CaseRow.fields) { $0.cases }
    .flag("hasCases", "The page lists cases.") { !$0.cases.isEmpty }
    .list("documents", "All documents by path; empty on the list of cases.", of: DocumentRow.fields) { $0.documents }
    .flag("hasDocuments", "The page lists documents.") { !$0.documents.isEmpty }
    .text("count", "How many entries there are, with the noun.") {
      $0.cases.isEmpty ? Count.of($0.documents.count, "document") : Count.of($0.cases.count, "case")
    }
}

/// `404.html`, served at any depth.
struct NotFoundPage: Sendable {
  static let template = "not-found.mustache"
  static let fields = TemplateFields<NotFoundPage>()
}
