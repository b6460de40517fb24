/// Finds a byte eight bytes at a step: most stretches hold none of the byte that is looked for.
package enum ByteSearch {
  /// The first place of a byte within a range, which is clamped to the text.
  package static func first(of byte: UInt8, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = max(range.lowerBound, 0)
    let end = min(range.upperBound, text.count)
    while index + 8 <= end {
      let found = zeroBytes(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian ^ pattern)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < end {
      if text[index] == byte { return index }
      index += 1
    }
    return nil
  }

  /// The first place of a byte above 127 at or behind an offset.
  package static func firstWide(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(text)
    var index = max(start, 0)
    while index + 8 <= text.count {
      let high = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian & 0x8080_8080_8080_8080
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < text.count {
      if text[index] >= 0x80 { return index }
      index += 1
    }
    return nil
  }

  /// Sets the top bit of each byte that is zero; only the lowest one set is exact.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }
}
