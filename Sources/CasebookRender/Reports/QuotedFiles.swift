import CasebookSource

/// Files that a report quotes, each read and split into lines once.
struct QuotedFiles {
  private let source: @Sendable (String) -> [UInt8]
  private let wideLines: @Sendable (String) -> WideLines?
  private var files: [String: QuotedFile] = [:]
  /// The last file of which a column was asked.
  private var last: (path: String, wide: WideLines?)?

  init(_ report: Report) {
    source = report.source
    wideLines = report.wideLines
  }

  /// Character column of a position; most need no look at the file.
  mutating func scalarColumn(of position: Position, in path: String) -> Int {
    if position.column == 1 { return 1 }
    if last?.path != path { last = (path, wideLines(path)) }
    if let column = last?.wide?.scalarColumn(of: position) { return column }
    return file(path).scalarColumn(of: position)
  }

  mutating func file(_ path: String) -> QuotedFile {
    if let known = files[path] { return known }
    // Findings come sorted by path, so a few files at a time are enough.
    if files.count > 16 { files = [:] }
    let file = QuotedFile(source(path))
    files[path] = file
    return file
  }
}

/// A file on disk with its lines, and how far the characters of a line were counted.
final class QuotedFile {
  let bytes: [UInt8]
  let lines: LineTable
  /// The last column asked for, in either unit.
  private var counted = Counted(line: 0, unit: .scalar)

  /// What a column counts.
  enum ColumnUnit { case scalar, utf16 }

  private struct Counted {
    var line: Int
    var unit: ColumnUnit
    /// Byte column, and the same column in the unit.
    var bytes = 1
    var column = 1
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineTable(bytes)
  }

  /// Bytes of a 1-based line without its line break.
  func line(_ number: Int) -> Range<Int> { lines.content(ofLine: number - 1, in: bytes) }

  func contains(line number: Int) -> Bool { number >= 1 && number <= lines.lineCount }

  /// Character column of a position.
  func scalarColumn(of position: Position) -> Int { column(of: position, in: .scalar) }

  /// Column of a position in a unit; goes on from the last one of the same line, so that a long line costs once.
  func column(of position: Position, in unit: ColumnUnit) -> Int {
    guard contains(line: position.line) else { return position.column }
    if counted.line != position.line || counted.unit != unit || counted.bytes > position.column {
      counted = Counted(line: position.line, unit: unit)
    }
    let line = line(position.line)
    let start = min(line.lowerBound + counted.bytes - 1, line.upperBound)
    let end = min(max(start, line.lowerBound + position.column - 1), line.upperBound)
    for byte in bytes[start..<end] where byte & 0xC0 != 0x80 {
      // A scalar of four bytes takes two units of UTF-16.
      counted.column += unit == .utf16 && byte >= 0xF0 ? 2 : 1
    }
    counted.bytes = end - line.lowerBound + 1
    // A column behind the line's end has no character to count.
    return counted.column + max(0, position.column - 1 - (end - line.lowerBound))
  }
}
