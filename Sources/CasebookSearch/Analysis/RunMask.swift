/// Tells for sixty-four bytes at once which belong to runs: bit `i` for byte `i`.
///
/// Eight bytes at a time in one number, since a byte below 128 plus what lacks to a bound carries into its highest bit
/// just where it reaches the bound.
enum RunMask {
  @inline(__always) private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The mask of the bytes from `start` on; what lies beyond the text belongs to none.
  @inline(__always) static func of(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt64 {
    guard start + 64 <= text.count else { return ofRest(text, at: start) }
    let bytes = UnsafeRawBufferPointer(text)
    var mask: UInt64 = 0
    for part in 0..<8 {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + part * 8, as: UInt64.self))
      // Eight highest bits are brought side by side into the highest byte.
      mask |= (((marked(word) >> 7) &* 0x0102_0408_1020_4080) >> 56) << UInt64(part * 8)
    }
    return mask
  }

  private static func ofRest(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt64 {
    var mask: UInt64 = 0
    for index in start..<max(text.count, start) where ByteTable.flags[Int(text[index])] != 0 {
      mask |= 1 << UInt64(index - start)
    }
    return mask
  }

  /// Marks by its highest bit each byte that `ByteTable` flags: letters, `-./0…9:`, `@`, `_`, `#'+` and all above ASCII.
  @inline(__always) private static func marked(_ word: UInt64) -> UInt64 {
    let low = word & each(0x7F)
    let letters = low | each(0x20)
    let isLetter = (letters &+ each(0x80 - 0x61)) & ~(letters &+ each(0x7F - 0x7A))
    let isSign = (low &+ each(0x80 - 0x2D)) & ~(low &+ each(0x7F - 0x3A))
    // `#`, `'`, `+` and `/` differ in two bits only.
    let isMark = ~(((low & each(0x73)) ^ each(0x23)) &+ each(0x7F))
    let isAt = ~((low ^ each(0x40)) &+ each(0x7F))
    let isUnderscore = ~((low ^ each(0x5F)) &+ each(0x7F))
    return (isLetter | isSign | isMark | isAt | isUnderscore | word) & each(0x80)
  }
}
