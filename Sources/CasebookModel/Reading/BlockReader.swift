import CasebookMarkdown
import CasebookSource

/// Texts and places of the blocks of one tree; remembers the last line, since blocks come in order.
struct BlockReader {
  let document: Document
  /// 0 for the file's own document.
  let tree: Int
  private var lastLine = 0
  private var buffer: [UInt8] = []

  init(_ document: Document, tree: Int) {
    self.document = document
    self.tree = tree
  }

  var bytes: [UInt8] { document.source.bytes }

  func ref(_ id: NodeID) -> BlockRef { BlockRef(tree: tree, node: id) }

  func kind(_ id: NodeID) -> NodeKind { document.nodes[Int(id.index)].kind }

  func slice(_ range: Range<Int>) -> TextSlice { TextSlice(bytes: document.source.bytes, range: range) }

  // MARK: Places

  /// Position on disk of an offset of the text, as the start of something.
  private mutating func position(ofDisk offset: Int) -> Position {
    let starts = document.source.diskLines.starts
    var line = lastLine
    if starts[line] > offset {
      line = document.source.diskLines.lineIndex(of: offset)
    } else {
      var steps = 0
      while line + 1 < starts.count, starts[line + 1] <= offset {
        line += 1
        steps += 1
        if steps > 24 {
          line = document.source.diskLines.lineIndex(of: offset)
          break
        }
      }
    }
    lastLine = line
    return Position(line: line + 1, column: offset - starts[line] + 1)
  }

  /// Range on disk of a stretch of the text.
  mutating func place(_ range: Range<Int>) -> SourceRange {
    let disk = document.source.map.range(range)
    let start = position(ofDisk: disk.lowerBound)
    let end = position(ofDisk: disk.upperBound)
    return SourceRange(start: start, end: end)
  }

  mutating func place(_ id: NodeID) -> SourceRange { place(span(id)) }

  /// Bytes of a block, blank ends left out.
  func span(_ id: NodeID) -> Range<Int> {
    let range = document.nodes[Int(id.index)].source.range
    return slice(range.clamped(to: 0..<document.source.bytes.count)).trimmed().range
  }

  // MARK: Content

  /// Bytes of a paragraph's or heading's inline source: without `#`s, underline and blank ends.
  func content(_ id: NodeID) -> Range<Int> {
    let range = span(id)
    guard kind(id) == .heading else { return range }
    return document.source.bytes.withUnsafeBufferPointer { text in
      var (lower, upper) = (range.lowerBound, range.upperBound)
      while lower < upper, text[lower] == UInt8(ascii: "#") { lower += 1 }
      if lower > range.lowerBound {
        while lower < upper, text[lower].isBlank { lower += 1 }
        var closing = upper
        while closing > lower, text[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
        if closing == lower || text[closing - 1].isBlank { upper = closing }
      } else {
        while upper > lower, text[upper - 1] != 0x0A, text[upper - 1] != 0x0D { upper -= 1 }
      }
      while lower < upper, text[upper - 1].isSpace { upper -= 1 }
      return lower..<upper
    }
  }

  /// Plain text of a block: markup removed, line breaks as spaces.
  ///
  /// `after` leaves out what stands before the end of that child: a label.
  mutating func plainText(_ id: NodeID, after label: NodeID? = nil) -> String {
    if label == nil, let only = document.firstChild(of: id), document.next(after: only) == nil,
      kind(only) == .text
    {
      return decode(document.literal(of: only))
    }
    buffer.removeAll(keepingCapacity: true)
    var cursor = label.flatMap { document.successor(of: $0, within: id, skippingChildren: true) }
    if label == nil { cursor = document.firstChild(of: id) }
    while let node = cursor {
      switch kind(node) {
      case .text, .code, .codeBlock, .htmlInline: buffer.append(contentsOf: document.literal(of: node))
      case .softBreak, .lineBreak: buffer.append(0x20)
      case .document, .blockQuote, .list, .item, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .emphasis, .strong, .link, .image:
        break
      }
      cursor = document.successor(of: node, within: id)
    }
    return decode(buffer[...])
  }

  private func decode(_ text: ArraySlice<UInt8>) -> String {
    var (lower, upper) = (text.startIndex, text.endIndex)
    while lower < upper, text[lower].isSpace { lower += 1 }
    while lower < upper, text[upper - 1].isSpace { upper -= 1 }
    return String(decoding: text[lower..<upper], as: UTF8.self)
  }

  // MARK: Parts

  mutating func located(_ id: NodeID) -> Located<String> {
    Located(plainText(id), at: place(content(id)))
  }

  mutating func opaque(_ id: NodeID) -> OpaqueBlock {
    let range = span(id)
    return OpaqueBlock(markdown: document.source.string(range), at: place(range), block: ref(id))
  }

  /// A paragraph with its figures; `nil` where it has no text.
  mutating func measured(_ id: NodeID) -> MeasuredText? {
    measured(id, content: content(id), text: plainText(id))
  }

  mutating func measured(_ id: NodeID, content: Range<Int>, text: String) -> MeasuredText? {
    guard !text.isEmpty else { return nil }
    let figures = quantities(in: content)
    let kind = SymptomKind(of: slice(content), quantities: figures.quantities, changes: figures.changes)
    return MeasuredText(
      text: text, kind: kind, quantities: figures.quantities, changes: figures.changes, at: place(content),
      block: ref(id))
  }

  /// Figures of a stretch of the text, in order, and those that are before and after of one thing.
  mutating func quantities(in range: Range<Int>) -> (quantities: [Quantity], changes: [Change]) {
    var scanner = QuantityScanner(text: document.source.bytes, range: range)
    var quantities: [Quantity] = []
    var changes: [Change] = []
    while let figure = scanner.next() {
      var quantity = Quantity(figure, in: document.source, at: place(figure.range))
      if figure.isAfter, let before = quantities.last, before.dimension == quantity.dimension {
        if quantity.metric == nil { quantity.metric = before.metric }
        changes.append(Change(metric: before.metric ?? quantity.metric, from: before, to: quantity))
      }
      quantities.append(quantity)
    }
    return (quantities, changes)
  }
}
