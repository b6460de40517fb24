import ArgumentParser
import CasebookModel
import CasebookRender
import CasebookSource

/// `casebook check`: runs the checks of the cases, and blesses what they prove.
struct CheckCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Run the checks: red on the bug, green on the fix; tell what is stale.",
    usage: "casebook check [<case> ...|coverage] [--all] [--bless] [--list] [--json] [--junit <file>]")
  static let examples = [
    Example("casebook check", "run what is stale or has not run; tell how the rest stands"),
    Example("casebook check lost-update", "run the checks of a case, or a check by its own name"),
    Example("casebook check --all --junit checks.xml", "run every check, for CI"),
    Example("casebook check --bless lost-update", "record what a passing run has proved"),
    Example("casebook check coverage", "what is proved, by case and issue type"),
  ]
  static let next =
    "Next: casebook schema evidence tells what a record holds; casebook list shows the state of each case."

  @Argument(help: "Cases or checks to run, or the word coverage (default: what is not proved as it reads).")
  var cases: [String] = []

  @Flag(help: "Run every check, also where the proof is as it was.")
  var all = false

  @Flag(help: "Record what is named (or --all) and passes: proof/lock.json and the evidence.")
  var bless = false

  @Flag(help: "List the checks and run none.")
  var list = false

  @Flag(help: "Print casebook.check/1.")
  var json = false

  @Option(help: ArgumentHelp("Write the results as JUnit's XML as well.", valueName: "file"))
  var junit: String?

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if bless, cases.isEmpty, !all { throw ValidationError("name what to bless, or bless it --all") }
    if bless, list { throw ValidationError("--bless and --list exclude each other") }
    if all, !cases.isEmpty { throw ValidationError("name cases, or take them --all") }
    if cases.first == "coverage", cases.count > 1 || bless || list || all || junit != nil {
      throw ValidationError("coverage stands alone")
    }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let base = try base.open()
    let store = base.proofStore
    // A record that can't be read is written anew by a blessing; the lock holds what others have blessed.
    let broken = base.findings.filter {
      $0.path.hasPrefix(store.modelPath + "/") && (!bless || $0.path == base.proofs.lockPath)
    }
    guard broken.isEmpty else {
      let messages = broken.map { "\(base.shown($0.path)):\($0.range.start.line): \($0.message)" }
      throw CommandFailure(messages + ["nothing was run"])
    }
    let reading = Reading(base, withDoctests: true)
    reading.reportFailures()
    let unread: CommandExit = reading.isIncomplete ? .failure : .clean
    if cases == ["coverage"] {
      let coverage = ProofCoverage(reading.library)
      try StandardOutput.write(json ? CoverageReport.json(coverage) : Array(CoverageReport.text(coverage).utf8))
      return unread
    }
    guard base.proofs.isInUse || !reading.doctests.isEmpty else { throw Self.noCommand }
    let selection = CheckSelection(names: cases, library: reading.library)
    let doctests = Doctests(reading.doctests.filter(selection.contains), base, isQuiet: json)
    guard var outcome = try checked(base, reading.library, selection, doctests) else { return unread }
    outcome.doctests = try Interruption.watching { () throws(CommandFailure) in
      try doctests.run(isForced: all || !selection.isEverything, knowsAll: selection.isEverything)
    }
    if outcome.doctests.contains(where: { $0.verdict == .failed }) { outcome.exit = outcome.exit.and(.findings) }
    try report(outcome, base)
    return outcome.exit.and(unread)
  }

  /// Runs the checks that have to run; `nil` where they were only to be listed.
  private func checked(
    _ base: KnowledgeBase, _ library: CaseLibrary, _ selection: CheckSelection, _ doctests: Doctests
  ) throws(CommandFailure) -> CheckOutcome? {
    let isDue = base.proofs.isInUse && (all || list || !cases.isEmpty || selection.isAnythingDue(library))
    guard isDue else {
      try selection.check(nil, doctests: doctests.programs)
      if list {
        try StandardOutput.write(CheckReport.list([], states: [:], doctests: doctests.programs, base, json))
        return nil
      }
      return CheckOutcome.recorded(library)
    }
    guard let command = base.configuration.checks else { throw Self.noCommand }
    // Covered blocks are compared and recorded with their texts.
    let library = Reading(base, withTexts: true).library
    return try Interruption.watching { () throws(CommandFailure) -> CheckOutcome? in
      var session = try CatalogueSession(command, root: base.root)
      defer { session.finish() }
      let plan = CheckPlan(try session.list(), library)
      if list {
        let states = CheckOutcome.states(plan, library)
        try StandardOutput.write(
          CheckReport.list(plan.items, states: states, doctests: doctests.programs, base, json))
        plan.faults.forEach { StandardError.report(.error, $0) }
        return nil
      }
      try selection.check(plan, doctests: doctests.programs)
      let runner = CheckRunner(base: base, library: library, bless: bless, isQuiet: json)
      return try runner.run(&session, plan, selection, all: all)
    }
  }

  private static let noCommand = CommandFailure(
    "no checks: \(KnowledgeBase.fileName) names no command under 'checks'",
    help: "write 'checks: swift run -c release NAME', NAME being a program made with the library CasebookChecks")

  private func report(_ outcome: CheckOutcome, _ base: KnowledgeBase) throws(CommandFailure) {
    if let junit {
      let results = outcome.results.map {
        ChecksJUnit.Result(record: $0.record, milliseconds: $0.milliseconds.values.max() ?? 0)
      }
      let path = Paths.realOfFuture(junit)
      do throws(SystemError) {
        let xml = ChecksJUnit.write(results, doctests: outcome.doctests)
        try OutputFolder(try Root(Paths.parent(path))).replace(Paths.name(path), with: xml)
      } catch {
        throw CommandFailure("--junit \(junit): \(error.message)")
      }
    }
    if json {
      try StandardOutput.write(CheckReport.json(outcome))
    } else {
      var text = outcome.isPrinted ? "" : outcome.lines
      text += DoctestReport.lines(outcome.doctests, base)
      text += CheckReport.troubles(outcome.troubles, base)
      text += DoctestReport.findings(outcome.doctests, base)
      if base.proofs.isInUse { text += CheckReport.totals(outcome.results, outcome.coverage) }
      try StandardOutput.write(text + DoctestReport.totals(outcome.doctests))
    }
    if let reason = DoctestReport.omission(outcome.doctests) { StandardError.report(.note, reason) }
    for message in outcome.messages { StandardError.report(.error, message) }
    for note in outcome.notes { StandardError.report(.note, note) }
  }
}
