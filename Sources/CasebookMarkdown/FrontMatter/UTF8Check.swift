import CasebookSource

/// Whether bytes are UTF-8, and where they stop being it.
enum UTF8Check {
  enum Verdict: Equatable {
    case ascii, valid
    /// Offset of the first byte that belongs to no character.
    case invalid(at: Int)
  }

  /// Checks as Unicode's table 3-7 has it: no overlong forms, no surrogates, nothing above U+10FFFF.
  static func check(_ bytes: UnsafeBufferPointer<UInt8>) -> Verdict {
    var i = 0
    let count = bytes.count
    var isASCII = true
    while i < count {
      if bytes[i] < 0x80 {
        guard let wide = ByteSearch.firstWide(in: bytes, from: i) else { break }
        i = wide
      }
      let first = bytes[i]
      isASCII = false
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return .invalid(at: i)
      }
      guard i + length <= count, second.contains(bytes[i + 1]) else { return .invalid(at: i) }
      var next = i + 2
      while next < i + length {
        guard bytes[next] & 0xC0 == 0x80 else { return .invalid(at: i) }
        next += 1
      }
      i = next
    }
    return isASCII ? .ascii : .valid
  }

  /// What invalid bytes probably are, for a message: "UTF-16 (little-endian)", "Latin-1 or Windows-1252".
  static func likelyEncoding(_ bytes: UnsafeBufferPointer<UInt8>, invalidAt offset: Int) -> String {
    if bytes.count >= 2 {
      if bytes[0] == 0xFF, bytes[1] == 0xFE { return "UTF-16 (little-endian)" }
      if bytes[0] == 0xFE, bytes[1] == 0xFF { return "UTF-16 (big-endian)" }
    }
    guard offset < bytes.count else { return "an unknown encoding" }
    let byte = bytes[offset]
    if byte == 0xED, offset + 1 < bytes.count, bytes[offset + 1] >= 0xA0 { return "a lone surrogate (CESU-8)" }
    return byte >= 0xA0 || (0x80...0x9F).contains(byte) ? "Latin-1 or Windows-1252" : "an unknown encoding"
  }
}
