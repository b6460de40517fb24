import ArgumentParser
import CasebookRender
import CasebookRules
import CasebookSource

/// `casebook validate`: every finding about every document, in one report.
struct ValidateCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check documents: what misleads a reader, and where.",
    usage: "casebook validate [<path> ...] [--format <format>] [--fail-on error|warning|never]")
  static let examples = [
    Example("casebook validate", "every document of this knowledge base"),
    Example("casebook validate notes", "a folder, or a file, of any Markdown"),
    Example("casebook validate --format short", "one line a finding, for editors"),
    Example("casebook validate --format json", "for programs; sarif, github and junit for CI"),
    Example("casebook validate --format statistics", "how many findings each rule has"),
  ]
  static let next = "Next: casebook explain CB001 tells what a rule is for; casebook fix lists what can be mended."

  @Argument(help: "Files or folders to report on (default: everything).")
  var path: [String] = []

  @Option(help: "How findings are written.")
  var format: ReportName?

  @Option(name: .customLong("fail-on"), help: "Exit 1 from this severity on.")
  var failOn: FailOn = .error

  @Option(help: "Judge documents by this profile.")
  var profile: Profile?

  @Flag(name: .customLong("no-parsers"), help: "Start no python3, bash or swiftc; their code is not checked.")
  var noParsers = false

  @Option(help: ArgumentHelp("What places link to in a terminal.", valueName: "where"))
  var hyperlinks: HyperlinkChoice = .auto

  @Flag(name: .customLong("write-baseline"), help: "Take all findings as known; where a baseline is, only shrink it.")
  var writeBaseline = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if writeBaseline, !path.isEmpty { throw ValidationError("--write-baseline is about all documents; name no path") }
    if writeBaseline, format != nil { throw ValidationError("--write-baseline and --format exclude each other") }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    var overrides: [ConfigurationKey: String] = [:]
    if let profile { overrides[.profile] = profile.rawValue }
    if noParsers { overrides[.parsers] = "off" }
    let base = try base.open(paths: path, overrides: overrides)
    var survey = Survey(base, rules: RuleSet(try base.rules(today: Clock.today)), keepingAbstentions: self.base.verbose)
    if writeBaseline { return try write(survey, base) }
    try survey.heedBaseline(of: base)
    let selected = survey.findings.diagnostics.filter { base.isSelected($0.path) }
    let format = format?.format ?? ReportCatalog.all[0]
    var report = base.report(selected, survey, paths: format.paths)
    if let template = hyperlinks.wanted { report.link = base.links(template) }
    try StandardOutput.write(format.write(report))
    tell(survey.findings.abstentions.filter { base.isSelected($0.path) }, base)
    for unchecked in survey.unchecked { StandardError.report(.note, unchecked.sentence) }
    if let omission = format.omission(report) { StandardError.report(.warning, omission) }
    if let summary = format.stepSummary(report) { try StepSummary.append(summary) }
    base.warnIfEmpty()
    Kept.toTheEnd((survey, report))
    return survey.exit(failOn: failOn, among: selected)
  }

  /// Says, under `--verbose`, what rules did not understand and so said nothing about.
  private func tell(_ abstentions: [Abstention], _ base: KnowledgeBase) {
    for abstention in abstentions {
      let place = "\(base.shown(abstention.path)):\(abstention.range.start)"
      StandardError.report(.note, "\(place): \(abstention.message) [\(abstention.rule)]")
    }
  }

  private func write(_ survey: Survey, _ base: KnowledgeBase) throws(CommandFailure) -> CommandExit {
    guard let store = BaselineStore(base) else {
      throw CommandFailure(
        "no baseline is named", help: "write 'baseline: baseline.txt' into \(KnowledgeBase.fileName)")
    }
    guard !survey.isIncomplete else {
      throw CommandFailure(
        "a document could not be read; the baseline is as it was", help: "casebook validate tells which")
    }
    try StandardOutput.write(try store.write(survey.baseline(of: base)))
    return .clean
  }
}
