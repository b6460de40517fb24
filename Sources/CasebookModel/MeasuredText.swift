package import CasebookSource

/// What a symptom says, judged from its words.
package enum SymptomKind: String, Hashable, Sendable, CaseIterable {
  case growth, change, proportion, absence, scope, onset, temporaryRemedy, ineffectiveRemedy, statement
}

/// A sentence with the figures in it: a problem, a symptom, a paragraph or an item of a step.
package struct MeasuredText: Hashable, Sendable {
  /// Plain text: markup removed, line breaks as spaces.
  package var text: String
  package var kind: SymptomKind
  package var quantities: [Quantity]
  package var changes: [Change]
  package var at: SourceRange
  package var block: BlockRef

  package init(
    text: String, kind: SymptomKind, quantities: [Quantity], changes: [Change], at: SourceRange, block: BlockRef
  ) {
    self.text = text
    self.kind = kind
    self.quantities = quantities
    self.changes = changes
    self.at = at
    self.block = block
  }
}
