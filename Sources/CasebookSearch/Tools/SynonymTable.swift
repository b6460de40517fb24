import CasebookModel

/// Words by which people ask for an issue type; a knowledge base may add to them.
package struct SynonymTable: Sendable {
  /// Issue type → phrases, in no order.
  package private(set) var phrases: [String: [String]]

  package init(_ phrases: [String: [String]]) { self.phrases = phrases }

  /// Phrases for an issue type by whatever name a knowledge base gives it: `high-cpu` has those of `cpu-profiling`.
  package func phrases(of issueType: String) -> [String] {
    if let own = phrases[issueType] { return own }
    guard let kind = IssueKind.of(issueType) else { return [] }
    return phrases.keys.sorted().first { IssueKind.of($0) == kind }.flatMap { phrases[$0] } ?? []
  }

  /// Adds the phrases of another table.
  package mutating func extend(with other: [String: [String]]) {
    phrases.merge(other) { $0 + $1 }
  }
}
