import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSource

/// `casebook list`: the cases, one a line.
struct ListCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cases with their issue types and proof states.",
    usage: "casebook list [--type <issue-type>] [--json]")
  static let examples = [
    Example("casebook list", "every case"),
    Example("casebook list --type memory-leaks", "those of an issue type"),
    Example("casebook list --content notes --json", "of any folder of Markdown, for programs"),
  ]
  static let next = "Next: casebook show CASE prints one of them."

  @Option(name: .customLong("type"), help: ArgumentHelp("Only cases of this issue type.", valueName: "issue-type"))
  var type: String?

  @Flag(help: "Print casebook.list/1.")
  var json = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var paging: PagingOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let reading = Reading(base)
    var cases = reading.library.cases
    if let type {
      let known = try IssueTypeName.find(type, in: reading.library)
      cases = cases.filter { $0.case.issueType == known || $0.case.alsoIssueTypes.contains(known) }
    }
    if json {
      try StandardOutput.write(Self.json(cases, base.proofs))
    } else {
      try paging.show(Self.table(cases, base))
    }
    base.warnIfEmpty()
    reading.reportFailures()
    return reading.isIncomplete ? .failure : .clean
  }

  private typealias Entry = (document: CaseDocument, case: RawCase)

  private static func table(_ cases: [Entry], _ base: KnowledgeBase) -> String {
    var table = TextTable(flexible: 1)
    for entry in cases {
      let place = "\(base.shown(entry.document.path)):\(entry.case.title.at.start.line)"
      var row: [TextTable.Cell] = [
        .init(entry.case.id, .strong), .init(entry.case.title.value), .init(entry.case.issueType ?? "–"),
      ]
      // Where nothing has a check, no column says so of each case.
      if base.proofs.isInUse { row.append(.init(base.proofs.standing(of: entry.case).state.rawValue)) }
      table.add(row + [.init(place, .faint)])
    }
    return table.text(colour: Terminal.colours(of: .output), within: Terminal.columns(.output))
  }

  private static func json(_ cases: [Entry], _ proofs: ProofRecords) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.list/1")
      json.field("cases") { json in
        json.array(of: cases) { json, entry in
          json.object { json in
            json.field("id", entry.case.id)
            json.field("title", entry.case.title.value)
            json.field("issueType", ifPresent: entry.case.issueType)
            json.field("path", entry.document.path)
            json.field("line", entry.case.title.at.start.line)
            json.field("proof", proofs.standing(of: entry.case).state.rawValue)
          }
        }
      }
    }
    return json.finish()
  }
}
