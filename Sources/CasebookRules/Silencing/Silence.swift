package import CasebookSource

/// An author's wish to hear no more of a rule, for one block or for the file.
///
/// `<!-- casebook-ignore CB304: P99 is meant -->` acts on the next block, `casebook: {ignore: {CB304: P99 is meant}}` in the
/// front matter on the file.
package struct Silence: Sendable, Hashable {
  package var rule: RuleID
  package var reason: String
  package var by: Diagnostic.Suppression.Origin
  /// Where it is asked for.
  package var at: SourceRange
  /// The block it acts on; `nil` for the whole file.
  package var scope: SourceRange?
  /// Edits that take it out.
  package var removal: [Diagnostic.Fix.Edit]
  package var isUsed = false

  package init(
    rule: RuleID, reason: String, by: Diagnostic.Suppression.Origin, at: SourceRange, scope: SourceRange?,
    removal: [Diagnostic.Fix.Edit] = []
  ) {
    self.rule = rule
    self.reason = reason
    self.by = by
    self.at = at
    self.scope = scope
    self.removal = removal
  }

  /// Where it begins to act; before everything for a whole file.
  var order: Position { scope?.start ?? Position(line: 0, column: 0) }

  /// Whether it is meant for a finding of the same file.
  package func covers(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.rule == rule else { return false }
    guard let scope else { return true }
    return scope.start <= diagnostic.range.start && diagnostic.range.start <= scope.end
  }
}
