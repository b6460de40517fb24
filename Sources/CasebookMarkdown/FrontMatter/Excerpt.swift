/// A stretch of a text as a message shows it.
enum Excerpt {
  /// Longer ones are cut: a message is one line.
  private static let maximum = 40

  /// Puts marks round it that it doesn't hold itself: `a` → `"a"`, `"a` → `` `"a` ``.
  static func quoted(_ range: Range<Int>, in bytes: ArraySlice<UInt8>) -> String {
    let text = of(range, in: bytes)
    let mark = text.utf8.contains(UInt8(ascii: "\"")) ? "`" : "\""
    return mark + text + mark
  }

  /// Cuts it to a length that fits, and shows line breaks and what steers a terminal as U+FFFD: `a⏎b` → `a�b`.
  static func of(_ range: Range<Int>, in bytes: ArraySlice<UInt8>) -> String {
    let range = range.clamped(to: bytes.startIndex..<bytes.endIndex)
    var end = range.upperBound
    if range.count > maximum {
      end = range.lowerBound + maximum - 3
      while end > range.lowerBound, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    var shown = String.UnicodeScalarView()
    for scalar in String(decoding: bytes[range.lowerBound..<end], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: shown.append("\u{FFFD}")
      default: shown.append(scalar)
      }
    }
    return String(shown) + (end < range.upperBound ? "…" : "")
  }
}
