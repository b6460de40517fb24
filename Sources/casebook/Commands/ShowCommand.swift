import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSource

/// `casebook show`: one case, in the terminal or as a piece of something else.
struct ShowCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a case in the terminal.",
    usage: "casebook show <case> [--format text|html|json|markdown] [--width <columns>]")
  static let examples = [
    Example("casebook show memory-leak-detection", "a case, tools first"),
    Example("casebook show memory-leak-detection --format json", "the same for programs"),
    Example("casebook show memory-leak-detection --format markdown", "its source, repaired"),
  ]
  static let next = "Next: casebook list lists the cases."

  /// What a case can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, html, json, markdown }

  @Argument(help: "The id of a case, or one of its aliases.")
  var `case`: String

  @Option(help: "What it becomes.")
  var format = Format.text

  @Option(help: ArgumentHelp("Columns of the text (default: the terminal's, at most 100).", valueName: "columns"))
  var width: Int?

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var paging: PagingOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws { try TextWidth.check(width) }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let reading = Reading(base)
    reading.reportFailures()
    guard let found = CaseLookup.find(`case`, in: reading.library) else {
      let names = reading.library.cases.flatMap { [$0.case.id] + $0.case.aliases }
      StandardError.report(
        .error, "no case '\(`case`)'\(DidYouMean.hint(for: `case`, among: names))",
        help: "casebook list lists the cases")
      return .findings
    }
    guard var document = try base.read(found.document.path),
      let index = found.document.cases.firstIndex(where: { $0.id == found.case.id }),
      index < document.model.cases.count
    else { throw CommandFailure("\(base.shown(found.document.path)): changed while it was read; try again") }
    CaseResolution(reading.library.issueTypes).resolve(&document.model)
    let item = document.model.cases[index]
    switch format {
    case .text:
      let text = TextRenderer.render(
        case: item, of: document, issueTypes: reading.library.issueTypes,
        registry: try ToolFiles.read(base),
        standing: base.proofs.isInUse ? base.proofs.standing(of: item) : nil, width: TextWidth.columns(width),
        mode: TextWidth.mode)
      try paging.show(text)
    case .html: try StandardOutput.write(CasePieces.html(of: item, in: document))
    case .json: try StandardOutput.write(DocumentJSON.render(item))
    case .markdown: try StandardOutput.write(CasePieces.markdown(of: item, in: document))
    }
    return reading.isIncomplete ? .failure : .clean
  }
}
