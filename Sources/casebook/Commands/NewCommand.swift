import ArgumentParser
import CasebookModel
import CasebookSearch
import CasebookSource

/// `casebook new`: a case with every part it needs, to be filled in.
struct NewCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write the skeleton of a case, with every part that a case needs.",
    usage: "casebook new <case> [--type <issue-type>] [--title <title>] [--author <name>]")
  static let examples = [
    Example("casebook new lost-update", "content/lost-update.md, to be filled in"),
    Example("casebook new \"Two writers, one row\" --type race-conditions", "with a title and an issue type"),
  ]
  static let next = "Next: fill it in, then casebook validate --profile strict; model: casebook schema document."

  @Argument(help: "The id of the case, or its title.")
  var `case`: String

  @Option(
    name: .customLong("type"),
    help: ArgumentHelp("Its issue type (default: read from the id).", valueName: "issue-type"))
  var type: String?

  @Option(help: "Its title (default: read from the id).")
  var title: String?

  @Option(help: ArgumentHelp("Somebody who answers questions (default: you).", valueName: "name"))
  var author: String?

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let library = Reading(base).library
    let id = Slug.make(`case`)
    guard !id.isEmpty else {
      throw CommandFailure("'\(`case`)' gives no id; use letters and digits, as in lost-update")
    }
    if let known = library.find(id) {
      throw CommandFailure(
        "a case '\(id)' is there already: \(base.shown(known.document.path)):\(known.case.title.at.start.line)")
    }
    let skeleton = CaseSkeleton(
      id: id, title: title ?? CaseSkeleton.title(from: `case`), issueType: try issueType(library),
      author: author ?? CaseSkeleton.author, today: Clock.today.map { "\($0)" } ?? "1970-01-01")
    let path = Paths.join(base.content, id + ".md")
    try NewFile.write(skeleton.bytes, at: path)
    try StandardOutput.write(Paths.shown(path) + "\n")
    if skeleton.issueType == nil {
      let names = library.issueTypes.map(\.id).joined(separator: ", ")
      StandardError.report(.note, "it has no issue type yet", help: names.isEmpty ? nil : "one of \(names)")
    }
    return .clean
  }

  /// The type that was named, else the one that the words of the id find, else none.
  private func issueType(_ library: CaseLibrary) throws(CommandFailure) -> String? {
    if let type { return try IssueTypeName.find(type, in: library) }
    let words = [`case`, title ?? ""].joined(separator: " ")
    let readable = String(words.map { $0 == "-" ? " " : $0 })
    let found = ToolFinder(issueTypes: library.issueTypes).find(readable)
    return found.matches.count == 1 ? found.matches.first?.issueType.id : nil
  }
}
