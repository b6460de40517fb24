/// A character reference in a text, `&amp;` or `&#38;`: how many bytes it takes, and how many scalars it stands for.
///
/// There is no table of names here: cmark has decoded the text already, so that only a name's length in scalars is missing, and
/// that is one but for some ninety names.
enum CharacterReference {
  /// What a reference stands for.
  enum Meaning {
    case bytes([UInt8])
    /// A name that cmark knows, or that nobody does.
    case named(scalars: Int)
  }

  /// Reads what may be a reference at an `&`.
  static func read(at start: Int, in text: [UInt8]) -> (meaning: Meaning, end: Int)? {
    guard start + 2 < text.count, text[start] == UInt8(ascii: "&") else { return nil }
    if text[start + 1] == UInt8(ascii: "#") { return number(at: start + 2, in: text) }
    var place = start + 1
    while place < text.count, isLetter(text[place]) || isDigit(text[place]), place - start < 40 { place += 1 }
    guard place > start + 1, place < text.count, text[place] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: text[start + 1..<place], as: UTF8.self)
    if name == "amp" || name == "AMP" { return (.bytes([UInt8(ascii: "&")]), place + 1) }
    return (.named(scalars: namesOfTwo.contains(name) ? 2 : 1), place + 1)
  }

  private static func number(at start: Int, in text: [UInt8]) -> (meaning: Meaning, end: Int)? {
    let isHexadecimal = text[start] | 0x20 == UInt8(ascii: "x")
    var place = isHexadecimal ? start + 1 : start
    let digits = place
    var value: UInt32 = 0
    while place < text.count, place - digits < (isHexadecimal ? 6 : 7) {
      let byte = text[place]
      if isDigit(byte) {
        value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        value = value * 16 + UInt32((byte | 0x20) - 0x61 + 10)
      } else {
        break
      }
      place += 1
    }
    guard place > digits, place < text.count, text[place] == UInt8(ascii: ";") else { return nil }
    // cmark writes the last two of the plane as a byte each, which is no UTF-8.
    let isRefused = value == 0 || value == 0xFFFE || value == 0xFFFF
    let scalar = isRefused ? nil : Unicode.Scalar(value)
    return (.bytes(Array(String(scalar ?? "\u{FFFD}").utf8)), place + 1)
  }

  /// Names of the HTML standard that stand for two scalars.
  private static let namesOfTwo = Set(
    """
    NotEqualTilde NotGreaterFullEqual NotGreaterGreater NotGreaterSlantEqual NotHumpDownHump NotHumpEqual
    NotLeftTriangleBar NotLessLess NotLessSlantEqual NotNestedGreaterGreater NotNestedLessLess NotPrecedesEqual
    NotRightTriangleBar NotSquareSubset NotSquareSuperset NotSubset NotSucceedsEqual NotSucceedsTilde NotSuperset
    ThickSpace acE bne bnequiv caps cups fjlig gesl gvertneqq gvnE lates lesg lvertneqq lvnE nGg nGt nGtv nLl nLt
    nLtv nang napE napid nbump nbumpe ncongdot nedot nesim ngE ngeqq ngeqslant nges nlE nleqq nleqslant nles
    notinE notindot nparsl npart npre npreceq nrarrc nrarrw nsce nsubE nsubset nsubseteqq nsucceq nsupE nsupset
    nsupseteqq nvap nvge nvgt nvle nvlt nvltrie nvrtrie nvsim race smtes sqcaps sqcups varsubsetneq varsubsetneqq
    varsupsetneq varsupsetneqq vnsub vnsup vsubnE vsubne vsupnE vsupne
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
