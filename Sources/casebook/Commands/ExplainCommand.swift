import ArgumentParser
import CasebookRules
import CasebookSource

/// `casebook explain`: what a rule finds, why it matters, and how to silence it.
struct ExplainCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain a rule: what it finds, why, with good and bad examples.",
    usage: "casebook explain [<rule>]")
  static let examples = [
    Example("casebook explain CB001", "the page of a rule"),
    Example("casebook explain nested-fence", "the same by name"),
    Example("casebook explain", "all rules"),
  ]
  static let next = "Next: casebook validate finds what the rules are about."

  @Argument(help: "A rule, by id or name (default: list all).")
  var rule: String?

  @OptionGroup var paging: PagingOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let width = Terminal.columns(.output) ?? 80
    guard let name = rule else {
      try paging.show(RuleExplanation.list(RuleCatalog.all, width: width))
      return .clean
    }
    guard let rule = RuleCatalog.find(name) else {
      let near = RuleNames.near(name)
      StandardError.report(
        .error, "no rule '\(name)'\(near.isEmpty ? "" : "; did you mean \(near)?")",
        help: "casebook explain lists all rules")
      return .findings
    }
    let isColored = Terminal.colours(of: .output)
    try paging.show(RuleExplanation.text(rule.description, width: width, isColored: isColored))
    return .clean
  }
}
