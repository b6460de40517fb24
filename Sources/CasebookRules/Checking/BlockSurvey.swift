import CasebookMarkdown
package import CasebookModel
import CasebookSource

/// The blocks that rules ask for, collected in one pass over a file's trees, so that sixty rules don't walk them sixty times.
package struct BlockSurvey: Sendable {
  /// Headings of the document and of the documents in its fences, as they stand on disk.
  package private(set) var headings: [BlockRef] = []
  /// Fenced and indented code, fences that hold a document included.
  package private(set) var codeBlocks: [BlockRef] = []
  package private(set) var htmlBlocks: [BlockRef] = []

  package init(_ document: ReadDocument) {
    collect(document.document, tree: 0)
    for (index, nested) in document.nested.enumerated() { collect(nested, tree: index + 1) }
    guard !document.nested.isEmpty else { return }
    func sort(_ refs: inout [BlockRef]) {
      refs = refs.map { (offset: document.diskOffset(of: $0), ref: $0) }
        .sorted { ($0.offset, $0.ref.tree) < ($1.offset, $1.ref.tree) }.map(\.ref)
    }
    sort(&headings)
    sort(&codeBlocks)
    sort(&htmlBlocks)
  }

  private mutating func collect(_ document: Document, tree: Int) {
    for index in document.nodes.indices {
      switch document.nodes[index].kind {
      case .heading: headings.append(BlockRef(tree: tree, node: NodeID(index)))
      case .codeBlock: codeBlocks.append(BlockRef(tree: tree, node: NodeID(index)))
      case .htmlBlock: htmlBlocks.append(BlockRef(tree: tree, node: NodeID(index)))
      case .document, .blockQuote, .list, .item, .paragraph, .thematicBreak, .table, .tableRow, .tableCell,
        .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
        break
      }
    }
  }
}

extension ReadDocument {
  /// Byte on disk at which a block begins.
  func diskOffset(of ref: BlockRef) -> Int {
    let tree = tree(ref)
    return tree.source.map.start(tree[ref.node].source.range.lowerBound)
  }
}
