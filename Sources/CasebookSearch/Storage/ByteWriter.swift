/// Appends numbers and texts as `ByteCursor` reads them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ other: some Collection<UInt8>) { bytes.append(contentsOf: other) }

  mutating func append(int32 value: Int) {
    withUnsafeBytes(of: UInt32(clamping: value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(uint64 value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(varint value: Int) {
    var rest = UInt64(clamping: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func append(text: String) {
    append(varint: text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(texts: [String]) {
    append(varint: texts.count)
    for text in texts { append(text: text) }
  }

  /// Appends so many zeros and lets them be filled.
  mutating func append(size: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: max(size, 0)))
    bytes.withUnsafeMutableBufferPointer { fill(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
  }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }
}
