package import CasebookModel
package import CasebookSource

/// What the site keeps of a document once its arena is freed: rendered HTML and small facts.
package struct DocumentBody: Sendable {
  package let path: String
  package var title: String
  /// One for each case of the document's model, in order.
  package var cases: [CaseBody] = []
  /// A page of its own, unless all that the document says is one case.
  var page: PageBody?
  var facts: [Fact] = []
  package var framework: Framework?
  package var issueTypes: [IssueType] = []
  /// Findings outside of its cases.
  package var findings: [Diagnostic] = []

  init(path: String, title: String) {
    self.path = path
    self.title = title
  }
}

/// The rendered part of a page: HTML, headings, names, and links that wait for the other pages.
struct PageBody: Sendable {
  var html: HTMLFragment
  var outline: [OutlineEntry]
  var anchors: AnchorNames
  var links: [PendingLink]
  /// First words, for lists and for search engines.
  var summary = ""
}

/// A line of a page's head: `Updated` → `2024-01-01`.
struct Fact: Sendable {
  var name: String
  var value: String
}

/// A case as its page shows it.
package struct CaseBody: Sendable {
  /// A step that other pages link to.
  struct StepLink: Sendable {
    var title: String
    var anchor: String
    var kind: StepKind
  }

  package let id: String
  package let isDeclaredID: Bool
  package let title: String
  /// As declared or found in its own document; the tables of all documents may tell more.
  package let issueType: String?
  let isDeclaredIssueType: Bool
  let alsoIssueTypes: [String]
  package let tags: [String]
  var aliases: [String] = []
  package let line: Int
  var updated: String?
  var created: String?
  var severity: String?
  var corrects: String?
  var body: PageBody
  var steps: [StepLink]
  var facts: [Fact]
  /// Parts that a case should have and this one has not, in words.
  var missing: [String]
  var toolsUsed: [String]
  /// Ids of the registry's tools that it surely uses.
  var toolIDs: [String] = []
  var checklistCount: Int
  package var findings: [Diagnostic]
  /// How it stands with its checks.
  package var standing: CaseStanding
  /// Whether the knowledge base has checks at all.
  var hasChecks: Bool
}
