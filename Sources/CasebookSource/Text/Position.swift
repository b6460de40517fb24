/// A place in a file on disk: 1-based line, 1-based UTF-8 byte column.
///
/// Bytes, because every other unit needs the text to be counted again; characters for people and UTF-16 for SARIF and
/// LSP are made where they are printed.
package struct Position: Hashable, Sendable, Comparable {
  package var line: Int
  package var column: Int

  @inlinable package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  @inlinable package static func < (a: Position, b: Position) -> Bool {
    a.line != b.line ? a.line < b.line : a.column < b.column
  }
}

extension Position: CustomStringConvertible {
  /// `16:4`, as compilers print it.
  package var description: String { "\(line):\(column)" }
}
