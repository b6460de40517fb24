/// A table as its source lines have it, before there are nodes: where its cells lie, how its columns are aligned.
///
///     | a | b |      header: [a] [b]
///     |--:|---|      alignment: right, none
///     | c |          rows: [c], and one cell to pad
struct PipeTable {
  /// One line of cells; each range is without the blanks round it.
  struct Row {
    /// 0-based line of the text.
    var line: Int
    /// The line without container prefixes and blanks at its ends.
    var content: Range<Int>
    /// Columns of blanks behind the prefixes, where they are four or more.
    var indentation: Int
    /// Without the prefixes of its containers: only a header can be.
    var isLazy: Bool
    var cells: [Range<Int>]
  }

  var alignments: [Node.Alignment]
  var header: Row
  /// The delimiter row.
  var delimiter: Range<Int>
  var rows: [Row]
  /// 0-based last line.
  var lastLine: Int

  /// Its lines from the first byte behind the container prefixes on.
  var lineRanges: [Range<Int>] { [header.content, delimiter] + rows.map(\.content) }
}

extension PipeTable {
  /// Reads a delimiter row, `:--|--:`: the alignment of each column, or `nil`; dashes alone are a heading's underline.
  static func alignments(_ line: Range<Int>, in text: [UInt8]) -> [Node.Alignment]? {
    var place = line.lowerBound
    let end = line.upperBound
    var result: [Node.Alignment] = []
    guard line.contains(where: { text[$0] == UInt8(ascii: "|") || text[$0] == UInt8(ascii: ":") }) else { return nil }
    func skipBlanks() { while place < end, isCellSpace(text[place]) { place += 1 } }
    if place < end, text[place] == UInt8(ascii: "|") { place += 1 }
    while true {
      skipBlanks()
      let left = place < end && text[place] == UInt8(ascii: ":")
      if left { place += 1 }
      let dashes = place
      while place < end, text[place] == UInt8(ascii: "-") { place += 1 }
      guard place > dashes else { return nil }
      let right = place < end && text[place] == UInt8(ascii: ":")
      if right { place += 1 }
      result.append(left ? (right ? .center : .left) : (right ? .right : .none))
      skipBlanks()
      guard place < end else { return result }
      guard text[place] == UInt8(ascii: "|") else { return nil }
      place += 1
      var rest = place
      while rest < end, isCellSpace(text[rest]) { rest += 1 }
      if rest == end { return result }
    }
  }

  /// Splits a row at its pipes, but those behind a backslash: `| a\|b | |` → `a\|b`, empty.
  ///
  /// Code spans do not protect a pipe. At most `limit` cells are kept, `count` tells how many there are.
  static func cells(
    of line: Range<Int>, in text: [UInt8], limit: Int
  ) -> (cells: [Range<Int>], count: Int) {
    var result: [Range<Int>] = []
    var count = 0
    var place = line.lowerBound
    let end = line.upperBound
    func skipPipe() {
      place += 1
      while place < end, isCellSpace(text[place]) { place += 1 }
    }
    if place < end, text[place] == UInt8(ascii: "|") { skipPipe() }
    while place < end {
      let start = place
      while place < end, text[place] != UInt8(ascii: "|") || (place > start && text[place - 1] == UInt8(ascii: "\\")) {
        place += 1
      }
      count += 1
      if result.count < limit { result.append(trimmed(start..<place, in: text)) }
      if place < end { skipPipe() }
    }
    return (result, count)
  }
}

/// What may stand round a cell's content.
private func isCellSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C }
