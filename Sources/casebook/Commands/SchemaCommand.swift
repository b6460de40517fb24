import ArgumentParser
import CasebookRender

/// `casebook schema`: the JSON Schema of what other commands print.
struct SchemaCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a document of the library, or of a record of evidence.",
    usage: "casebook schema document|evidence")
  static let examples = [
    Example("casebook schema document > document.schema.json", "the shape of one document"),
    Example("casebook schema evidence", "the shape of a file below content/proof"),
  ]
  static let next = "Next: casebook export prints the documents themselves."

  /// What has a schema.
  enum Subject: String, CaseIterable, ExpressibleByArgument { case document, evidence }

  @Argument(help: "What to describe.")
  var subject: Subject

  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    let text =
      switch subject {
      case .document: DocumentSchema.text
      case .evidence: EvidenceSchema.text
      }
    try StandardOutput.write(text + (text.hasSuffix("\n") ? "" : "\n"))
    return .clean
  }
}
