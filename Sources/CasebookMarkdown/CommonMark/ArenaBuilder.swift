import CasebookSource

/// Fills the arena from the nodes that the walk over cmark's tree hands in, and puts right what cmark has wrong or leaves out.
///
/// Numbered as they happen to a block:
/// 1. its last line is found, where cmark's is wrong (`ArenaBuilder+Blocks`);
/// 2. what lies uncovered before it becomes link definitions (`ArenaBuilder+Definitions`);
/// 3. a paragraph gives up the definitions that it starts with, and the tables in it (`ArenaBuilder+Tables`);
/// 4. an item's first paragraph gives up its task marker.
///
/// A table that has only a part of a paragraph can't be cut out of cmark's tree, since the inlines of the rest would change. Then
/// its lines are replaced by empty headings and the text is parsed once more; as many passes as limits the work.
struct ArenaBuilder {
  static let maximumPasses = 4

  /// A block as cmark has it; lines and columns from 0 on, in the text that cmark was fed.
  struct Block {
    var node: Node
    var firstLine: Int
    var column: Int
    var lastLine: Int
    /// First line of the block behind it; known for headings.
    var nextLine = -1
  }

  /// What became of a node.
  struct Step {
    enum Kind { case leaf, container, skipped, flattened }
    var kind: Kind
    var index: Int32

    var entersChildren: Bool { kind == .container || kind == .flattened }
  }

  let text: [UInt8]
  let lines: LineTable
  let source: RepairedText
  let limits: InputLimits
  let start: Int
  /// Index of the line that cmark counts as its first.
  let firstLine: Int
  /// Whether literals need a look at their UTF-8.
  let needsSanitizing: Bool
  /// cmark reads over a mark at the start of its text, and does not count it.
  let hasByteOrderMark: Bool

  var nodes: [Node] = []
  var pool: [UInt8] = []
  var diagnostics: [Diagnostic] = []

  // Where the walk is.
  var parent: Int32 = 0
  var previous: Int32 = -1
  var depth = 0
  var quoteDepth = 0
  /// Ancestors that were flattened, innermost last: what closes each.
  var flattened: [[UInt8]] = []
  /// Bytes of the text before this one belong to a node.
  var covered: Int
  /// The last trimming of blank lines, since the containers of a deep list end together.
  var trimming = (line: -1, quotes: -1, result: -1)

  var refusedStretches: [(range: Range<Int>, limit: OverLimit)] = []
  var nextRefused = 0
  var isLastPass = false
  var needsAnotherPass = false
  /// Tables of earlier passes, whose lines are empty headings in the text that is parsed.
  var replacedTables: [PipeTable] = []
  var nextReplaced = 0
  var foundTables: [PipeTable] = []
  var pendingCells: [(index: Int32, range: Range<Int>)] = []
  var nextCell = 0
  var definitions: [Range<Int>] = []
  var skippedThrough = -1
  var hasReportedDepth = false
  /// The paragraph that may begin with a task marker, and what its text begins with then.
  var possibleTask: Int32 = -1

  init(_ source: RepairedText, from start: Int, survey: ByteSurvey, limits: InputLimits) {
    self.source = source
    text = source.bytes
    lines = source.lines
    self.limits = limits
    self.start = start
    covered = start
    firstLine = lines.lineIndex(of: start)
    hasByteOrderMark = source.bytes[start...].starts(with: [0xEF, 0xBB, 0xBF])
    needsSanitizing = Self.mayGiveInvalidUTF8(source.bytes, survey)
  }

  mutating func begin(isLast: Bool) {
    nodes.removeAll(keepingCapacity: true)
    nodes.reserveCapacity(text.count / 24 + 16)
    nodes.append(Node(.document))
    nodes[0].source = ByteSpan(0..<text.count)
    pool.removeAll(keepingCapacity: true)
    pool.reserveCapacity(text.count + text.count / 8)
    diagnostics.removeAll()
    (parent, previous, depth, quoteDepth, covered, possibleTask) = (
      0, -1, 0, 0, hasByteOrderMark ? start + 3 : start, -1
    )
    flattened.removeAll()
    trimming = (-1, -1, -1)
    isLastPass = isLast
    (needsAnotherPass, hasReportedDepth) = (false, false)
    (nextReplaced, nextRefused, skippedThrough) = (0, 0, -1)
    foundTables.removeAll()
    pendingCells.removeAll()
    definitions.removeAll()
  }

  mutating func finishBody() {
    flush(to: text.count)
    if needsAnotherPass {
      replacedTables = (replacedTables + foundTables).sorted { $0.header.line < $1.header.line }
      foundTables.removeAll()
    }
  }

  mutating func give(to document: inout Document) {
    document.nodes = nodes
    document.pool = pool
    document.diagnostics += diagnostics
  }
}

extension ArenaBuilder {
  /// Appends a node as the last child of the current parent.
  mutating func append(_ node: Node) -> Int32 {
    let index = Int32(truncatingIfNeeded: nodes.count)
    var node = node
    node.parentIndex = parent
    nodes.append(node)
    if previous >= 0 { nodes[Int(previous)].nextIndex = index } else { nodes[Int(parent)].firstIndex = index }
    previous = index
    return index
  }

  mutating func descend(_ step: Step) {
    guard step.kind == .container else { return }
    let kind = nodes[Int(step.index)].kind
    if kind != .list { depth += 1 }
    if kind == .blockQuote { quoteDepth += 1 }
    parent = step.index
    previous = -1
  }

  mutating func ascend() {
    if let closing = flattened.popLast() {
      addText(closing)
      return
    }
    let index = parent
    let kind = nodes[Int(index)].kind
    if kind != .list { depth -= 1 }
    finish(index)
    if kind == .blockQuote { quoteDepth -= 1 }
    previous = index
    parent = nodes[Int(index)].parentIndex
  }

  /// Ends a node that has no children to visit.
  mutating func close(_ step: Step) {
    if step.kind == .flattened, let closing = flattened.popLast() { addText(closing) }
    guard step.kind == .container, nodes[Int(step.index)].kind.isBlock else { return }
    let outer = parent
    parent = step.index
    previous = -1
    finish(step.index)
    parent = outer
    previous = step.index
  }

  /// Gives a container that ends what lies uncovered in it.
  private mutating func finish(_ index: Int32) {
    switch nodes[Int(index)].kind {
    case .blockQuote, .item, .list:
      flush(to: Int(nodes[Int(index)].source.end))
      // Blank lines at the end of an item are cut off, but they may be lines of code.
      if previous >= 0 {
        nodes[Int(index)].source.end = max(nodes[Int(index)].source.end, nodes[Int(previous)].source.end)
      }
    case .document, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow, .tableCell,
      .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      break
    }
  }
}

// MARK: - Inlines

extension ArenaBuilder {
  mutating func addInline(
    _ kind: NodeKind, literal: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0),
    info: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0)
  ) -> Step {
    let isContainer = kind.rawValue >= NodeKind.emphasis.rawValue
    let literal = possibleTask >= 0 ? withoutTaskMarker(literal, kind) : literal
    if isContainer, depth + 1 >= limits.treeDepth { return flatten(kind, address: literal) }
    var node = Node(kind)
    if kind != .softBreak, kind != .lineBreak, kind != .emphasis, kind != .strong {
      node.literal = store(literal)
      if !info.isEmpty { node.info = store(info) }
    }
    return Step(kind: isContainer ? .container : .leaf, index: append(node))
  }

  /// Writes the markup of an inline that is nested too deeply as text, its content behind it as siblings: nothing is lost.
  private mutating func flatten(_ kind: NodeKind, address: UnsafeBufferPointer<UInt8>) -> Step {
    switch kind {
    case .emphasis: note(opening: "*", closing: Array("*".utf8))
    case .strong: note(opening: "**", closing: Array("**".utf8))
    case .image: note(opening: "![", closing: Array("](".utf8) + Array(address) + Array(")".utf8))
    case .link, .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
      .table,
      .tableRow, .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline:
      note(opening: "[", closing: Array("](".utf8) + Array(address) + Array(")".utf8))
    }
    return Step(kind: .flattened, index: previous)
  }

  private mutating func note(opening: StaticString, closing: [UInt8]) {
    if flattened.isEmpty { reportDepth() }
    opening.withUTF8Buffer { bytes in
      var node = Node(.text)
      node.literal = store(bytes)
      _ = append(node)
    }
    flattened.append(closing)
  }

  mutating func addText(_ bytes: [UInt8]) {
    var node = Node(.text)
    node.literal = bytes.withUnsafeBufferPointer { store($0) }
    _ = append(node)
  }
}

// MARK: - Literals

extension ArenaBuilder {
  /// Copies bytes into the pool.
  mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteSpan {
    let start = pool.count
    if needsSanitizing {
      pool.append(contentsOf: String(decoding: bytes, as: UTF8.self).utf8)
    } else {
      pool.append(contentsOf: bytes)
    }
    return ByteSpan(start..<pool.count)
  }

  mutating func store(_ range: Range<Int>) -> ByteSpan {
    text.withUnsafeBufferPointer { store(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// A text that is UTF-8 gives UTF-8, but for numeric references: cmark turns `&#xFFFF;` into the byte FF.
  private static func mayGiveInvalidUTF8(_ text: [UInt8], _ survey: ByteSurvey) -> Bool {
    if survey.hasNumericReference { return true }
    guard survey.hasNonASCII else { return false }
    return switch text.withUnsafeBufferPointer(UTF8Check.check) {
    case .ascii, .valid: false
    case .invalid: true
    }
  }
}
