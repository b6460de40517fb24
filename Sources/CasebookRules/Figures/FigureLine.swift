/// What stands round a figure on its line, read in one pass over at most 120 bytes before it and 64 behind it.
///
/// ```
/// v2.4.0: P50=200ms, P99=2000ms ✗
/// ^^^^^^ scope       ^^^^ before   (of the second figure)
/// ```
struct FigureLine {
  /// First byte of the line, or as far back as is looked.
  let start: Int
  /// Whether `start` is the line's first byte.
  let isWhole: Bool
  /// Words before the first colon of the line that is followed by a blank and by more text; empty without.
  private(set) var scope: Range<Int>
  /// From the last separator before the figure, or the scope's colon, to the figure.
  private(set) var before: Range<Int>
  /// The two words nearest before the figure.
  private(set) var word: Range<Int>
  private(set) var previousWord: Range<Int>
  /// Whether letters or digits follow the figure before the next separator or the end of the line.
  let isFollowed: Bool

  init(_ text: UnsafeBufferPointer<UInt8>, _ figure: Range<Int>) {
    let end = figure.lowerBound
    var start = end
    let limit = max(0, start - 120)
    while start > limit, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
    self.start = start
    isWhole = start == 0 || text[start - 1] == 0x0A || text[start - 1] == 0x0D
    let content = Self.content(text, start, end)
    scope = content..<content
    before = content..<end
    word = end..<end
    previousWord = end..<end
    isFollowed = Self.isFollowed(text, figure.upperBound)
    read(text, from: content, to: end)
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>, from content: Int, to end: Int) {
    var colon: Int?
    var index = content
    var part = content
    while index < end {
      let byte = text[index]
      if Self.isWord(byte) {
        let first = index
        while index < end, Self.isWord(text[index]) { index += 1 }
        if let colon, scope.isEmpty {
          scope = content..<colon
          part = max(part, first)
        }
        (previousWord, word) = (word, first..<index)
        continue
      }
      switch byte {
      case UInt8(ascii: ":"):
        let isScope = isWhole && index > content && index - content <= 48 && index + 1 < end
        if colon == nil, isScope, Self.isBlank(text[index + 1]) || Self.isMark(text[index + 1]) { colon = index }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "("): part = index + 1
      default: break
      }
      index += 1
    }
    while part < end, !Self.isWord(text[part]) { part += 1 }
    before = part..<end
    var last = scope.upperBound
    while last > scope.lowerBound, Self.isBlank(text[last - 1]) || Self.isMark(text[last - 1]) { last -= 1 }
    scope = scope.lowerBound..<last
  }

  /// Behind blanks, `- `, `* `, `> `, `1. `, `[ ] ` and the marks of emphasis.
  private static func content(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end {
      let byte = text[index]
      let next = index + 1 < end ? text[index + 1] : 0
      if isBlank(byte) || isMark(byte) || byte == UInt8(ascii: ">") {
        index += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"), isBlank(next) {
        index += 2
      } else if byte == UInt8(ascii: "["), index + 3 < end, text[index + 2] == UInt8(ascii: "]") {
        index += 3
      } else if isDigit(byte), next == UInt8(ascii: ".") || next == UInt8(ascii: ")"), index + 2 < end,
        isBlank(text[index + 2])
      {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  private static func isFollowed(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var index = start
    let end = min(text.count, index + 64)
    while index < end {
      let byte = text[index]
      switch byte {
      case 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return false
      case UInt8(ascii: "("): if isRemark(text, index) { return false }
      // Signs are no letters: U+0080 to U+00BF, U+2000 to U+2FFF, U+F000 on.
      case 0x80..<0xC3, 0xE2, 0xEF, 0xF0: break
      default: if isWord(byte) { return true }
      }
      index += 1
    }
    return index == end && end < text.count
  }

  /// `(slow!)`, `(unchanged)`: one word in brackets at the end tells nothing else to be measured.
  private static func isRemark(_ text: UnsafeBufferPointer<UInt8>, _ open: Int) -> Bool {
    var index = open + 1
    let end = min(text.count, open + 24)
    while index < end, text[index] != UInt8(ascii: ")") {
      guard isLetter(text[index]) || text[index] == UInt8(ascii: "!") else { return false }
      index += 1
    }
    guard index < end else { return false }
    index += 1
    while index < text.count, index < open + 32, text[index] != 0x0A, text[index] != 0x0D {
      if isWord(text[index]) { return false }
      index += 1
    }
    return true
  }

  private static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  static func isWord(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) || byte == 0x5F || byte >= 0x80 }
}
