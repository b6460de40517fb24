import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSource

/// `casebook doctor`: which of the tools are on this machine, and how to get the others.
struct DoctorCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Tell which of the tools are on this machine, and how to get the others.",
    usage: "casebook doctor [<issue> ...] [--json]")
  static let examples = [
    Example("casebook doctor", "the tools of the knowledge base's table"),
    Example("casebook doctor memory leaks", "those for an issue type, and what else serves it"),
    Example("casebook doctor --json", "for programs"),
  ]
  static let next = "Next: casebook tools ISSUE tells what each shows and how to begin."

  @Argument(help: "The trouble, in your own words (default: all issue types).")
  var issue: [String] = []

  @Flag(help: "Print casebook.doctor/1.")
  var json = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let reading = Reading(base)
    let known = try KnownTools(base, reading.library)
    let query = issue.joined(separator: " ")
    let types = try known.issueTypes(named: query)
    reading.reportFailures()
    let checkup = Checkup(types, isNamed: !query.isEmpty, known)
    if json {
      try StandardOutput.write(checkup.json)
    } else {
      try StandardOutput.write(
        checkup.text(colour: Terminal.colours(of: .output), width: Terminal.columns(.output) ?? 80))
    }
    if reading.isIncomplete { return .failure }
    return checkup.missing.isEmpty ? .clean : .findings
  }
}
