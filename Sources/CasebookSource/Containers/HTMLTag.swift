/// One complete open or closing tag (CommonMark 0.30, section 6.6), for HTML blocks that start with any tag.
enum HTMLTag {
  /// Finds the end of the tag that starts at a `<`: `<a href="x">` → the offset behind `>`; `nil` if it isn't one.
  static func end(from start: Int, to end: Int, in text: Span<UInt8>) -> Int? {
    var index = start + 1
    let isClosing = index < end && text[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < end, isLetter(text[index]) else { return nil }
    while index < end, isLetter(text[index]) || isDigit(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
    while true {
      let blanksFrom = index
      while index < end, isBlank(text[index]) { index += 1 }
      guard index < end else { return nil }
      if text[index] == UInt8(ascii: ">") { return index + 1 }
      if isClosing { return nil }
      if text[index] == UInt8(ascii: "/") {
        return index + 1 < end && text[index + 1] == UInt8(ascii: ">") ? index + 2 : nil
      }
      guard index > blanksFrom, let next = attributeEnd(from: index, to: end, in: text) else { return nil }
      index = next
    }
  }

  private static func attributeEnd(from start: Int, to end: Int, in text: Span<UInt8>) -> Int? {
    guard isLetter(text[start]) || text[start] == UInt8(ascii: "_") || text[start] == UInt8(ascii: ":") else {
      return nil
    }
    var index = start + 1
    while index < end, isAttributeByte(text[index]) { index += 1 }
    let nameEnd = index
    while index < end, isBlank(text[index]) { index += 1 }
    guard index < end, text[index] == UInt8(ascii: "=") else { return nameEnd }
    index += 1
    while index < end, isBlank(text[index]) { index += 1 }
    guard index < end else { return nil }
    let quote = text[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      index += 1
      while index < end, text[index] != quote { index += 1 }
      return index < end ? index + 1 : nil
    }
    let valueStart = index
    while index < end, !endsUnquotedValue(text[index]) { index += 1 }
    return index > valueStart ? index : nil
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
  }

  private static func endsUnquotedValue(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")
      || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "`")
  }
}
