/// The marker of a list item: `-`, `+`, `*`, or up to nine digits and `.` or `)`.
struct ListMarker {
  var bytes: Int

  /// Reads a marker at a cursor's content; a paragraph is interrupted only by an item that has content and starts at 1.
  init?(at cursor: LineCursor, in text: Span<UInt8>, interruptsParagraph: Bool) {
    let start = cursor.contentStart
    var index = start
    let first = cursor.first(in: text)
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      index += 1
    } else {
      guard isDigit(first) else { return nil }
      while index < cursor.end, index - start < 9, isDigit(text[index]) { index += 1 }
      guard index < cursor.end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") else { return nil }
      if interruptsParagraph {
        // The number must be 1, whatever zeros stand before it: `01.`
        guard text[index - 1] == UInt8(ascii: "1") else { return nil }
        for digit in start..<index - 1 where text[digit] != UInt8(ascii: "0") { return nil }
      }
      index += 1
    }
    if index < cursor.end {
      guard text[index] == UInt8(ascii: " ") || text[index] == UInt8(ascii: "\t") else { return nil }
    }
    if interruptsParagraph {
      var rest = index
      while rest < cursor.end, text[rest] == UInt8(ascii: " ") || text[rest] == UInt8(ascii: "\t") { rest += 1 }
      guard rest < cursor.end else { return nil }
    }
    bytes = index - start
  }

  /// Moves the cursor behind the marker and its blanks; gives the columns that later lines of the item are indented by.
  ///
  /// `"- a"` → 2, `"1.  a"` → 4; five blanks or more start with an indented code block: `"-     a"` → 2.
  func skip(_ cursor: inout LineCursor, in text: Span<UInt8>) -> Int {
    let markerIndentation = cursor.indentation
    cursor.skipMarker(bytes: bytes, in: text)
    let blanks = cursor.indentation
    if blanks >= 5 || blanks < 1 || cursor.isBlank {
      cursor.skipOptionalBlank(in: text)
      return markerIndentation + bytes + 1
    }
    cursor.skip(columns: blanks, in: text)
    return markerIndentation + bytes + blanks
  }
}
