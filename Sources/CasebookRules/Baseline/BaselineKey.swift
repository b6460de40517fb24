package import CasebookSource

/// What makes a finding known: no line number, so that an edit elsewhere reopens nothing.
package struct BaselineKey: Hashable, Sendable {
  package var rule: RuleID
  package var path: String
  /// Id of the case that the finding lies in; empty outside of cases.
  package var caseID: String
  /// Sixteen digits of the hash of the flagged text.
  package var hash: String

  package init(rule: RuleID, path: String, caseID: String, hash: String) {
    self.rule = rule
    self.path = path
    self.caseID = caseID
    self.hash = hash
  }
}

extension BaselineKey: Comparable {
  /// By path, case, rule, hash: what belongs to one file stands together.
  package static func < (a: BaselineKey, b: BaselineKey) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.caseID != b.caseID { return a.caseID < b.caseID }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.hash < b.hash
  }
}
