/// The three rules by which bytes become HTML; every byte of a page that comes from content goes through one of them.
extension [UInt8] {
  /// Appends fixed bytes.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Rule for text: `&`, `<`, `>` and `"`.
  mutating func appendEscapingText(_ text: UnsafeBufferPointer<UInt8>) { appendEscaping(text) }

  /// Rule for attribute values, always written between double quotes: the same four, which is what a value needs.
  ///
  /// Line breaks and tabs stay: they mean themselves there.
  mutating func appendEscapingAttribute(_ text: UnsafeBufferPointer<UInt8>) { appendEscaping(text) }

  /// Runs of harmless bytes are copied whole.
  private mutating func appendEscaping(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    var index = 0
    while index < text.count {
      let escape: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      default:
        index += 1
        continue
      }
      if index > copied { append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index])) }
      append(escape)
      index += 1
      copied = index
    }
    if index > copied { append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index])) }
  }

  /// Rule for addresses: what RFC 3986 does not allow is percent-encoded, `&` and `'` become references.
  ///
  /// `/a b?q="x"&c` → `/a%20b?q=%22x%22&amp;c`; a `%` stays, since it may begin an escape.
  mutating func appendEscapingAddress(_ text: UnsafeBufferPointer<UInt8>) {
    var copied = 0
    for (index, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
        UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "#")...UInt8(ascii: "%"),
        UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        continue
      case UInt8(ascii: "&"):
        append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
        append("&amp;")
      case UInt8(ascii: "'"):
        append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
        append("&#x27;")
      default:
        append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<index]))
        append(UInt8(ascii: "%"))
        append(hexDigit(byte >> 4))
        append(hexDigit(byte & 15))
      }
      copied = index + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
