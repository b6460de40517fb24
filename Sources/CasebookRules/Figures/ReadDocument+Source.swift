import CasebookMarkdown
import CasebookModel
import CasebookSource

extension ReadDocument {
  /// Hands over the text of a block's tree without a copy of the tree, which would retain a dozen arrays.
  @inline(__always) func withSource<Result>(of ref: BlockRef, _ body: (RepairedText) -> Result) -> Result {
    if ref.tree > 0, ref.tree <= nested.count { return body(nested[ref.tree - 1].source) }
    return body(document.source)
  }
}
