extension ContainerScanner {
  /// Whether a line underlines the paragraph before it: `===` or `---`.
  func isSetextUnderline(_ cursor: LineCursor, of text: Span<UInt8>) -> Bool {
    let marker = cursor.first(in: text)
    guard marker == UInt8(ascii: "=") || marker == UInt8(ascii: "-") else { return false }
    var index = cursor.contentStart
    while index < cursor.end, text[index] == marker { index += 1 }
    while index < cursor.end, text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") { index += 1 }
    return index == cursor.end
  }

  /// Whether a line that starts with `#` is a heading.
  func isHeading(_ cursor: LineCursor, of text: Span<UInt8>) -> Bool {
    var index = cursor.contentStart
    while index < cursor.end, text[index] == UInt8(ascii: "#") { index += 1 }
    guard index - cursor.contentStart <= 6 else { return false }
    return index == cursor.end || text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t")
  }

  /// Whether the rest of a line is a thematic break: `* * *`.
  ///
  /// `failedAt` is set to the byte that spoke against it: no rule can start before that byte, and asking once per `-` of
  /// `- - - - x` would be quadratic.
  func isRule(_ cursor: LineCursor, of text: Span<UInt8>, failedAt: inout Int) -> Bool {
    let marker = cursor.first(in: text)
    guard marker == UInt8(ascii: "*") || marker == UInt8(ascii: "-") || marker == UInt8(ascii: "_") else {
      return false
    }
    var index = cursor.contentStart
    var count = 0
    while index < cursor.end {
      if text[index] == marker {
        count += 1
      } else if text[index] != UInt8(ascii: " "), text[index] != UInt8(ascii: "\t") {
        failedAt = index
        return false
      }
      index += 1
    }
    failedAt = index
    return count >= 3
  }
}
