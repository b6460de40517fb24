/// A half-open stretch of a file on disk: `end` is the first byte that no longer belongs to it.
///
/// A block ends after the last byte of its last line, without the line break.
package struct SourceRange: Hashable, Sendable {
  package var start: Position
  package var end: Position

  @inlinable package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

extension SourceRange: Comparable {
  package static func < (a: SourceRange, b: SourceRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

extension SourceRange: CustomStringConvertible {
  /// `16:1-16:12`
  package var description: String { "\(start)-\(end)" }
}
