/// A character that a reader does not see but a terminal, a browser or a parser obeys.
enum SpoofingCharacter {
  /// The code of the first control character (but tab and line feed) or bidirectional control in a text.
  static func first(in text: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x20 {
        if byte != 0x09, byte != 0x0A { return UInt32(byte) }
      } else if byte == 0xE2, i + 2 < text.count {
        // U+202A…U+202E are E2 80 AA…AE, U+2066…U+2069 are E2 81 A6…A9.
        let third = text[i + 2]
        if text[i + 1] == 0x80, third >= 0xAA, third <= 0xAE { return 0x2000 + UInt32(third & 0x3F) }
        if text[i + 1] == 0x81, third >= 0xA6, third <= 0xA9 { return 0x2040 + UInt32(third & 0x3F) }
      }
      i += 1
    }
    return nil
  }

  /// `U+202E`
  static func name(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
