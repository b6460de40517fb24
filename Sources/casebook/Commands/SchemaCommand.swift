import ArgumentParser
import CasebookRender

/// `casebook schema`: the JSON Schema of what other commands print, and of what they read.
struct SchemaCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what casebook prints, and of the files that it reads.",
    usage: "casebook schema <subject>")
  static let examples = [
    Example("casebook schema document > document.schema.json", "the shape of one document"),
    Example("casebook schema evidence", "the shape of a file below content/proof"),
    Example("casebook schema config", "casebook.yml, for an editor that completes it"),
    Example("casebook schema tools", "a file that `tools:` in casebook.yml names"),
    Example("casebook schema diagnostics", "what validate --format json prints"),
  ]
  static let next = "Next: casebook export prints the documents themselves."

  /// What has a schema: files, then the answers of commands.
  enum Subject: String, CaseIterable, ExpressibleByArgument {
    case document, evidence, config, tools, diagnostics
    case toolsAnswer = "tools-answer"
    case list, search, match, check, checks, coverage, doctor

    fileprivate var text: String {
      switch self {
      case .document: DocumentSchema.text
      case .evidence: EvidenceSchema.text
      case .config: OutputSchemas.config
      case .tools: OutputSchemas.tools
      case .diagnostics: OutputSchemas.diagnostics
      case .toolsAnswer: OutputSchemas.toolsAnswer
      case .list: OutputSchemas.list
      case .search: OutputSchemas.search
      case .match: OutputSchemas.match
      case .check: OutputSchemas.check
      case .checks: OutputSchemas.checks
      case .coverage: OutputSchemas.coverage
      case .doctor: OutputSchemas.doctor
      }
    }
  }

  @Argument(
    help: """
      What to describe; from tools-answer on, what those commands print with --json (checks: check --list, coverage: check \
      coverage).
      """)
  var subject: Subject

  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    let text = subject.text
    try StandardOutput.write(text + (text.hasSuffix("\n") ? "" : "\n"))
    return .clean
  }
}
