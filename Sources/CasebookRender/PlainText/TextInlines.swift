import CasebookMarkdown

/// Inlines of a block → runs of text: `Use **lsof**, see [docs](https://x)` → `Use lsof, see docs (https://x)`.
struct TextInlines {
  let document: Document
  private var runs: [TextRun] = []

  init(_ document: Document) { self.document = document }

  /// Runs of all inlines below a block; `base` is the style of the block itself.
  static func runs(of block: NodeID, in document: Document, base: TextStyle = [], dropsNumber: Bool = false)
    -> [TextRun]
  {
    var inlines = TextInlines(document)
    inlines.collect(block, base)
    if dropsNumber { inlines.dropNumber() }
    return inlines.runs
  }

  private mutating func collect(_ top: NodeID, _ base: TextStyle) {
    var style = base
    var cursor: NodeID? = document.firstChild(of: top)
    while let id = cursor {
      enter(id, &style)
      if let child = document.firstChild(of: id), document[id].kind != .image {
        cursor = child
        continue
      }
      leave(id, base, &style)
      var current = id
      cursor = nil
      while true {
        if let next = document.next(after: current) {
          cursor = next
          break
        }
        guard let up = document.parent(of: current), up != top else { break }
        leave(up, base, &style)
        current = up
      }
    }
  }

  private mutating func enter(_ id: NodeID, _ style: inout TextStyle) {
    switch document[id].kind {
    case .text: runs.append(TextRun(document.literal(of: id), style))
    case .softBreak: runs.append(TextRun(" ", style))
    case .lineBreak: runs.append(.lineBreak)
    case .code:
      runs.append(TextRun("`", style.union(.cyan)))
      runs.append(TextRun(document.literal(of: id), style.union(.cyan)))
      runs.append(TextRun("`", style.union(.cyan)))
    case .htmlInline:
      if !document.literal(of: id).isHTMLComment { runs.append(TextRun(document.literal(of: id), style.union(.faint))) }
    case .emphasis: style.insert(.italic)
    case .strong: style.insert(.bold)
    case .link: style.insert(.underlined)
    case .image:
      let text = document.plainText(of: id)
      runs.append(TextRun(text.isEmpty ? "[image]" : "[image: \(text)]", style))
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque:
      break
    }
  }

  private mutating func leave(_ id: NodeID, _ base: TextStyle, _ style: inout TextStyle) {
    switch document[id].kind {
    case .emphasis: if !isInside(id, .emphasis) { style.remove(.italic) }
    case .strong: if !isInside(id, .strong) && !base.contains(.bold) { style.remove(.bold) }
    case .link:
      style.remove(.underlined)
      address(of: id, style)
    case .image: address(of: id, style)
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline:
      break
    }
  }

  /// The address behind the text, unless it is the text.
  private mutating func address(of id: NodeID, _ style: TextStyle) {
    let address = document.literal(of: id)
    let text = document.plainText(of: id)
    guard !address.isEmpty, !text.utf8.elementsEqual(address), !"mailto:\(text)".utf8.elementsEqual(address) else {
      return
    }
    runs.append(TextRun(" (", style.union(.faint)))
    runs.append(TextRun(address, style.union(.faint)))
    runs.append(TextRun(")", style.union(.faint)))
  }

  /// Whether an inline lies in another of its kind: `***a** b*` keeps what the outer one says.
  private func isInside(_ id: NodeID, _ kind: NodeKind) -> Bool {
    var parent = document.parent(of: id)
    while let up = parent, !document[up].kind.isBlock {
      if document[up].kind == kind { return true }
      parent = document.parent(of: up)
    }
    return false
  }

  /// `4. Root Cause` → `Root Cause`
  private mutating func dropNumber() {
    if let first = runs.first { runs[0] = TextRun(StepNumber.dropped(from: first.text), first.style) }
  }
}
