import CasebookMarkdown
import CasebookSource

/// Texts and places of the blocks of one tree; remembers the last line, since blocks come in order.
///
/// It lives inside `reading`, which keeps the document's arrays in place meanwhile.
struct BlockReader {
  /// 0 for the file's own document.
  let tree: Int
  let text: TextBytes
  let pool: TextBytes
  private let nodes: UnsafeBufferPointer<Node>
  private let lineStarts: UnsafeBufferPointer<Int>
  private let pinned: UnsafePointer<Document>
  private let isIdentity: Bool
  private var lastLine = 0

  /// Calls `body` with a reader of a document.
  static func reading<Result>(
    _ document: Document, tree: Int, _ body: (inout BlockReader) -> Result
  ) -> Result {
    document.nodes.withUnsafeBufferPointer { nodes in
      document.pool.withUnsafeBufferPointer { pool in
        document.source.bytes.withUnsafeBufferPointer { text in
          document.source.diskLines.starts.withUnsafeBufferPointer { starts in
            withUnsafePointer(to: document) { document in
              var reader = BlockReader(
                tree: tree, text: TextBytes(pointer: text), pool: TextBytes(pointer: pool), nodes: nodes,
                lineStarts: starts, pinned: document)
              return body(&reader)
            }
          }
        }
      }
    }
  }

  private init(
    tree: Int, text: TextBytes, pool: TextBytes, nodes: UnsafeBufferPointer<Node>,
    lineStarts: UnsafeBufferPointer<Int>, pinned: UnsafePointer<Document>
  ) {
    self.tree = tree
    self.text = text
    self.pool = pool
    self.nodes = nodes
    self.lineStarts = lineStarts
    self.pinned = pinned
    isIdentity = pinned.pointee.source.map.isIdentity
  }

  /// The document itself, for its extensions; not copied, since a copy retains a dozen arrays.
  var document: Document { _read { yield pinned.pointee } }

  // MARK: Nodes

  /// A node; an id that is none of this tree's gives an opaque block without text.
  func node(_ id: NodeID) -> Node {
    let index = Int(id.index)
    return UInt(bitPattern: index) < UInt(bitPattern: nodes.count) ? nodes[index] : Node(.opaque)
  }

  func kind(_ id: NodeID) -> NodeKind {
    let index = Int(id.index)
    return UInt(bitPattern: index) < UInt(bitPattern: nodes.count) ? nodes[index].kind : .opaque
  }

  func level(_ id: NodeID) -> Int { Int(node(id).level) }

  func firstChild(_ id: NodeID) -> NodeID? { link(node(id).firstIndex) }
  func next(_ id: NodeID) -> NodeID? { link(node(id).nextIndex) }

  private func link(_ index: Int32) -> NodeID? { index < 0 ? nil : NodeID(Int(index)) }

  /// The next node of a depth-first walk inside `top`.
  func successor(_ id: NodeID, within top: NodeID, skippingChildren: Bool = false) -> NodeID? {
    if !skippingChildren, let child = firstChild(id) { return child }
    var current = id
    while current.index != top.index {
      if let sibling = next(current) { return sibling }
      guard let up = link(node(current).parentIndex) else { return nil }
      current = up
    }
    return nil
  }

  /// Blocks directly below the document.
  func topBlocks() -> [NodeID] {
    var blocks: [NodeID] = []
    blocks.reserveCapacity(64)
    var cursor = firstChild(Document.root)
    while let id = cursor {
      blocks.append(id)
      cursor = next(id)
    }
    return blocks
  }

  func ref(_ id: NodeID) -> BlockRef { BlockRef(tree: tree, node: id) }

  func slice(_ range: Range<Int>) -> TextSlice { TextSlice(bytes: text, range: range) }

  func literal(_ id: NodeID) -> TextSlice { TextSlice(bytes: pool, range: node(id).literal.range) }

  func info(_ id: NodeID) -> TextSlice { TextSlice(bytes: pool, range: node(id).info.range) }

  // MARK: Places

  /// Position on disk of an offset on disk.
  private mutating func position(_ offset: Int) -> Position {
    var line = lastLine
    if lineStarts[line] > offset {
      line = search(offset, from: 0, to: line)
    } else {
      let near = min(line + 16, lineStarts.count)
      while line + 1 < near, lineStarts[line + 1] <= offset { line += 1 }
      if line + 1 == near { line = search(offset, from: line, to: lineStarts.count) }
    }
    lastLine = line
    return Position(line: line + 1, column: offset - lineStarts[line] + 1)
  }

  private func search(_ offset: Int, from first: Int, to end: Int) -> Int {
    var (low, high) = (first, end)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Range on disk of a stretch of the text.
  mutating func place(_ range: Range<Int>) -> SourceRange {
    let disk = isIdentity ? range : document.source.map.range(range)
    let start = position(disk.lowerBound)
    return SourceRange(start: start, end: position(disk.upperBound))
  }

  mutating func place(_ id: NodeID) -> SourceRange { place(span(id)) }

  /// Bytes of a block, blank ends left out.
  func span(_ id: NodeID) -> Range<Int> {
    slice(node(id).source.range.clamped(to: 0..<text.count)).trimmed().range
  }

  // MARK: Content

  /// Bytes of a paragraph's or heading's inline source: without `#`s, underline and blank ends.
  func content(_ id: NodeID) -> Range<Int> {
    let range = span(id)
    guard kind(id).isHeading else { return range }
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

  /// Bytes between the fences of a fenced block; all of an indented one.
  func inside(_ block: NodeID) -> Range<Int> {
    let span = span(block)
    let flags = node(block).flags
    guard flags.contains(.fenced) else { return span }
    guard let first = text.firstIndex(of: 0x0A, in: span) else { return span.upperBound..<span.upperBound }
    var end = span.upperBound
    if !flags.contains(.unclosed) {
      while end > first, text[end - 1] != 0x0A { end -= 1 }
    }
    return first + 1..<max(end, first + 1)
  }

  /// Plain text of a block: markup removed, line breaks as spaces.
  ///
  /// `after` leaves out what stands before the end of that child: a label.
  func plainText(_ id: NodeID, after label: NodeID? = nil) -> String {
    let start = label.map { successor($0, within: id, skippingChildren: true) } ?? firstChild(id)
    guard let first = start else { return "" }
    if label == nil, kind(first).isText, next(first) == nil { return literal(first).trimmed().string }
    var size = 0
    walk(from: first, within: id) { size += $0?.range.count ?? 1 }
    let joined = String(unsafeUninitializedCapacity: size) { buffer in
      var end = 0
      walk(from: first, within: id) { piece in
        guard let piece else {
          buffer[end] = 0x20
          end += 1
          return
        }
        let source = piece.bytes.pointer[piece.range.clamped(to: 0..<piece.bytes.count)]
        end = buffer[end..<end + source.count].initialize(fromContentsOf: source)
      }
      return end
    }
    return joined.withSlice { $0.trimmed().range.count == $0.range.count }
      ? joined : joined.withSlice { $0.trimmed().string }
  }

  /// Hands over the texts of a block in order; `nil` for a line break.
  private func walk(from first: NodeID, within top: NodeID, _ body: (TextSlice?) -> Void) {
    var cursor: NodeID? = first
    while let id = cursor {
      switch kind(id) {
      case .text, .code, .codeBlock, .htmlInline: body(literal(id))
      case .softBreak, .lineBreak: body(nil)
      case .document, .blockQuote, .list, .item, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .emphasis, .strong, .link, .image:
        break
      }
      cursor = successor(id, within: top)
    }
  }
}
