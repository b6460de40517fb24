import CasebookMarkdown
package import CasebookSource

/// Leads from lines and columns of a block's code to places on disk, without its document.
///
/// A line of code is mostly a stretch of a line on disk, and its first byte tells all others; a line in which characters were
/// mended keeps the column of each byte.
package struct ExhibitPlaces: Sendable {
  private struct Line: Sendable {
    var line: Int32
    var column: Int32
    var count: Int32
    /// Bytes of code that stand for a part of a tab and have no place of their own.
    var lead: Int32
  }

  private var lines: [Line] = []
  /// Columns on disk of each byte of a mended line, and of its end.
  private var bent: [Int: [Int32]] = [:]
  /// Blanks taken off the beginning of each line of code.
  private let indent: Int

  /// Takes the stretches of a text that are the lines of a block, and the length of each line of its code.
  init(_ source: RepairedText, _ stretches: [Range<Int>], lengths: [Int], indent: Int) {
    self.indent = indent
    lines.reserveCapacity(stretches.count)
    let first = stretches.first.map { source.lines.lineIndex(of: $0.lowerBound) } ?? 0
    for (index, stretch) in stretches.enumerated() {
      // Lines of code follow each other; only mended text has to be looked up.
      let line = first + index
      let isStraight = source.map.isIdentity && source.lines.bytes(ofLine: line).contains(stretch.lowerBound)
      let start =
        isStraight
        ? Position(line: line + 1, column: stretch.lowerBound - source.lines.starts[line] + 1)
        : source.position(of: stretch.lowerBound)
      let length = index < lengths.count ? lengths[index] : stretch.count
      lines.append(
        Line(
          line: Int32(clamping: start.line), column: Int32(clamping: start.column),
          count: Int32(clamping: stretch.count),
          lead: Int32(clamping: max(0, length - stretch.count))))
      guard !source.map.isIdentity, !stretch.isEmpty else { continue }
      let disk = source.range(of: stretch)
      if disk.end.line == disk.start.line, disk.end.column - disk.start.column == stretch.count { continue }
      var columns = stretch.map { Int32(clamping: source.position(of: $0).column) }
      columns.append(Int32(clamping: disk.end.column))
      bent[index] = columns
    }
  }

  package var lineCount: Int { lines.count }

  /// Place of a byte: line from 1, column from 0, as parsers count them; clamped to the block.
  package func position(_ line: Int, _ column: Int) -> Position {
    guard !lines.isEmpty else { return Position(line: 1, column: 1) }
    let index = min(max(line - 1, 0), lines.count - 1)
    let place = lines[index]
    let offset = min(max(column + (line - 1 == index ? indent : 0) - Int(place.lead), 0), Int(place.count))
    if let columns = bent[index] { return Position(line: Int(place.line), column: Int(columns[offset])) }
    return Position(line: Int(place.line), column: Int(place.column) + offset)
  }

  /// Range on disk of columns of one line.
  package func range(_ line: Int, _ columns: Range<Int>) -> SourceRange {
    let start = position(line, columns.lowerBound)
    return SourceRange(start: start, end: max(start, position(line, columns.upperBound)))
  }

  /// The place where a line of code begins, and the blanks that were taken off it.
  package func lineStart(_ line: Int) -> (position: Position, indent: Int) {
    let index = min(max(line - 1, 0), max(lines.count - 1, 0))
    guard index < lines.count else { return (Position(line: 1, column: 1), 0) }
    return (Position(line: Int(lines[index].line), column: Int(lines[index].column)), indent)
  }
}
