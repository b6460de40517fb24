package import CasebookSource

/// What a report says about a rule beside its findings; the edge fills it from the catalogue of rules.
package struct ReportedRule: Sendable, Hashable {
  package var id: RuleID
  /// `nested-fence`.
  package var name: String
  package var severity: Severity
  /// Whether its findings rest on a guess.
  package var isHeuristic: Bool
  /// What is found.
  package var what: String
  /// Why a reader suffers from it.
  package var why: String

  package init(
    _ id: RuleID, _ name: String, _ severity: Severity, isHeuristic: Bool = false, what: String, why: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.isHeuristic = isHeuristic
    self.what = what
    self.why = why
  }
}
