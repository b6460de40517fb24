import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSearch
import CasebookSource

/// `casebook tools`: which tools for which trouble, in the reader's own words.
struct ToolsCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "tools", abstract: "Tell the tools for an issue type; typing errors and synonyms are forgiven.",
    usage: "casebook tools [<issue> ...] [--json]")
  static let examples = [
    Example("casebook tools \"memory leak\"", "the tools for memory leaks"),
    Example("casebook tools oom", "a synonym finds the same row"),
    Example("casebook tools", "the whole table"),
    Example("casebook tools slow queries --json", "for programs"),
  ]
  static let next = "Next: casebook list --type memory-leaks lists the cases of an issue type."

  @Argument(help: "The trouble, in your own words (default: all issue types).")
  var issue: [String] = []

  @Flag(help: "Print casebook.tools/1.")
  var json = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var paging: PagingOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let reading = Reading(base)
    let query = issue.joined(separator: " ")
    let types = reading.library.issueTypes
    let found = ToolFinder(issueTypes: types).find(query)
    reading.reportFailures()
    if json {
      try StandardOutput.write(Self.json(query, found, reading.library))
    } else if types.isEmpty {
      StandardError.report(
        .warning, "no document below '\(Paths.shown(base.content))' holds a table 'Issue | Tools'")
    } else if found.matches.isEmpty {
      let names = found.suggestions.map { "'\($0)'" }.joined(separator: ", ")
      StandardError.report(.error, "no issue type fits '\(query)'", help: "try \(names)")
    } else {
      try paging.show(Self.text(query, found, reading.library))
    }
    if reading.isIncomplete { return .failure }
    return found.matches.isEmpty && !query.isEmpty ? .findings : .clean
  }

  private static func text(_ query: String, _ found: ToolMatches, _ library: CaseLibrary) -> String {
    let colour = Terminal.colours(of: .output)
    var text = ""
    if let match = found.matches.first {
      switch match.reason {
      case .typo(let written, let read): text += Paint.faint("'\(written)' read as '\(read)'", colour) + "\n"
      case .exact, .name, .synonym, .tool: break
      }
    }
    if query.isEmpty {
      var table = TextTable(flexible: 1)
      for match in found.matches {
        let tools = match.issueType.tools.map(\.value).joined(separator: ", ")
        table.add([.init(match.issueType.name, .strong), .init(tools)])
      }
      return text + table.text(colour: colour, within: Terminal.columns(.output))
    }
    for (index, match) in found.matches.enumerated() {
      if index > 0 { text += "\n" }
      text += Paint.strong(match.issueType.name, colour) + "\n"
      for tool in match.issueType.tools { text += "  \(VisibleText.string(tool.value))\n" }
      let cases = library.cases(of: match.issueType.id)
      if !cases.isEmpty {
        text += Paint.faint("  cases: " + cases.map(\.id).joined(separator: ", "), colour) + "\n"
      }
    }
    return text
  }

  private static func json(_ query: String, _ found: ToolMatches, _ library: CaseLibrary) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.tools/1")
      json.field("query", query)
      json.field("issueTypes") { json in
        json.array(of: found.matches) { json, match in
          json.object { json in
            json.field("id", match.issueType.id)
            json.field("name", match.issueType.name)
            json.field("tools") { json in
              json.array(of: match.issueType.tools) { json, tool in json.object { $0.field("name", tool.value) } }
            }
            json.field("cases") { json in
              json.array(of: library.cases(of: match.issueType.id)) { $0.string($1.id) }
            }
          }
        }
      }
      json.field("suggestions") { json in json.array(of: found.suggestions) { $0.string($1) } }
    }
    return json.finish()
  }
}
