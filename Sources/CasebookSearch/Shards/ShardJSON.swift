/// JSON for the browser's index, written without spaces.
struct ShardJSON {
  /// More of a case's problem is not shown in a list of results.
  static let longestSummary = 120

  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  mutating func open(_ name: String, _ bracket: Unicode.Scalar) {
    key(name)
    open(bracket)
  }

  mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  mutating func member(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  mutating func member(_ name: String, text: String) {
    key(name)
    value(text.utf8)
  }

  /// A text that holds nothing to escape.
  mutating func member(_ name: String, quoted text: [UInt8]) {
    key(name)
    value(text)
  }

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    open("[")
    for text in texts { value(text.utf8) }
    close("]")
  }

  mutating func member(_ name: String, _ numbers: [Int]) {
    key(name)
    open("[")
    for number in numbers { value(number) }
    close("]")
  }

  /// Small numbers, a character each: `(` is 0; quotes and backslash are no digits.
  mutating func member(_ name: String, digits: [Int]) {
    var text: [UInt8] = []
    for digit in digits {
      var code = 40 + digit
      if code >= 0x5C { code += 1 }
      if code >= 0x7F { code += 0x22 }
      if code < 0x80 {
        text.append(UInt8(truncatingIfNeeded: code))
      } else {
        text.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
        text.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
      }
    }
    member(name, quoted: text)
  }

  mutating func list(_ texts: [[UInt8]]) {
    open("[")
    for text in texts { value(text) }
    close("]")
  }

  /// What a list of results shows: id, title, issue type, summary, and where the page is if that can't be told by the id.
  mutating func card(_ item: SearchableCase, summary: [UInt8], address: String?) {
    open("[")
    value(item.id.utf8)
    value(item.title.utf8)
    value((item.issueType ?? "").utf8)
    value(Self.shortened(summary))
    if let address, address != "cases/\(item.id).html" { value(address.utf8) }
    close("]")
  }

  /// The first words of a text, at most so many bytes; a blank for line ends and rows of blanks.
  private static func shortened(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      if byte > 0x20 { result.append(byte) } else if let last = result.last, last != 0x20 { result.append(0x20) }
      guard result.count > longestSummary else { continue }
      while let last = result.popLast(), last != 0x20, result.count > longestSummary / 2 {}
      while let last = result.last, last & 0xC0 == 0x80 { result.removeLast() }
      if let last = result.last, last >= 0xC0 { result.removeLast() }
      return result + Array("…".utf8)
    }
    return result
  }

  private mutating func key(_ name: String) {
    value(name.utf8)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func value(_ number: Int) {
    separate()
    bytes += Array(String(number).utf8)
  }

  private mutating func value(_ text: some Sequence<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case ..<0x20:
        bytes += Array("\\u00".utf8)
        for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
