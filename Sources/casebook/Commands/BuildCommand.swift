import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// `casebook build`: the site, put in its place in one step.
struct BuildCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Build the site: content and templates become pages in site/.",
    usage: "casebook build [--content <folder>] [--templates <folder>] [--output <folder>] [--base-url <address>]")
  static let examples = [
    Example("casebook build", "the site of this knowledge base, in site/"),
    Example("casebook build --content notes --output /tmp/site", "of any folder of Markdown"),
    Example("casebook build --base-url https://example.org/cases/", "with canonical links"),
  ]
  static let next = "Next: open site/index.html; casebook validate shows the findings that the pages show."

  @Option(help: ArgumentHelp("The theme: files that replace built-in ones (default: templates).", valueName: "folder"))
  var templates: String?

  @Option(help: ArgumentHelp("Where the site goes (default: site).", valueName: "folder"))
  var output: String?

  @Option(name: .customLong("base-url"), help: ArgumentHelp("Where it will be served.", valueName: "address"))
  var baseURL: String?

  @Option(help: "The name of the knowledge base, on every page.")
  var title: String?

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    var overrides: [ConfigurationKey: String] = [:]
    for (key, value) in [
      (ConfigurationKey.templates, templates), (.output, output), (.baseURL, baseURL), (.title, title),
    ] { overrides[key] = value }
    let started = Clock.nanoseconds
    let base = try base.open(overrides: overrides)
    let target = try SiteTarget.find(base)
    guard !base.sources.isEmpty || base.findings.contains(where: { $0.rule == FileFindings.unreadable }) else {
      throw CommandFailure(
        "no Markdown file (.md, .markdown) below '\(Paths.shown(base.content))'; nothing was built",
        help: "casebook new CASE writes a first case; --content names another folder")
    }
    let (summary, verdict) = try SiteBuilder(base, target, started: started).build()
    for note in summary.notes { StandardError.report(.note, note) }
    verdict.report(base)
    try StandardOutput.write(Self.text(summary, Paths.shown(target)))
    return verdict.exit
  }

  /// `site: 24 files, 3 written, 21 as before, 1 removed`
  private static func text(_ summary: SiteWriter.Summary, _ target: String) -> String {
    var parts = ["\(summary.written + summary.unchanged) files"]
    if summary.unchanged > 0 {
      parts.append(summary.written > 0 ? "\(summary.written) written" : "nothing to write")
      if summary.written > 0 { parts.append("\(summary.unchanged) as before") }
    }
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    return "\(VisibleText.string(target)): \(parts.joined(separator: ", "))\n"
  }
}
