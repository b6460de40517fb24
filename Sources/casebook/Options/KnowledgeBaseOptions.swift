import ArgumentParser
import CasebookSource

/// Options that say which knowledge base is meant.
struct KnowledgeBaseOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder with casebook.yml (default: found upwards).", valueName: "folder"))
  var root: String?

  @Option(help: ArgumentHelp("The folder with the documents (default: content, else the root).", valueName: "folder"))
  var content: String?

  @Flag(
    help: "Print each setting that is no default, and where it comes from; with validate also what no rule understood.")
  var verbose = false

  /// Opens the knowledge base; without a listing it names no document.
  func open(
    paths: [String] = [], overrides: [ConfigurationKey: String] = [:], isListed: Bool = true
  ) throws(CommandFailure) -> KnowledgeBase {
    let base = try KnowledgeBase(
      KnowledgeBase.Options(root: root, content: content, paths: paths, overrides: overrides), isListed: isListed)
    if verbose {
      StandardError.write("root = \(Paths.shown(base.root))\n")
      for setting in base.configuration.origins {
        StandardError.write(VisibleText.string("\(setting.name) = \(setting.value) (\(setting.origin))") + "\n")
      }
    }
    return base
  }
}
