/// Whether a byte is an ASCII letter.
func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

/// Whether a byte is a blank or a tab, or one of the rarer blanks that separate attributes.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == 0x0B || byte == 0x0C
}

extension Span where Element == UInt8 {
  /// Whether some bytes stand at an offset; `folding: 0x20` compares letters without case.
  func holds(_ word: StaticString, at start: Int, before end: Int, folding: UInt8 = 0) -> Bool {
    guard start >= 0, end - start >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes in
      for index in 0..<bytes.count where (self[start + index] | folding) != (bytes[index] | folding) { return false }
      return true
    }
  }

  /// Whether some bytes stand anywhere in a range.
  func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
    let first = word.withUTF8Buffer { $0.first ?? 0 }
    for index in range where self[index] == first && holds(word, at: index, before: range.upperBound) { return true }
    return false
  }
}
