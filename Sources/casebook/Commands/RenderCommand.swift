import ArgumentParser
import CasebookMarkdown
import CasebookModel
import CasebookRender
import CasebookSource

/// `casebook render`: one Markdown file on its own, outside of any knowledge base.
struct RenderCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Render one Markdown file on its own.",
    usage: "casebook render [<file> | -] [--format html|text|json] [--fragment]")
  static let examples = [
    Example("casebook render notes.md > notes.html", "a page"),
    Example("casebook render notes.md --format text", "for the terminal"),
    Example("casebook render - --fragment < notes.md", "only the body's HTML, as CommonMark has it"),
  ]
  static let next = "Next: casebook build makes a site of a whole folder."

  /// What a document can be rendered as.
  enum Format: String, CaseIterable, ExpressibleByArgument { case html, text, json }

  @Argument(help: "A file, or - for standard input.")
  var file = "-"

  @Option(help: "What it becomes.")
  var format = Format.html

  @Flag(help: "Only the body, without the page round it.")
  var fragment = false

  @Option(help: ArgumentHelp("Columns of the text (default: the terminal's, at most 100).", valueName: "columns"))
  var width: Int?

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    try TextWidth.check(width)
    if fragment, format != .html { throw ValidationError("--fragment goes with --format html") }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let document = DocumentReader.read(try OneFile.read(file))
    switch format {
    case .html:
      try StandardOutput.write(fragment ? Self.fragment(of: document) : SinglePage.render(document))
    case .text:
      try StandardOutput.write(
        TextRenderer.render(
          document: document, width: TextWidth.columns(width), mode: TextWidth.mode))
    case .json: try StandardOutput.write(DocumentJSON.render(document.model))
    }
    let refusals = document.diagnostics.filter { $0.rule == FileFindings.overLimit && $0.severity == .error }
    for refusal in refusals {
      StandardError.report(.error, "\(refusal.path):\(refusal.range.start): \(refusal.message)")
    }
    return refusals.isEmpty ? .clean : .findings
  }

  /// The body's HTML; two lines of dashes with nothing between them are what CommonMark takes them for, two rules.
  private static func fragment(of document: ReadDocument) -> [UInt8] {
    guard let matter = document.document.frontMatter, matter.entries.isEmpty,
      document.source.bytes[matter.contentRange].allSatisfy({ $0 <= 0x20 })
    else { return HTMLRenderer.fragment(of: document.document) }
    return HTMLRenderer.fragment(of: MarkdownParser.parseBody(document.source))
  }
}
