import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// All documents of a knowledge base read and checked: the typed library, and every finding.
struct Survey {
  var library: CaseLibrary
  var findings: LibraryFindings
  /// Whether a file could not be read, which outweighs any finding.
  var isIncomplete: Bool
  /// Documents that were read.
  var count: Int

  /// Reads and checks everything; of each document only model and findings stay.
  init(_ base: KnowledgeBase, rules: RuleSet) {
    let outcomes = LibraryLoader.load(base.sources, limits: base.configuration.limits) { document in
      (document.model, rules.examine(document))
    }
    self.init(base, outcomes, rules)
  }

  init(_ base: KnowledgeBase, _ outcomes: [LibraryLoader.Outcome<(CaseDocument, DocumentFindings)>], _ rules: RuleSet) {
    var models: [CaseDocument] = []
    var examined: [DocumentFindings] = []
    var files = base.findings
    for outcome in outcomes {
      switch outcome {
      case .read(let (model, findings)):
        models.append(model)
        examined.append(findings)
      case .failed(let finding): files.append(finding)
      }
    }
    library = CaseLibrary(documents: models)
    findings = rules.conclude(library, examined)
    findings.diagnostics = (findings.diagnostics + files).sorted()
    isIncomplete = files.contains { $0.rule == FileFindings.unreadable }
    count = models.count
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
