/// What stands round a figure on its line, read from at most 160 bytes before it and 64 behind it.
struct FigureLine {
  private let text: [UInt8]
  let range: Range<Int>
  /// First byte of the line, or as far back as is looked.
  let start: Int
  /// Whether `start` is the line's first byte.
  let isWhole: Bool
  /// First byte of the line's text: behind a list's marker and markup.
  let contentStart: Int

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    self.range = range.clamped(to: 0..<text.count)
    var start = self.range.lowerBound
    let limit = max(0, start - 160)
    while start > limit, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
    self.start = start
    isWhole = start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D
    contentStart = Self.content(text, start, self.range.lowerBound)
  }

  /// Behind blanks, `- `, `* `, `> `, `1. `, `[ ] ` and the marks of emphasis.
  private static func content(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = text[index]
      let next = index + 1 < text.count ? text[index + 1] : 0
      if Self.isBlank(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: ">") {
        index += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), Self.isBlank(next) {
        index += 2
      } else if byte == UInt8(ascii: "["), index + 3 < end, text[index + 2] == UInt8(ascii: "]") {
        index += 3
      } else if Self.isDigit(byte), next == UInt8(ascii: ".") || next == UInt8(ascii: ")"), index + 2 < end,
        Self.isBlank(text[index + 2])
      {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  // MARK: Parts

  /// Words before the first colon of the line that is followed by a blank and by more text: `v2.4.0: P99=2s` → `v2.4.0`.
  var scope: Range<Int>? {
    guard isWhole else { return nil }
    var index = contentStart
    let end = min(range.lowerBound, contentStart + 48)
    while index < end {
      if text[index] == UInt8(ascii: ":"), index + 1 < range.lowerBound,
        Self.isBlank(text[index + 1]) || isMark(index + 1)
      {
        let rest = (index + 1..<range.lowerBound).contains { Self.isWord(text[$0]) }
        return rest && index > contentStart ? trimmed(contentStart..<index) : nil
      }
      index += 1
    }
    return nil
  }

  /// Bytes between the last separator before the figure, or the scope's colon, and the figure.
  var before: Range<Int> {
    var start = range.lowerBound
    let limit = scope.map { $0.upperBound } ?? contentStart
    while start > limit {
      let byte = text[start - 1]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
        || byte == UInt8(ascii: "(")
      {
        break
      }
      start -= 1
    }
    while start < range.lowerBound, !Self.isWord(text[start]) { start += 1 }
    return start..<range.lowerBound
  }

  /// Whether letters or digits follow the figure before the next separator or the end of the line.
  var isFollowed: Bool {
    var index = range.upperBound
    let end = min(text.count, index + 64)
    while index < end {
      let byte = text[index]
      if byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "|")
      {
        return false
      }
      if byte == UInt8(ascii: "("), isRemark(index) { return false }
      if byte < 0x80 ? Self.isWord(byte) : isLetter(index) { return true }
      index += 1
    }
    return index == end && end < text.count
  }

  /// `(slow!)`, `(unchanged)`: one word in brackets tells nothing else to be measured.
  private func isRemark(_ open: Int) -> Bool {
    var index = open + 1
    let end = min(text.count, open + 24)
    while index < end, text[index] != UInt8(ascii: ")") {
      guard Self.isLetter(text[index]) || text[index] == UInt8(ascii: "!") else { return false }
      index += 1
    }
    guard index < end else { return false }
    let rest = text[index + 1..<text.count].prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
    return rest.allSatisfy { !Self.isWord($0) }
  }

  /// The word that ends before an offset, blanks and marks of emphasis skipped.
  func word(before end: Int) -> Range<Int> {
    var upper = end
    while upper > start, Self.isBlank(text[upper - 1]) || isMark(upper - 1) { upper -= 1 }
    var lower = upper
    while lower > start, Self.isWord(text[lower - 1]), upper - lower < 40 { lower -= 1 }
    return lower..<upper
  }

  /// A stretch in small letters.
  func lowered(_ range: Range<Int>) -> String {
    let bytes = text[range.clamped(to: 0..<text.count)].prefix(48).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, Self.isBlank(text[end - 1]) || isMark(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  private func isMark(_ index: Int) -> Bool {
    index < text.count && (text[index] == UInt8(ascii: "*") || text[index] == UInt8(ascii: "`"))
  }

  /// Whether a letter outside ASCII stands there, and no sign: U+2000 to U+2FFF and from U+1F000 on are signs.
  private func isLetter(_ index: Int) -> Bool {
    switch text[index] {
    case 0x80..<0xC0: false
    case 0xC2: false
    case 0xE2, 0xF0, 0xEF: false
    default: true
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == 0x5F || byte >= 0x80 }
}
