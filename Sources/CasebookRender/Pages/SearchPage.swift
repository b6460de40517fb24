/// `search.html`: where the whole answer of a search stands; without scripts all cases by title, and the tools.
struct SearchPage: Sendable {
  /// An issue type with its tools in a line.
  struct Issue: Sendable {
    var issue: SiteFacts.Issue
    var address: String

    static let fields = TemplateFields<Issue>()
      .text("name", "Name of the issue type.") { $0.issue.name }
      .address("address", "Its page.") { $0.address }
      .text("tools", "Its tools, with commas; may be empty.") { $0.issue.tools.joined(separator: ", ") }
  }

  var cases: [PageFrame.Link]
  var issues: [Issue]

  static let template = "search.mustache"

  static let fields = TemplateFields<SearchPage>()
    .list("cases", "All cases by title.", of: PageFrame.Link.fields) { $0.cases }
    .list("issues", "Issue types with their tools.", of: Issue.fields) { $0.issues }
    .flag("hasIssues", "There are any.") { !$0.issues.isEmpty }
}
