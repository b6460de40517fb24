import ArgumentParser
import CasebookRender
import CasebookSource

/// `casebook export`: the whole library as one JSON document.
struct ExportCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print the whole library as JSON, with the place of everything.",
    usage: "casebook export [--format json]")
  static let examples = [
    Example("casebook export > library.json", "every document, typed"),
    Example("casebook export --content notes", "of any folder of Markdown"),
  ]
  static let next = "Next: casebook schema document prints the shape of a document."

  /// What a library can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument { case json }

  @Option(help: "How it is written.")
  var format = Format.json

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    var isIncomplete = base.findings.contains { $0.rule == FileFindings.unreadable }
    switch format {
    case .json: isIncomplete = try LibraryStream(base).write() || isIncomplete
    }
    base.warnIfEmpty()
    for finding in base.findings where finding.severity == .error {
      StandardError.report(.error, "\(base.shown(finding.path)): \(finding.message)")
    }
    return isIncomplete ? .failure : .clean
  }
}
