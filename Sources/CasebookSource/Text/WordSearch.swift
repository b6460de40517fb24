/// Finds where words begin, eight bytes at a step: what looks for names passes most of a text over.
///
/// A byte of a word is a letter, a digit, `_`, or any of a character outside ASCII. A branch at each byte, or at each word's end,
/// is guessed wrong too often; here there is one for each beginning.
package enum WordSearch {
  /// Calls with the offset of each word's first byte, in order.
  @inlinable @inline(__always)
  package static func forEachStart(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    let raw = UnsafeRawBufferPointer(text)
    var base = 0
    // The top bit of the lowest byte, if the byte before belongs to a word.
    var before: UInt64 = 0
    while base < text.count {
      var bytes: UInt64 = 0
      if base + 8 <= text.count {
        bytes = raw.loadUnaligned(fromByteOffset: base, as: UInt64.self).littleEndian
      } else {
        for offset in base..<text.count { bytes |= UInt64(text[offset]) &<< UInt64(8 * (offset - base)) }
      }
      let words = wordBytes(bytes)
      var starts = words & ~(words &<< 8 | before)
      before = words &>> 56
      while starts != 0 {
        body(base + starts.trailingZeroBitCount / 8)
        starts &= starts &- 1
      }
      base += 8
    }
  }

  /// Sets the top bit of each byte that is one of a word, and no other bit.
  @inlinable @inline(__always)
  static func wordBytes(_ bytes: UInt64) -> UInt64 {
    let low = bytes & of(0x7F)
    let folded = low | of(0x20)
    // Adding what is missing to 0x80 sets the top bit of what is at least as large; no sum carries into the next byte.
    let letters = (folded &+ of(0x80 - 0x61)) & ~(folded &+ of(0x7F - 0x7A))
    let digits = (low &+ of(0x80 - 0x30)) & ~(low &+ of(0x7F - 0x39))
    let underscores = ~((low ^ of(0x5F)) &+ of(0x7F))
    return (letters | digits | underscores | bytes) & of(0x80)
  }

  /// A byte eight times.
  @inlinable @inline(__always)
  static func of(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
