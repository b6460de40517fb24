import CasebookMarkdown

/// Inlines of a block → runs of text: `Use **lsof**, see [docs](https://x)` → `Use lsof, see docs (https://x)`.
struct TextInlines {
  let document: Document
  private var runs: [TextRun] = []
  /// How many of each are open: the style goes when the last one ends.
  private var emphases = 0
  private var strongs = 0
  /// For each open link the run that it began with.
  private var links: [Int] = []

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
    case .emphasis:
      emphases += 1
      style.insert(.italic)
    case .strong:
      strongs += 1
      style.insert(.bold)
    case .link:
      links.append(runs.count)
      style.insert(.underlined)
    case .image:
      links.append(runs.count)
      let text = document.plainText(of: id)
      runs.append(TextRun(text.isEmpty ? "[image]" : "[image: \(text)]", style))
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque:
      break
    }
  }

  private mutating func leave(_ id: NodeID, _ base: TextStyle, _ style: inout TextStyle) {
    switch document[id].kind {
    case .emphasis:
      emphases -= 1
      if emphases == 0 { style.remove(.italic) }
    case .strong:
      strongs -= 1
      if strongs == 0, !base.contains(.bold) { style.remove(.bold) }
    case .link, .image:
      let start = links.popLast() ?? runs.count
      if links.isEmpty { style.remove(.underlined) }
      address(of: id, style, textFrom: start)
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline:
      break
    }
  }

  /// The address behind the text, unless it is the text.
  private mutating func address(of id: NodeID, _ style: TextStyle, textFrom start: Int) {
    let address = document.literal(of: id)
    var text: [UInt8] = []
    for run in runs[start...] where text.count <= address.count { text += Array(run.text.utf8) }
    guard !address.isEmpty, !text.elementsEqual(address), !("mailto:".utf8 + text).elementsEqual(address) else {
      return
    }
    for part in [TextRun(" (", style.union(.faint)), TextRun(address, style.union(.faint))] { runs.append(part) }
    runs.append(TextRun(")", style.union(.faint)))
  }

  /// `4. Root Cause` → `Root Cause`
  private mutating func dropNumber() {
    if let first = runs.first { runs[0] = TextRun(StepNumber.dropped(from: first.text), first.style) }
  }
}
