package import CasebookMarkdown

/// Names the block of the arena that a part of the model was read from, so that pages can render it with its inlines.
package struct BlockRef: Hashable, Sendable {
  /// 0 is the file's own document, n the n-th document nested in a fence.
  @inlinable package var tree: Int { Int(treeNumber) }
  package let node: NodeID
  @usableFromInline let treeNumber: Int32

  @inlinable package init(tree: Int, node: NodeID) {
    treeNumber = Int32(clamping: tree)
    self.node = node
  }
}
