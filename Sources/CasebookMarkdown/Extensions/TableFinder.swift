import CasebookSource

/// Finds the tables among the lines that cmark takes for one paragraph or one setext heading.
///
/// A table may begin with the last line of a paragraph, and ends where another block could begin, which in a paragraph some
/// could not: an indented code block, `2.`, an empty item, a tag of one's own.
struct TableFinder {
  let text: [UInt8]
  let lines: LineTable
  let path: ContainerPath
  let limits: InputLimits

  /// What was found in some lines.
  enum Finding {
    case table(PipeTable)
    /// Wider, or with more cells to pad, than the limits allow.
    case overLimit(lastLine: Int)
  }

  /// Whether a line may be a delimiter row, by its first byte alone.
  static func mayBeDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  /// Looks for the first table whose header stands in `first`, where the text begins at `start`, or later.
  ///
  /// The underline of a heading is no delimiter row.
  func find(from first: Int, start: Int, through last: Int, isHeading: Bool) -> Finding? {
    let lastDelimiter = isHeading ? last - 1 : last
    guard first < lastDelimiter else { return nil }
    for line in first + 1...lastDelimiter {
      let place = path.match(lines.content(ofLine: line, in: text), in: text)
      guard !place.isLazy, place.indentation < 4 else { continue }
      let whole = lines.content(ofLine: line, in: text)
      let content = trimmedAtEnd(place.start..<max(place.start, whole.upperBound), in: text)
      guard !content.isEmpty, Self.mayBeDelimiter(text[content.lowerBound]),
        let alignments = PipeTable.alignments(content, in: text)
      else { continue }
      let above = lines.content(ofLine: line - 1, in: text)
      var header = path.match(above, in: text)
      if line - 1 == first { header = ContainerPath.Line(start: start, rawStart: start, indentation: 0, isLazy: false) }
      let headerContent = trimmedAtEnd(header.start..<max(header.start, above.upperBound), in: text)
      let cells = PipeTable.cells(of: headerContent, in: text, limit: limits.tableColumns)
      guard cells.count == alignments.count else { continue }
      if cells.count > limits.tableColumns { return .overLimit(lastLine: last) }
      return extended(
        PipeTable(
          alignments: alignments,
          header: .init(
            line: line - 1, content: headerContent, indentation: header.indentation, isLazy: header.isLazy,
            cells: cells.cells),
          delimiter: content, rows: [], lastLine: line), through: last)
    }
    return nil
  }

  /// Takes the lines behind a table's last as its rows, up to one that begins another block.
  func extended(_ start: PipeTable, through last: Int) -> Finding {
    var table = start
    let columns = table.alignments.count
    var padded = 0
    while table.lastLine < last {
      let line = table.lastLine + 1
      let whole = lines.content(ofLine: line, in: text)
      let place = path.match(whole, in: text)
      let content = trimmedAtEnd(place.start..<whole.upperBound, in: text)
      if place.isLazy || place.indentation >= 4 || startsBlock(content) { break }
      let cells = PipeTable.cells(of: content, in: text, limit: columns)
      guard cells.count > 0 else { break }
      padded += max(0, columns - cells.count)
      if padded > limits.tablePaddedCells { return .overLimit(lastLine: last) }
      table.rows.append(.init(line: line, content: content, indentation: 0, isLazy: false, cells: cells.cells))
      table.lastLine = line
    }
    return .table(table)
  }

  /// Whether a line begins a block that could not have interrupted a paragraph, but ends a table.
  private func startsBlock(_ line: Range<Int>) -> Bool {
    guard let first = line.first.map({ text[$0] }) else { return true }
    if first == UInt8(ascii: "<") { return HTMLTagScanner.isCompleteTag(line, in: text) }
    let marker = listMarkerLength(at: line.lowerBound, before: line.upperBound, in: text)
    let behind = line.lowerBound + marker
    if marker > 0, behind == line.upperBound || isBlank(text[behind]) { return true }
    return first == UInt8(ascii: "-") && isRule(line)
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    var count = 0
    for place in line {
      if text[place] == UInt8(ascii: "-") { count += 1 } else if !isBlank(text[place]) { return false }
    }
    return count >= 3
  }
}
