import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// All documents of a knowledge base read and checked.
struct Survey {
  var findings: LibraryFindings
  /// Whether a file could not be read, which outweighs any finding.
  var isIncomplete: Bool
  /// Documents that were read.
  var count: Int
  /// Of documents with findings, the lines whose columns have to be counted.
  private(set) var wideLines: [String: WideLines] = [:]
  /// Code that no parser has seen, and why.
  private(set) var unchecked: [UncheckedBlocks] = []
  /// Where the cases stand, if a baseline asks for it.
  private let cases: CasePlaces
  private let configuration: RuleConfiguration
  /// What it was made from, held only for the sake of not taking it apart before a report is out.
  private var material: [LibraryLoader.Outcome<Part>] = []

  /// Reads and checks everything; of each document only outline and findings stay.
  ///
  /// With `keepingAbstentions` also what rules did not understand.
  init(_ base: KnowledgeBase, rules: RuleSet, keepingAbstentions: Bool = false) {
    let blocks = base.proofs.blocks
    let reported = base.selection == nil ? nil : Set(base.sources.map(\.modelPath).filter(base.isSelected))
    let isParsed = base.configuration.parsers?.value ?? true
    // What no parser was asked about is told as well, where somebody wants to know.
    let keeping: CodeKeeping = isParsed || keepingAbstentions ? .all : .unparsed
    let outcomes = LibraryLoader.loadInBatches(base.sources, limits: base.configuration.limits) { documents in
      let examined = rules.examine(
        documents, keepingCode: { reported?.contains($0.model.path) ?? true ? keeping : .none },
        keepingAbstentions: keepingAbstentions)
      return zip(documents, examined).map { document, findings in
        var findings = findings
        if let empty = FileFindings.emptiness(of: document) { findings.diagnostics.append(empty) }
        let hasPlaces = !findings.diagnostics.isEmpty || !(findings.exhibits?.blocks.isEmpty ?? true)
        let wide = hasPlaces ? WideLines(document.source) : nil
        return Part(model: document.model.outline(keepingCodeOf: blocks), findings: findings, wide: wide)
      }
    }
    self.init(base, outcomes, rules, readsCode: true, keepingAbstentions: keepingAbstentions)
    material = outcomes
  }

  /// What stays of a document.
  struct Part: Sendable {
    var model: CaseDocument
    var findings: DocumentFindings
    var wide: WideLines?
  }

  /// Joins what was read. Parsers are only started with `readsCode`: a site must not depend on what is on the machine.
  init(
    _ base: KnowledgeBase, _ outcomes: [LibraryLoader.Outcome<Part>], _ rules: RuleSet, readsCode: Bool = false,
    keepingAbstentions: Bool = false
  ) {
    var models: [CaseDocument] = []
    var examined: [DocumentFindings] = []
    var files = base.findings
    for outcome in outcomes {
      switch outcome {
      case .read(let part):
        models.append(part.model)
        examined.append(part.findings)
        if let wide = part.wide { wideLines[part.model.path] = wide }
      case .failed(let finding): files.append(finding)
      }
    }
    var facts: CodeFacts?
    if readsCode {
      var programs = ParserPrograms()
      let isOn = base.configuration.parsers?.value ?? true
      facts = CodeAnalysis.facts(of: examined.map(\.exhibits), start: isOn ? { programs.start($0) } : nil)
      unchecked = facts?.unchecked ?? []
    }
    var proofs = base.proofs
    if let days = base.configuration.staleAfter {
      proofs.expiry = rules.configuration.today?.before(days: days)?.description
    }
    findings = rules.conclude(
      CaseLibrary(documents: models, proofs: proofs), examined, facts, keepingAbstentions: keepingAbstentions)
    findings.diagnostics = (findings.diagnostics + files.compactMap { rules.configuration.adjusted($0) }).sorted()
    isIncomplete = files.contains { $0.rule == FileFindings.unreadable }
    count = models.count
    cases = CasePlaces(base.configuration.baseline == nil ? [] : models)
    configuration = rules.configuration
  }

  /// Takes out what the baseline knows, and reports what it knows in vain.
  mutating func heedBaseline(of base: KnowledgeBase) throws(CommandFailure) {
    guard let store = BaselineStore(base) else { return }
    let baseline = try store.read()
    var keys = BaselineKeys(cases: cases, source: base.bytes)
    let stale = baseline.apply(to: &findings, &keys)
    guard !stale.isEmpty else { return }
    let found = stale.map { Baseline.stale($0, path: store.modelPath) }
    findings.diagnostics = (findings.diagnostics + found.compactMap(configuration.adjusted)).sorted()
  }

  /// Every finding that a baseline may hold.
  func baseline(of base: KnowledgeBase) -> Baseline {
    var keys = BaselineKeys(cases: cases, source: base.bytes)
    return Baseline(of: findings, &keys)
  }

  /// How a command that reports these findings ends.
  func exit(failOn: FailOn, among selected: [Diagnostic]) -> CommandExit {
    let threshold: Severity
    switch failOn {
    case .error: threshold = .error
    case .warning: threshold = .warning
    case .never: return isIncomplete ? .failure : .clean
    }
    let fails = selected.contains { $0.severity >= threshold && findings.counts($0) }
    return (fails ? CommandExit.findings : .clean).and(isIncomplete ? .failure : .clean)
  }
}

extension RuleConfiguration {
  /// Gives a finding about a file the severity that the settings want; `nil` where its rule is off.
  ///
  /// A file that could not be read is always an error.
  fileprivate func adjusted(_ finding: Diagnostic) -> Diagnostic? {
    guard finding.rule != FileFindings.unreadable, let level = severities[finding.rule] else { return finding }
    guard let severity = Severity(rawValue: level.rawValue) else { return nil }
    var result = finding
    result.severity = severity
    return result
  }
}
