package import CasebookMarkdown

/// Names the block of the arena that a part of the model was read from, so that pages can render it with its inlines.
package struct BlockRef: Hashable, Sendable {
  /// 0 is the file's own document, n the n-th document nested in a fence.
  package var tree: Int
  package var node: NodeID

  package init(tree: Int, node: NodeID) {
    self.tree = tree
    self.node = node
  }
}
