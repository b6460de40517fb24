extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  /// Letters, digits, `_`, and every byte of a character outside ASCII.
  var isWordByte: Bool { isASCIIAlphanumeric || self == 0x5F || self >= 0x80 }
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// Blank or a line break.
  var isSpace: Bool { isBlank || self == 0x0A || self == 0x0D }
  /// ASCII capitals as small letters, all else as it is.
  var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// A stretch of a text, compared byte by byte without regard to ASCII case.
///
/// No `String` is made to tell what a heading or a label is called: `# Root Cause` equals `"root cause"`.
struct TextSlice {
  let bytes: [UInt8]
  var range: Range<Int>

  var isEmpty: Bool { range.isEmpty }

  func byte(_ offset: Int) -> UInt8? {
    let index = range.lowerBound + offset
    return index < range.upperBound ? bytes[index] : nil
  }

  /// Whether the small letters of `word` stand at an offset.
  func matches(_ word: StaticString, at offset: Int = 0) -> Bool {
    let start = range.lowerBound + offset
    guard word.utf8CodeUnitCount <= range.upperBound - start else { return false }
    return word.withUTF8Buffer { letters in
      for index in 0..<letters.count where bytes[start + index].lowered != letters[index] { return false }
      return true
    }
  }

  func equals(_ word: StaticString) -> Bool { range.count == word.utf8CodeUnitCount && matches(word) }

  /// Whether the text begins with a word or words, whole: `fix` begins `Fix - Option 1`, not `Fixture`.
  func beginsWithWord(_ word: StaticString) -> Bool {
    guard matches(word) else { return false }
    guard let next = byte(word.utf8CodeUnitCount) else { return true }
    return !next.isWordByte
  }

  /// The text without blanks at both ends.
  func trimmed() -> TextSlice {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isSpace { lower += 1 }
    while lower < upper, bytes[upper - 1].isSpace { upper -= 1 }
    return TextSlice(bytes: bytes, range: lower..<upper)
  }

  /// The rest behind so many bytes, without blanks before it.
  func dropping(_ count: Int) -> TextSlice {
    var lower = min(range.lowerBound + count, range.upperBound)
    while lower < range.upperBound, bytes[lower].isSpace { lower += 1 }
    return TextSlice(bytes: bytes, range: lower..<range.upperBound)
  }

  /// The text without what is no letter, digit or bracket at its end: an emoji, a colon, markup.
  func withoutTrailingMarks() -> TextSlice {
    var upper = range.upperBound
    while upper > range.lowerBound, !bytes[upper - 1].isASCIIAlphanumeric, bytes[upper - 1] != UInt8(ascii: ")") {
      upper -= 1
    }
    return TextSlice(bytes: bytes, range: range.lowerBound..<upper)
  }

  /// Calls `body` at the offset of each word until it returns `true`; tells whether it did.
  func anyWord(_ body: (Int) -> Bool) -> Bool {
    var isInside = false
    for index in range {
      let isWord = bytes[index].isWordByte
      if isWord, !isInside, body(index - range.lowerBound) { return true }
      isInside = isWord
    }
    return false
  }

  /// A number of at most six digits at an offset, and how many there are.
  func number(at offset: Int) -> (value: Int, length: Int)? {
    var value = 0
    var length = 0
    while let digit = byte(offset + length), digit.isASCIIDigit {
      length += 1
      guard length <= 6 else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return length > 0 ? (value, length) : nil
  }
}
