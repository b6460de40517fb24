import CasebookModel

/// A tool in a list of tools: its name, its page, and how to begin.
struct ToolEntry: Sendable {
  /// As the table writes it.
  var name: String
  var tool: Tool?
  /// Its page, from the page that lists it; empty where it has none.
  var address = ""
  var isUsed = false

  static let fields = TemplateFields<ToolEntry>()
    .text("name", "Its name, as the table writes it.") { $0.name }
    .text("text", "The same.") { $0.name }
    .list("page", "One link to its page, or none.", of: PageFrame.Link.fields) {
      $0.address.isEmpty ? [] : [PageFrame.Link(title: $0.name, address: $0.address)]
    }
    .flag("isUsed", "The case uses it; set on the pages of cases.") { $0.isUsed }
    .text("summary", "What it shows; may be empty.") { $0.tool?.summary ?? "" }
    .flag("hasSummary", "There is such a sentence.") { !($0.tool?.summary ?? "").isEmpty }
    .text("command", "The command to begin with; may be empty.") { $0.tool?.firstCommands.first ?? "" }
    .flag("hasCommand", "There is one.") { $0.tool?.firstCommands.isEmpty == false }
    .text("caution", "What it costs; may be empty.") { $0.tool?.caution ?? "" }
    .flag("hasCaution", "There is such a sentence.") { $0.tool?.caution != nil }
    .text("successor", "What took its place; empty where it is maintained.") { $0.tool?.successor ?? "" }
    .flag("isGivenUp", "It is not maintained any more.") { $0.tool?.status == .deprecated }
}

/// `tools/<id>.html`: what a tool shows, what it costs, how to get it and how to begin.
struct ToolPage: Sendable {
  var tool: Tool
  var issues: [PageFrame.Link]
  var successor: PageFrame.Link?
  var cases: [CaseRow]
  var caseCount: Int

  /// More would be a list of cases, which is a page of its own.
  static let shownCases = 100

  static let template = "tool.mustache"

  static let fields = TemplateFields<ToolPage>()
    .text("id", "The name by which commands find the tool.") { $0.tool.id }
    .text("summary", "What it shows, in one sentence.") { $0.tool.summary }
    .list("issues", "Issue types of this site that it serves or that name it.", of: PageFrame.Link.fields) { $0.issues }
    .list("facts", "Other names, languages, effects.", of: Fact.fields) { $0.facts }
    .flag("hasFacts", "There are any.") { !$0.facts.isEmpty }
    .text("caution", "What it costs; may be empty.") { $0.tool.caution ?? "" }
    .flag("hasCaution", "There is such a sentence.") { $0.tool.caution != nil }
    .flag("isGivenUp", "It is not maintained any more.") { $0.tool.status == .deprecated }
    .text("successor", "What took its place; empty where it is maintained.") { $0.tool.successor ?? "" }
    .list("successorPage", "One link to that, or none.", of: PageFrame.Link.fields) { $0.successor.map { [$0] } ?? [] }
    .list("commands", "Commands to begin with.", of: Word.fields) { $0.tool.firstCommands.map(Word.init) }
    .flag("hasCommands", "There are any.") { !$0.tool.firstCommands.isEmpty }
    .list("installs", "Ways to get it, the preferred one first.", of: Word.fields) {
      $0.tool.install.map { Word(text: $0.text) }
    }
    .flag("hasInstalls", "There are any.") { !$0.tool.install.isEmpty }
    .list("cases", "Cases that use it, at most \(shownCases).", of: CaseRow.fields) { $0.cases }
    .flag("hasCases", "There are any.") { !$0.cases.isEmpty }
    .text("caseCount", "How many cases use it, with the noun.") { Count.of($0.caseCount, "case") }
    .flag("hasMore", "There are more than those shown.") { $0.caseCount > $0.cases.count }

  private var facts: [Fact] {
    var facts: [Fact] = []
    if !tool.aliases.isEmpty { facts.append(Fact(name: "Also", value: tool.aliases.joined(separator: ", "))) }
    let sees = tool.languages.isEmpty ? "any language" : tool.languages.map(Tool.title).joined(separator: ", ")
    facts.append(Fact(name: "Sees", value: sees))
    let effects = tool.effects.map { effect in
      switch effect {
      case .executes: "executes what it is asked about"
      case .stops: "stops what it looks at"
      case .slows: "slows what it looks at"
      }
    }
    if !effects.isEmpty { facts.append(Fact(name: "Side effects", value: effects.joined(separator: ", "))) }
    return facts
  }
}
