package import CasebookMarkdown
package import CasebookSource

/// A file with all that reading made of it: the arena, the documents nested in its fences, and the typed model.
package struct ReadDocument: Sendable {
  package var document: Document
  package var nested: [Document]
  package var model: CaseDocument

  package init(document: Document, nested: [Document], model: CaseDocument) {
    self.document = document
    self.nested = nested
    self.model = model
  }

  /// Handed over where it lies: a copy takes hold of eight arrays.
  @inlinable package var source: RepairedText { _read { yield document.source } }

  /// Hands over the arena that a part of the model was read from; where it is the file's own, nothing is copied.
  @inlinable @inline(__always) package func withTree<Result>(_ ref: BlockRef, _ body: (Document) -> Result) -> Result {
    ref.tree > 0 && ref.tree <= nested.count ? body(nested[ref.tree - 1]) : body(document)
  }

  /// The arena that a part of the model was read from.
  package func tree(_ ref: BlockRef) -> Document {
    ref.tree > 0 && ref.tree <= nested.count ? nested[ref.tree - 1] : document
  }

  /// Findings of repair and parser, in order.
  package var diagnostics: [Diagnostic] {
    (source.diagnostics + document.diagnostics + nested.flatMap(\.diagnostics)).sorted()
  }
}
