/// `issues/<id>.html`: the tools for a kind of problem first, then its cases.
struct IssuePage: Sendable {
  var issue: SiteFacts.Issue
  var tools: [ToolEntry]
  var cases: [CaseRow]

  static let template = "issue.mustache"

  static let fields = TemplateFields<IssuePage>()
    .text("id", "The name by which commands find the issue type.") { $0.issue.id }
    .list("tools", "Its tools, the first to reach for first.", of: ToolEntry.fields) { $0.tools }
    .flag("hasTools", "There are any.") { !$0.tools.isEmpty }
    .list("cases", "Its cases.", of: CaseRow.fields) { $0.cases }
    .flag("hasCases", "There are any.") { !$0.cases.isEmpty }
    .text("caseCount", "How many, with the noun.") { Count.of($0.cases.count, "case") }
}

/// `tools/index.html`: the table of issue types and their tools.
struct ToolsPage: Sendable {
  /// A row of the table.
  struct Row: Sendable {
    var issue: SiteFacts.Issue
    var address: String
    var tools: [ToolEntry]

    static let fields = TemplateFields<Row>()
      .text("name", "Name of the issue type.") { $0.issue.name }
      .address("address", "Its page.") { $0.address }
      .list("tools", "Its tools.", of: ToolEntry.fields) { $0.tools }
      .flag("hasTools", "There are any.") { !$0.issue.tools.isEmpty }
      .text("caseCount", "How many cases it has, with the noun.") { Count.of($0.issue.cases.count, "case") }
      .flag("hasCases", "There are any.") { !$0.issue.cases.isEmpty }

    init(_ issue: SiteFacts.Issue, of site: SiteFacts, root: String) {
      self.issue = issue
      address = root + PageAddress.issue(issue.id)
      tools = site.toolEntries(issue.tools, root: root)
    }
  }

  var rows: [Row]

  static let template = "tools.mustache"

  static let fields = TemplateFields<ToolsPage>()
    .list("rows", "Issue types with their tools.", of: Row.fields) { $0.rows }
    .text("toolCount", "How many tools there are, with the noun.") {
      Count.of(Set($0.rows.flatMap(\.issue.tools).map { Array($0.utf8) }).count, "tool")
    }
    .text("issueCount", "How many issue types there are, with the noun.") { Count.of($0.rows.count, "issue type") }
}
