import ArgumentParser
import CasebookRender

/// `casebook schema`: the JSON Schema of what other commands print.
struct SchemaCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a document of the library.",
    usage: "casebook schema document")
  static let examples = [
    Example("casebook schema document > document.schema.json", "the shape of one document")
  ]
  static let next = "Next: casebook export prints the documents themselves."

  /// What has a schema.
  enum Subject: String, CaseIterable, ExpressibleByArgument { case document }

  @Argument(help: "What to describe.")
  var subject: Subject

  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    switch subject {
    case .document: try StandardOutput.write(DocumentSchema.text + (DocumentSchema.text.hasSuffix("\n") ? "" : "\n"))
    }
    return .clean
  }
}
