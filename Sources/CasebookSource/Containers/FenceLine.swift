/// A line of three or more backticks or tildes that may open or close a fenced block, and what CommonMark makes of it.
package struct FenceLine: Hashable, Sendable {
  /// What the line is where CommonMark's rules are followed to the letter.
  package enum Role: UInt8, Hashable, Sendable {
    /// Opens a block.
    case open
    /// Closes the block that is open.
    case close
    /// Stands inside a fenced block.
    case content
    /// Is indented code, or continues a paragraph at four columns or more.
    case indented
    /// Stands behind a tag, in an HTML block that a blank line ends.
    case tagged
    /// Stands inside an HTML comment, a script or another HTML block that goes on across blank lines.
    case html
  }

  /// 0-based index of the line.
  package var line: Int
  /// Byte offset of the first backtick or tilde.
  package var start: Int
  /// Number of backticks or tildes.
  package var length: Int
  /// The backtick or the tilde.
  package var marker: UInt8
  /// Bytes of the info string, without blanks on either side; empty for a bare fence.
  package var info: Range<Int>
  /// Columns before the marker, counted from the left margin.
  package var column: Int
  /// Columns between the content start of the innermost container and the marker.
  package var indentation: Int
  /// Block quotes and list items that hold the line.
  package var depth: Int
  package var role: Role

  /// Whether there is no info string, so that the line may close.
  package var isBare: Bool { info.isEmpty }

  /// Bytes of the run of backticks or tildes.
  package var run: Range<Int> { start..<start + length }
}

extension FenceLine {
  /// Reads the syntax of a fence that starts at a cursor's content; `nil` for anything else.
  ///
  /// `"```sh"` → three backticks, info `sh`; `"```a`b"` → nothing, since the info string of backticks has no backtick.
  init?(at cursor: LineCursor, in text: Span<UInt8>, line: Int, depth: Int, role: Role) {
    let start = cursor.contentStart
    guard start + 2 < cursor.end else { return nil }
    let marker = text[start]
    guard marker == UInt8(ascii: "`") || marker == UInt8(ascii: "~") else { return nil }
    guard text[start + 1] == marker, text[start + 2] == marker else { return nil }
    var end = start + 3
    while end < cursor.end, text[end] == marker { end += 1 }
    var from = end
    var to = cursor.end
    while from < to, text[from] == UInt8(ascii: " ") || text[from] == UInt8(ascii: "\t") { from += 1 }
    while to > from, text[to - 1] == UInt8(ascii: " ") || text[to - 1] == UInt8(ascii: "\t") { to -= 1 }
    if marker == UInt8(ascii: "`") {
      for index in from..<to where text[index] == marker { return nil }
    }
    self.init(
      line: line, start: start, length: end - start, marker: marker, info: from..<to,
      column: cursor.column + cursor.indentation, indentation: cursor.indentation, depth: depth, role: role)
  }
}
