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

/// Bytes that somebody else keeps alive while they are read; an index outside of them gives 0.
///
/// A document is read inside `withUnsafeBufferPointer`, since retaining its arrays at every look at a byte costs more than
/// the reading does; the check of each index makes the pointer as safe as an array, and nothing traps.
struct TextBytes {
  let pointer: UnsafeBufferPointer<UInt8>

  var count: Int { pointer.count }

  subscript(index: Int) -> UInt8 { UInt(bitPattern: index) < UInt(bitPattern: pointer.count) ? pointer[index] : 0 }

  func string(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<pointer.count)
    return range.isEmpty ? "" : String(decoding: UnsafeBufferPointer(rebasing: pointer[range]), as: UTF8.self)
  }

  /// First place of a digit in a range, looked for in eight bytes at once.
  func firstDigit(in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<pointer.count)
    var index = range.lowerBound
    let raw = UnsafeRawBufferPointer(pointer)
    while index + 8 <= range.upperBound {
      // A digit less `0` is at most 9: only then does adding 76 (hexadecimal) leave the top bit unset.
      let less = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ 0x3030_3030_3030_3030
      let others = ((less & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676 | less) & 0x8080_8080_8080_8080
      if others != 0x8080_8080_8080_8080 {
        return index + (others ^ 0x8080_8080_8080_8080).trailingZeroBitCount / 8
      }
      index += 8
    }
    while index < range.upperBound {
      if pointer[index].isASCIIDigit { return index }
      index += 1
    }
    return nil
  }

  /// First place of a byte in a range.
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    var index = max(range.lowerBound, 0)
    let end = min(range.upperBound, pointer.count)
    while index < end {
      if pointer[index] == byte { return index }
      index += 1
    }
    return nil
  }
}

/// A stretch of a text, compared byte by byte without regard to ASCII case.
///
/// No `String` is made to tell what a heading or a label is called: `# Root Cause` equals `"root cause"`.
struct TextSlice {
  let bytes: TextBytes
  var range: Range<Int>

  init(bytes: TextBytes, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  var isEmpty: Bool { range.isEmpty }
  var string: String { bytes.string(range) }

  func byte(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < range.count ? bytes[range.lowerBound + offset] : nil
  }

  /// Whether the small letters of `word` stand at an offset.
  func matches(_ word: StaticString, at offset: Int = 0) -> Bool {
    let start = range.lowerBound + offset
    let count = word.utf8CodeUnitCount
    guard count <= range.upperBound - start, word.hasPointerRepresentation else { return false }
    let letters = word.utf8Start
    for index in 0..<count where bytes[start + index].lowered != letters[index] { return false }
    return true
  }

  func equals(_ word: StaticString) -> Bool { range.count == word.utf8CodeUnitCount && matches(word) }

  /// Whether the text is that word, case and all.
  func isExactly(_ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount, word.hasPointerRepresentation else { return false }
    let letters = word.utf8Start
    for index in 0..<range.count where bytes[range.lowerBound + index] != letters[index] { return false }
    return true
  }

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

  /// The text without blanks, `*` and `` ` `` at both ends.
  func withoutMarkup() -> TextSlice {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower].isSpace || bytes[lower].isMarkup { lower += 1 }
    while lower < upper, bytes[upper - 1].isSpace || bytes[upper - 1].isMarkup { upper -= 1 }
    return TextSlice(bytes: bytes, range: lower..<upper)
  }

  /// Calls `body` with the offset and first letter of each word: what follows a blank.
  @inline(__always) func forEachWord(_ body: (Int, UInt8) -> Void) {
    let text = UnsafeBufferPointer(rebasing: bytes.pointer[range.clamped(to: 0..<bytes.count)])
    guard let first = text.first else { return }
    body(0, first.lowered)
    for offset in 1..<max(text.count, 1) where text[offset - 1] == 0x20 { body(offset, text[offset].lowered) }
  }

  /// Calls `body` with the offset and the first two letters of each word, the first in the high byte.
  @inline(__always) func forEachWordPair(_ body: (Int, UInt16) -> Void) {
    let text = UnsafeBufferPointer(rebasing: bytes.pointer[range.clamped(to: 0..<bytes.count)])
    guard text.count >= 2 else { return }
    body(0, UInt16(text[0] | 0x20) << 8 | UInt16(text[1] | 0x20))
    for offset in 1..<text.count - 1 where text[offset - 1] == 0x20 {
      body(offset, UInt16(text[offset] | 0x20) << 8 | UInt16(text[offset + 1] | 0x20))
    }
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

extension UInt8 {
  /// `*` or `` ` ``: looked through where a figure or a label is read.
  var isMarkup: Bool { self == UInt8(ascii: "*") || self == UInt8(ascii: "`") }
}

extension String {
  /// Reads the bytes of a text that is not part of a document.
  func withSlice<Result>(_ body: (TextSlice) -> Result) -> Result {
    var copy = self
    return copy.withUTF8 { body(TextSlice(bytes: TextBytes(pointer: $0), range: $0.indices)) }
  }
}
