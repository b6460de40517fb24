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
    let known = try KnownTools(base, reading.library)
    let found = known.find(query)
    reading.reportFailures()
    if !known.isOwnTable {
      StandardError.report(
        .note,
        "no document below '\(Paths.shown(base.content))' holds a table 'Issue | Tools'; these are the tools casebook knows"
      )
    }
    if json {
      try StandardOutput.write(Self.json(query, found, known, reading.library))
    } else if found.matches.isEmpty {
      let names = found.suggestions.map { "'\($0)'" }.joined(separator: ", ")
      StandardError.report(.error, "no issue type fits '\(query)'", help: "try \(names)")
    } else {
      try paging.show(Self.text(query, found, known, reading.library))
    }
    if reading.isIncomplete { return .failure }
    return found.matches.isEmpty && !query.isEmpty ? .findings : .clean
  }

  private static func text(
    _ query: String, _ found: ToolMatches, _ known: KnownTools, _ library: CaseLibrary
  ) -> String {
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
      let sheet = known.sheet(match.issueType, cases: library.cases(of: match.issueType.id).map(\.id))
      text += String(decoding: sheet.text(width: TextWidth.columns(nil), mode: TextWidth.mode), as: UTF8.self)
    }
    return text
  }

  private static func json(
    _ query: String, _ found: ToolMatches, _ known: KnownTools, _ library: CaseLibrary
  ) -> [UInt8] {
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
              json.array(of: match.issueType.tools) { json, written in
                Self.write(written.value, known.registry.find(written.value), to: &json)
              }
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

  private static func write(_ written: String, _ tool: Tool?, to json: inout JSONWriter) {
    json.object { json in
      json.field("name", written)
      guard let tool else { return }
      json.field("id", tool.id)
      json.field("summary", tool.summary)
      json.field("firstCommand", ifPresent: tool.firstCommands.first)
      json.field("caution", ifPresent: tool.caution)
      json.field("successor", ifPresent: tool.successor)
      json.field("install", ifPresent: tool.install.first?.text)
    }
  }
}
