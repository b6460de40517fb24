package import CasebookMarkdown

/// Blocks of the arena → HTML.
///
/// 1. a loop goes down to the first child, else to the next sibling, else up (no recursion: depth is the author's choice);
/// 2. `enter` writes what comes before a node's children, `leave` what comes after;
/// 3. all bytes go through `HTMLWriter`, which escapes them.
package struct HTMLRenderer {
  /// Who reads the output.
  package enum Dialect: Sendable {
    /// The form of the CommonMark specification and of cmark-gfm, byte for byte, raw HTML and forbidden addresses apart.
    case commonMark
    /// Ours: headings with anchors, code in named figures, live checkboxes with labels, classes instead of `align`.
    case page
  }

  let dialect: Dialect
  var html: HTMLWriter
  var document: Document
  /// Gathered in the page dialect.
  var page = PageState()

  package init(dialect: Dialect, document: Document, capacity: Int = 0) {
    self.dialect = dialect
    self.document = document
    html = HTMLWriter(xhtmlVoids: dialect == .commonMark, capacity: capacity)
  }

  /// Renders a whole document in the CommonMark form: `*a*` → `<p><em>a</em></p>`.
  ///
  /// Raw HTML is shown escaped and addresses of other schemes are left out, so the result is safe wherever it is put.
  package static func fragment(of document: Document) -> [UInt8] {
    var renderer = HTMLRenderer(dialect: .commonMark, document: document, capacity: document.pool.count * 2)
    renderer.render(Document.root)
    return renderer.html.finish().bytes
  }

  /// Renders a block or inline with all that is in it.
  package mutating func render(_ top: NodeID) {
    let top = Int(top.index)
    guard document.nodes.indices.contains(top) else { return }
    var index = top
    while true {
      let node = document.nodes[index]
      if enter(node, at: index) == .descend {
        if node.firstIndex >= 0 {
          index = Int(node.firstIndex)
          continue
        }
        leave(node, at: index)
      }
      while true {
        if index == top { return }
        let current = document.nodes[index]
        if current.nextIndex >= 0 {
          index = Int(current.nextIndex)
          break
        }
        guard current.parentIndex >= 0 else { return }
        index = Int(current.parentIndex)
        leave(document.nodes[index], at: index)
      }
    }
  }

  /// What the walk does after `enter`.
  enum Visit { case descend, done }

  private mutating func enter(_ node: Node, at index: Int) -> Visit {
    switch node.kind {
    case .text:
      if dialect == .page { pageText(node) } else { html.text(document.pool[node.literal.range]) }
      return .done
    case .softBreak:
      html.newLine()
      return .done
    case .lineBreak:
      html.open(.br)
      html.closeVoid()
      html.newLine()
      return .done
    case .code:
      html.open(.code)
      html.text(document.pool[node.literal.range])
      html.close(.code)
      return .done
    case .htmlInline:
      if dialect == .page {
        pageRawInline(document.pool[node.literal.range])
      } else {
        html.text(document.pool[node.literal.range])
      }
      return .done
    case .emphasis:
      html.open(.em)
      return .descend
    case .strong:
      if dialect == .commonMark || !isTitleBold(node, at: index) { html.open(.strong) }
      return .descend
    case .link:
      if dialect == .page { openPageLink(node) } else { openLink(node) }
      return .descend
    case .image:
      if dialect == .page { pageImage(node, at: index) } else { image(node, at: index) }
      return .done
    case .document: return .descend
    case .linkDefinition: return .done
    case .blockQuote:
      html.freshLine()
      html.open(.blockquote)
      html.newLine()
      return .descend
    case .list:
      if dialect == .page { openPageList(node) } else { openList(node) }
      return .descend
    case .item:
      if dialect == .page { openPageItem(node, at: index) } else { openItem(node) }
      return .descend
    case .paragraph:
      if dialect == .page {
        openPageParagraph(node, at: index)
      } else if !isTight(node) {
        html.freshLine()
        html.open(.p)
      }
      return .descend
    case .heading:
      if dialect == .page { return openPageHeading(node, at: index) }
      html.freshLine()
      html.open(.heading(Int(node.level)))
      return .descend
    case .thematicBreak:
      html.freshLine()
      html.open(.hr)
      html.closeVoid()
      html.newLine()
      return .done
    case .codeBlock:
      if dialect == .page { pageCodeBlock(node, at: index) } else { codeBlock(node) }
      return .done
    case .htmlBlock, .opaque:
      if dialect == .page {
        pageRawBlock(document.pool[node.literal.range])
      } else {
        rawBlock(document.pool[node.literal.range])
      }
      return .done
    case .table:
      if dialect == .page { openPageTable() } else { openTable() }
      return .descend
    case .tableRow:
      openRow(node, at: index)
      return .descend
    case .tableCell:
      openCell(node)
      return .descend
    }
  }

  private mutating func leave(_ node: Node, at index: Int) {
    switch node.kind {
    case .emphasis: html.close(.em)
    case .strong: if dialect == .commonMark || !isTitleBold(node, at: index) { html.close(.strong) }
    case .link: if dialect == .page { closePageLink(node, at: index) } else { html.close(.a) }
    case .blockQuote:
      html.freshLine()
      html.close(.blockquote)
      html.newLine()
    case .list:
      html.freshLine()
      html.close(node.flags.contains(.ordered) ? .ol : .ul)
      html.newLine()
    case .item:
      html.close(.li)
      html.newLine()
    case .paragraph:
      if dialect == .page {
        closePageParagraph(node, at: index)
      } else if !isTight(node) {
        html.close(.p)
        html.newLine()
      }
    case .heading:
      if dialect == .page {
        closePageHeading(at: index)
        return
      }
      html.close(.heading(Int(node.level)))
      html.newLine()
    case .table: if dialect == .page { closePageTable() } else { closeTable() }
    case .tableRow: closeRow(node)
    case .tableCell:
      html.close(node.flags.contains(.header) ? .th : .td)
      html.newLine()
    case .document, .linkDefinition, .thematicBreak, .codeBlock, .htmlBlock, .opaque, .text, .softBreak, .lineBreak,
      .code, .htmlInline, .image:
      break
    }
  }
}
