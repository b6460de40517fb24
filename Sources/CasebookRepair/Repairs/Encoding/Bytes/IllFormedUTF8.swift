/// Finds what is not UTF-8 in bytes, in maximal subparts as the Unicode Standard recommends (chapter 3, table 3-8).
///
/// `61 F1 80 80 E1 80 C2 62` holds three: F1 80 80, E1 80 and C2.
enum IllFormedUTF8 {
  /// Ranges of the ill-formed subsequences; empty, without an allocation, for UTF-8.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    bytes.withUnsafeBytes { text in
      var ranges: [Range<Int>] = []
      var i = 0
      while i < text.count {
        if i + 8 <= text.count, text.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
        guard text[i] >= 0x80 else {
          i += 1
          continue
        }
        let (length, isWellFormed) = sequence(text, at: i)
        if !isWellFormed { ranges.append(i..<i + length) }
        i += length
      }
      return ranges
    }
  }

  /// Length of the sequence that begins with a byte from 80 upwards, or of the part of one that is there.
  private static func sequence(_ text: UnsafeRawBufferPointer, at start: Int) -> (length: Int, isWellFormed: Bool) {
    let lead = text[start]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF1...0xF3: length = 4
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    default: return (1, false)
    }
    for step in 1..<length {
      guard start + step < text.count, second.contains(text[start + step]) else { return (step, false) }
      second = 0x80...0xBF
    }
    return (length, true)
  }
}
