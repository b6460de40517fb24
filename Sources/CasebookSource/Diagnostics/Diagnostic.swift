/// One finding, made once by the stage that saw it and rendered by many formats.
///
/// The message words a rule, not a failure, without a final stop: "a fence must be longer than every fence inside it".
package struct Diagnostic: Hashable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  /// Path of the file below the knowledge base's root.
  package var path: String
  package var range: SourceRange
  package var message: String
  /// Why it matters, for those who ask.
  package var explanation: String?
  package var notes: [Note]
  package var fixes: [Fix]
  /// Set where the author silenced the finding.
  package var suppression: Suppression?

  package init(
    rule: RuleID, severity: Severity, path: String, range: SourceRange, message: String, explanation: String? = nil,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.range = range
    self.message = message
    self.explanation = explanation
    self.notes = notes
    self.fixes = fixes
  }
}

extension Diagnostic: Comparable {
  /// By path, position, rule: the order in which people read.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.range != b.range { return a.range < b.range }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.message < b.message
  }
}
