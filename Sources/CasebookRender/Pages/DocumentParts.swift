import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A document taken apart at its cases, in order: blocks outside of them, and each case once.
struct DocumentParts: Sequence, IteratorProtocol {
  enum Part {
    case block(NodeID)
    case item(Int)
  }

  private let tree: Document
  /// Bytes on disk of each case.
  private let cases: [Range<Int>]
  private var upcoming: NodeID?
  private var current = 0
  private var given = 0

  init(_ document: ReadDocument) {
    tree = document.document
    let lines = document.source.diskLines
    cases = document.model.cases.map { item in
      let start = lines.offset(of: item.at.start)
      return start..<Swift.max(start, lines.offset(of: item.at.end))
    }
    upcoming = tree.firstChild(of: Document.root)
  }

  mutating func next() -> Part? {
    while let block = upcoming {
      upcoming = tree.next(after: block)
      guard current < cases.count else { return .block(block) }
      let start = tree.source.map.start(tree[block].source.range.lowerBound)
      while current < cases.count, cases[current].upperBound <= start { current += 1 }
      guard current < cases.count, cases[current].lowerBound <= start else { return .block(block) }
      if given <= current {
        given = current + 1
        return .item(current)
      }
    }
    return nil
  }
}

extension ReadDocument {
  /// The heading that became the page's title: the first one, badges and the like may stand before it.
  var titleBlock: BlockRef? {
    guard let title = model.title?.value else { return nil }
    for node in document.children(of: Document.root) where document[node].kind == .heading {
      return document.plainText(of: node).utf8.elementsEqual(title.utf8) ? BlockRef(tree: 0, node: node) : nil
    }
    return nil
  }
}

extension Document {
  /// Whether a block tells a reader something by itself.
  func says(_ node: NodeID) -> Bool {
    switch self[node].kind {
    case .thematicBreak, .linkDefinition: return false
    case .htmlBlock: return !literal(of: node).isHTMLComment
    case .document, .blockQuote, .list, .item, .codeBlock, .paragraph, .heading, .table, .tableRow, .tableCell, .opaque,
      .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      return true
    }
  }
}
