/// Turns counts of characters, as libyaml gives them, into byte offsets, by walking from the last one asked for.
///
/// Marks come nearly in order, so that a text is walked once. In an ASCII text the two are equal and nothing is walked.
struct CharacterOffsets {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var character = 0
  private var offset = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
    self.bytes = bytes
    self.isASCII = isASCII
  }

  /// The first byte of a character: in `é: x`, 1 → 2. Past the end: the end.
  mutating func byte(ofCharacter wanted: Int) -> Int {
    if isASCII { return min(max(wanted, 0), bytes.count) }
    while character < wanted, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      character += 1
    }
    while character > wanted, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      character -= 1
    }
    return offset
  }
}
