import CasebookSource

/// The block quotes and list items round a block, outermost first: what a line must begin with to belong to it.
///
/// For `x` in `> - x` the path is a quote and an item two columns wide, so `>   y` goes on behind column 4 and `> y` is lazy.
struct ContainerPath {
  private enum Step {
    case quote
    case item(width: Int)
  }

  /// A line as its containers leave it.
  struct Line {
    /// First byte that is no blank behind the prefixes.
    var start: Int
    /// First byte of what cmark takes for text: of lazy lines it keeps the blanks.
    var rawStart: Int
    /// Columns of blanks between prefixes and text.
    var indentation: Int
    /// Some prefix is missing: the line belongs to the block only as lazy continuation of a paragraph.
    var isLazy: Bool
  }

  private var steps: [Step] = []
  /// The line that the innermost of them starts in, and the place behind its marker.
  private var ownLine = -1
  private var ownPlace = LineCursor(offset: 0)

  init() {}

  /// Reads the prefixes of a block's ancestors from the lines that they start in.
  init(of block: NodeID, in document: Document) {
    let parent = max(0, document.nodes[Int(block.index)].parentIndex)
    self.init(childrenOf: parent, nodes: document.nodes, text: document.source.bytes, lines: document.source.lines)
  }

  init(childrenOf parent: Int32, nodes: [Node], text: [UInt8], lines: LineTable) {
    var ancestors: [Int32] = []
    var index = parent
    while index > 0 {
      let kind = nodes[Int(index)].kind
      if kind == .blockQuote || kind == .item { ancestors.append(index) }
      index = nodes[Int(index)].parentIndex
    }
    var line = -1
    var cursor = LineCursor(offset: 0)
    for ancestor in ancestors.reversed() {
      let node = nodes[Int(ancestor)]
      let start = Int(node.source.start)
      let own = lines.lineIndex(of: start)
      let end = lines.content(ofLine: own, in: text).upperBound
      if own != line {
        line = own
        cursor = LineCursor(offset: lines.starts[own])
        _ = follow(&cursor, end: end, in: text)
      }
      // A byte order mark before the first container takes no column.
      if text[cursor.offset...].starts(with: [0xEF, 0xBB, 0xBF]) { cursor.offset += 3 }
      let indentation = cursor.indentation(in: text, before: end)
      guard indentation.offset == start else { continue }
      if node.kind == .blockQuote {
        cursor = LineCursor(offset: start + 1, column: cursor.column + indentation.columns + 1)
        skipBlank(&cursor, end: end, in: text)
        steps.append(.quote)
      } else {
        let width = enterItem(&cursor, indentation: indentation.columns, start: start, end: end, in: text)
        steps.append(.item(width: indentation.columns + width))
      }
    }
    (ownLine, ownPlace) = (line, cursor)
  }

  /// Columns of blanks before a block's text in the line that it starts in, where its containers may start as well.
  func indentation(inLine line: Int, of text: [UInt8], lines: LineTable) -> Int {
    var whole = lines.content(ofLine: line, in: text)
    if text[whole].starts(with: [0xEF, 0xBB, 0xBF]) { whole = whole.lowerBound + 3..<whole.upperBound }
    guard line == ownLine else { return match(whole, in: text).indentation }
    return ownPlace.indentation(in: text, before: whole.upperBound).columns
  }

  /// Matches a line, given without its line break.
  func match(_ line: Range<Int>, in text: [UInt8]) -> Line {
    var cursor = LineCursor(offset: line.lowerBound)
    let isComplete = follow(&cursor, end: line.upperBound, in: text)
    let rest = cursor.indentation(in: text, before: line.upperBound)
    return Line(
      start: rest.offset, rawStart: isComplete ? rest.offset : cursor.offset, indentation: rest.columns,
      isLazy: !isComplete)
  }

  /// Steps over the prefixes as far as they go on; whether all of them do.
  private func follow(_ cursor: inout LineCursor, end: Int, in text: [UInt8]) -> Bool {
    for step in steps {
      let next = cursor.indentation(in: text, before: end)
      switch step {
      case .quote:
        guard next.columns <= 3, next.offset < end, text[next.offset] == UInt8(ascii: ">") else { return false }
        cursor = LineCursor(offset: next.offset + 1, column: cursor.column + next.columns + 1)
        skipBlank(&cursor, end: end, in: text)
      case .item(let width):
        if next.columns >= width {
          cursor.skip(columns: width, in: text, before: end)
        } else if next.offset == end {
          cursor = LineCursor(offset: end, column: cursor.column + next.columns)
        } else {
          return false
        }
      }
    }
    return true
  }

  private func skipBlank(_ cursor: inout LineCursor, end: Int, in text: [UInt8]) {
    if cursor.offset < end, isBlank(text[cursor.offset]) { cursor.skip(columns: 1, in: text, before: end) }
  }

  /// Steps over a list marker and the blanks that belong to it; the width of both.
  private func enterItem(
    _ cursor: inout LineCursor, indentation: Int, start: Int, end: Int, in text: [UInt8]
  ) -> Int {
    let marker = listMarkerLength(at: start, before: end, in: text)
    cursor = LineCursor(offset: start + marker, column: cursor.column + indentation + marker)
    let blanks = cursor.indentation(in: text, before: end)
    if blanks.columns >= 5 || blanks.columns < 1 || blanks.offset == end {
      cursor.skip(columns: min(1, blanks.columns), in: text, before: end)
      return marker + 1
    }
    cursor = LineCursor(offset: blanks.offset, column: cursor.column + blanks.columns)
    return marker + blanks.columns
  }
}

/// Bytes of a list marker: 1 for `-`, 3 for `12.`; 0 where there is none.
func listMarkerLength(at start: Int, before end: Int, in text: [UInt8]) -> Int {
  guard start < end else { return 0 }
  switch text[start] {
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return 1
  default:
    var place = start
    while place < end, isDigit(text[place]), place - start < 9 { place += 1 }
    guard place > start, place < end else { return 0 }
    return text[place] == UInt8(ascii: ".") || text[place] == UInt8(ascii: ")") ? place - start + 1 : 0
  }
}
