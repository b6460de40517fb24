package import CasebookSource

/// One Markdown text as a flat arena of nodes; `nodes[0]` is the document.
///
/// Children are linked by index and walked with loops. Literals lie in one pool, so that a document is three arrays.
package struct Document: Sendable {
  /// The text that was read; leads every offset to the file on disk.
  package let source: RepairedText
  package var frontMatter: FrontMatter?
  package var nodes: [Node]
  package var pool: [UInt8]
  /// Findings of the parser (limits, front matter), positions on disk; the repair's own are in `source`.
  package var diagnostics: [Diagnostic]

  package init(source: RepairedText) {
    self.source = source
    nodes = [Node(.document)]
    pool = []
    diagnostics = []
  }

  package static let root = NodeID(0)

  package subscript(id: NodeID) -> Node { nodes[Int(id.index)] }

  package func parent(of id: NodeID) -> NodeID? { link(self[id].parentIndex) }
  package func firstChild(of id: NodeID) -> NodeID? { link(self[id].firstIndex) }
  package func next(after id: NodeID) -> NodeID? { link(self[id].nextIndex) }

  private func link(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(Int(index)) }

  /// Children in order, without building an array.
  package func children(of id: NodeID) -> Children { Children(nodes: nodes, upcoming: self[id].firstIndex) }

  /// Bytes of a node's literal.
  package func literal(of id: NodeID) -> ArraySlice<UInt8> { pool[self[id].literal.range] }

  /// Bytes of a node's info string or title.
  package func info(of id: NodeID) -> ArraySlice<UInt8> { pool[self[id].info.range] }

  /// Decodes a node's literal.
  package func literalText(of id: NodeID) -> String { String(decoding: literal(of: id), as: UTF8.self) }

  /// Range on disk of a block.
  package func range(of id: NodeID) -> SourceRange { source.range(of: self[id].source.range) }

  /// The children of a node, one after the other.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int32

    package mutating func next() -> NodeID? {
      guard upcoming >= 0 else { return nil }
      let id = NodeID(Int(upcoming))
      upcoming = nodes[Int(upcoming)].nextIndex
      return id
    }
  }
}

extension Document {
  /// Next node of a depth-first walk inside `top`, entering children unless `skipping` says not to; `nil` at the end.
  ///
  /// ```
  /// var cursor: NodeID? = top
  /// while let id = cursor { …; cursor = document.successor(of: id, within: top) }
  /// ```
  package func successor(of id: NodeID, within top: NodeID, skippingChildren: Bool = false) -> NodeID? {
    if !skippingChildren, let child = firstChild(of: id) { return child }
    var current = id
    while current != top {
      if let sibling = next(after: current) { return sibling }
      guard let up = parent(of: current) else { return nil }
      current = up
    }
    return nil
  }

  /// Text of a block or inline without markup: `Use **\`lsof\`** first` → `Use lsof first`; line breaks become spaces.
  package func plainText(of top: NodeID) -> String {
    var bytes: [UInt8] = []
    var cursor: NodeID? = top
    while let id = cursor {
      switch self[id].kind {
      case .text, .code, .codeBlock, .htmlInline: bytes.append(contentsOf: literal(of: id))
      case .softBreak, .lineBreak: bytes.append(0x20)
      case .document, .blockQuote, .list, .item, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .emphasis, .strong, .link, .image:
        break
      }
      cursor = successor(of: id, within: top)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
