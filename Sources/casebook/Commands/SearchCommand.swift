import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSearch
import CasebookSource

/// `casebook search`: the cases that fit words, phrases and filters.
struct SearchCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find cases by words, quoted phrases and filters.",
    usage:
      "casebook search <query> ... [--type <issue-type>] [--tool <tool>] [--tag <tag>] [--severity <severity>] [--proof <state>] [--limit <count>] [--no-refresh] [--json]"
  )
  static let examples = [
    Example("casebook search memory grows", "cases that hold these words, best first"),
    Example("casebook search '\"OOM kill\" tool:tracemalloc'", "a phrase, and a filter in the query"),
    Example("casebook search cache --type memory-leaks", "the same filter as an option"),
    Example("casebook search timeout --json", "for programs"),
  ]
  static let next = "Next: casebook show CASE prints one of them."

  @Argument(help: "Words; \"a phrase\"; -word excludes; type:, tool:, tag:, severity: and proof: filter.")
  var query: [String] = []

  @Option(name: .customLong("type"), help: ArgumentHelp("Only cases of this issue type.", valueName: "issue-type"))
  var type: [String] = []

  @Option(help: ArgumentHelp("Only cases that use this tool.", valueName: "tool"))
  var tool: [String] = []

  @Option(help: ArgumentHelp("Only cases with this tag.", valueName: "tag"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Only cases of this severity.", valueName: "severity"))
  var severity: [String] = []

  @Option(help: ArgumentHelp("Only cases whose checks say this: verified, stale, unlinked …", valueName: "state"))
  var proof: [String] = []

  @Option(help: ArgumentHelp("Show at most so many cases.", valueName: "count"))
  var limit = 10

  @Flag(help: "Print casebook.search/1.")
  var json = false

  @Flag(help: "Search the index as it is, without a look for changed files.")
  var noRefresh = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var paging: PagingOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard (1...1_000).contains(limit) else { throw ValidationError("--limit takes a number from 1 to 1000") }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let text = query.joined(separator: " ")
    var asked = SearchQuery(text)
    for value in type { asked.require(.type, value) }
    for value in tool { asked.require(.tool, value) }
    for value in tag { asked.require(.tag, value) }
    for value in severity { asked.require(.severity, value) }
    for value in proof { asked.require(.proof, value) }
    guard !asked.isEmpty else { throw CommandFailure("nothing to search for", help: "casebook search --help") }
    var source = try SearchSource(base, refreshes: !noRefresh)
    var answer = source.search.find(asked, limit: limit)
    if answer.isDamaged {
      try source.rebuild()
      answer = source.search.find(asked, limit: limit)
    }
    for note in answer.notes { StandardError.report(.warning, VisibleText.string(note)) }
    if json {
      try StandardOutput.write(SearchReport.json(text, answer))
    } else if answer.hits.isEmpty {
      let names = answer.suggestions.map { "'\($0)'" }.joined(separator: ", ")
      StandardError.report(
        .error, "no case fits '\(VisibleText.string(text))'", help: names.isEmpty ? nil : "try \(names)")
    } else {
      try paging.show(SearchReport.text(answer, source.base))
    }
    if source.isIncomplete { return .failure }
    return answer.hits.isEmpty ? .findings : .clean
  }
}
