/// The parts of one line of YAML that cannot be read as a whole: indentation, key, value.
///
/// `  - name: @ann # hi` → key `name`, value `@ann`. Reads what people mean, not what YAML says, to explain a mistake and to
/// keep what stands on the line.
struct YAMLLine {
  /// The line without its break.
  var range: Range<Int>
  /// First byte that is neither a blank nor the dash of an item.
  var start: Int
  var indentation: Int
  var indentationHasTab: Bool
  var isItem: Bool
  /// The first dash of an item; `start` where there is none.
  var dash: Int
  /// Without quotes; `nil` where no colon ends a key.
  var key: Range<Int>?
  /// The colon behind the key.
  var colon: Int?
  /// What follows, without blanks and comment; the whole line where there is no key.
  var value: Range<Int>

  /// Takes apart the line that holds a byte.
  init(holding offset: Int, in bytes: ArraySlice<UInt8>) {
    var lower = min(max(offset, bytes.startIndex), bytes.endIndex)
    while lower > bytes.startIndex, !bytes[lower - 1].isLineBreak { lower -= 1 }
    self.init(startingAt: lower, in: bytes)
  }

  /// Takes apart the line that begins at a byte.
  init(startingAt lower: Int, in bytes: ArraySlice<UInt8>) {
    var upper = lower
    while upper < bytes.endIndex, !bytes[upper].isLineBreak { upper += 1 }
    range = lower..<upper
    var cursor = lower
    indentationHasTab = false
    isItem = false
    while cursor < upper, bytes[cursor].isBlank {
      if bytes[cursor] == 0x09 { indentationHasTab = true }
      cursor += 1
    }
    indentation = cursor - lower
    dash = cursor
    while cursor + 1 < upper, bytes[cursor] == UInt8(ascii: "-"), bytes[cursor + 1].isBlank {
      isItem = true
      while cursor + 1 < upper, bytes[cursor + 1].isBlank { cursor += 1 }
      cursor += 1
    }
    start = cursor
    value = cursor..<upper
    if let found = Self.key(from: cursor, to: upper, in: bytes) {
      (key, colon) = found
      cursor = found.colon + 1
      while cursor < upper, bytes[cursor].isBlank { cursor += 1 }
    }
    value = cursor..<Self.valueEnd(from: cursor, to: upper, in: bytes)
  }

  var isBlankOrComment: Bool { value.isEmpty && key == nil }

  /// Where the next line begins; the end of the text after the last.
  func next(in bytes: ArraySlice<UInt8>) -> Int {
    var cursor = range.upperBound
    guard cursor < bytes.endIndex else { return cursor }
    if bytes[cursor] == 0x0D, cursor + 1 < bytes.endIndex, bytes[cursor + 1] == 0x0A { cursor += 1 }
    return cursor + 1
  }

  /// Finds `name:`, `"name":` or `'name':` with a blank or the line's end behind it.
  private static func key(
    from start: Int, to end: Int, in bytes: ArraySlice<UInt8>
  ) -> (key: Range<Int>, colon: Int)? {
    guard start < end, bytes[start] != UInt8(ascii: "#") else { return nil }
    var cursor = start
    var name = start..<start
    if bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
      cursor += 1
      while cursor < end, bytes[cursor] != bytes[start] { cursor += 1 }
      guard cursor < end else { return nil }
      name = start + 1..<cursor
      cursor += 1
      while cursor < end, bytes[cursor].isBlank { cursor += 1 }
      guard cursor < end, bytes[cursor] == UInt8(ascii: ":") else { return nil }
    } else {
      guard !bytes[start].opensBracket else { return nil }
      while cursor < end {
        if bytes[cursor] == UInt8(ascii: ":"), cursor + 1 == end || bytes[cursor + 1].isBlank { break }
        if bytes[cursor] == UInt8(ascii: "#"), bytes[cursor - 1].isBlank { return nil }
        cursor += 1
      }
      guard cursor < end else { return nil }
      var nameEnd = cursor
      while nameEnd > start, bytes[nameEnd - 1].isBlank { nameEnd -= 1 }
      name = start..<nameEnd
    }
    guard !name.isEmpty, cursor + 1 == end || bytes[cursor + 1].isBlank else { return nil }
    return (name, cursor)
  }

  /// Leaves out a comment, but not one that a quotation mark in front may make part of a text.
  private static func valueEnd(from start: Int, to end: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var upper = end
    if start < end, bytes[start] == UInt8(ascii: "#") { return start }
    if start < end, bytes[start] != UInt8(ascii: "\""), bytes[start] != UInt8(ascii: "'") {
      var cursor = start + 1
      while cursor < end {
        if bytes[cursor] == UInt8(ascii: "#"), bytes[cursor - 1].isBlank {
          upper = cursor
          break
        }
        cursor += 1
      }
    }
    while upper > start, bytes[upper - 1].isBlank { upper -= 1 }
    return upper
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
  var opensBracket: Bool { self == UInt8(ascii: "[") || self == UInt8(ascii: "{") }
}
