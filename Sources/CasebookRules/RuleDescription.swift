package import CasebookSource

/// All that is to be said about a rule: read by `casebook explain`, by the reports and by the test of its examples.
package struct RuleDescription: Sendable {
  /// Whether, and how, a finding can be mended by `casebook fix`.
  package enum Fixability: String, Sendable, Hashable { case none, safe, unsafe }

  /// What a finding rests on; a heuristic is a warning at most, whatever the configuration says.
  package enum Basis: Sendable, Hashable { case exact, heuristic }

  /// Permanent, never used again for another rule.
  package var id: RuleID
  /// Names the fault, so that it reads well after "allow": `nested-fence`.
  package var name: String
  package var severity: Severity
  /// Severity under the strict profile, where it differs.
  package var strictSeverity: Severity?
  package var fix: Fixability
  package var basis: Basis
  /// What is found, in one or two sentences.
  package var what: String
  /// Why a reader suffers from it.
  package var why: String
  /// Texts with `⟦…⟧` round each range that must be found.
  package var triggering: [RuleExample]
  /// Texts in which nothing may be found.
  package var accepted: [RuleExample]
  /// Texts with marks round each range that it does not understand, and says nothing about.
  package var abstained: [RuleExample]
  /// Whether an author may silence it at all.
  package var isSilenceable: Bool

  package init(
    _ number: Int, _ name: String, _ severity: Severity, strict strictSeverity: Severity? = nil,
    fix: Fixability = .none, basis: Basis = .exact, what: String, why: String, triggering: [RuleExample],
    accepted: [RuleExample], abstained: [RuleExample] = [], isSilenceable: Bool = true
  ) {
    id = RuleID(number)
    self.name = name
    self.severity = severity
    self.strictSeverity = strictSeverity
    self.fix = fix
    self.basis = basis
    self.what = what
    self.why = why
    self.triggering = triggering
    self.accepted = accepted
    self.abstained = abstained
    self.isSilenceable = isSilenceable
  }
}
