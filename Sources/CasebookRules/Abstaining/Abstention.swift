package import CasebookSource

/// Something that a rule did not understand, and about which it therefore said nothing.
///
/// It is no finding: the document may be as right as can be. `casebook validate --verbose` tells them, so that nobody takes
/// silence for approval.
package struct Abstention: Sendable, Hashable {
  package var rule: RuleID
  package var path: String
  package var range: SourceRange
  /// What is not understood, as one line without a final stop: "nothing here parses `go`".
  package var message: String

  package init(rule: RuleID, path: String, range: SourceRange, message: String) {
    self.rule = rule
    self.path = path
    self.range = range
    self.message = message
  }
}

extension Abstention: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    (left.path, left.range.start, left.rule, left.message) < (right.path, right.range.start, right.rule, right.message)
  }
}

extension Rule {
  func abstention(_ path: String, _ range: SourceRange, _ message: String) -> Abstention {
    Abstention(rule: id, path: path, range: range, message: message)
  }
}
