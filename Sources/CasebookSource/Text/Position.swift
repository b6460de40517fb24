/// A place in a file on disk: 1-based line, 1-based UTF-8 byte column.
///
/// Bytes, because every other unit needs the text to be counted again; characters for people and UTF-16 for SARIF and
/// LSP are made where they are printed.
///
/// Both lie in 32 bits, since a model holds a dozen places a paragraph and no file has as many lines.
package struct Position: Hashable, Sendable, Comparable {
  @usableFromInline var lineNumber: Int32
  @usableFromInline var columnNumber: Int32

  @inlinable package init(line: Int, column: Int) {
    lineNumber = Int32(clamping: line)
    columnNumber = Int32(clamping: column)
  }

  @inlinable package var line: Int {
    get { Int(lineNumber) }
    set { lineNumber = Int32(clamping: newValue) }
  }

  @inlinable package var column: Int {
    get { Int(columnNumber) }
    set { columnNumber = Int32(clamping: newValue) }
  }

  @inlinable package static func < (a: Position, b: Position) -> Bool {
    a.lineNumber != b.lineNumber ? a.lineNumber < b.lineNumber : a.columnNumber < b.columnNumber
  }

  @inlinable package static func == (a: Position, b: Position) -> Bool {
    a.lineNumber == b.lineNumber && a.columnNumber == b.columnNumber
  }
}

extension Position: CustomStringConvertible {
  /// `16:4`, as compilers print it.
  package var description: String { "\(line):\(column)" }
}
