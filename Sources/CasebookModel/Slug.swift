/// Makes names for addresses: lower case, hyphens; `Disk I/O` → `disk-io`, `Memory Leak Detection` → `memory-leak-detection`.
package enum Slug {
  /// `I/O` gives `io`: a slash between single letters joins them. Empty where nothing usable is left.
  package static func make(_ text: String) -> String {
    var copy = text
    return copy.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { slug in write(bytes, to: slug) }
    }
  }

  /// Writes at most as many bytes as it reads: a hyphen stands for at least one byte left out.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to slug: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var isPending = false
    for (index, byte) in bytes.enumerated() {
      if byte.isASCIIAlphanumeric {
        if isPending, count > 0 {
          slug[count] = UInt8(ascii: "-")
          count += 1
        }
        isPending = false
        slug[count] = byte.lowered
        count += 1
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "/") && isLoneLetter(bytes, before: index) {
        continue
      } else {
        isPending = true
      }
    }
    return count
  }

  /// Whether the letter before a slash is a word of its own: the `I` of `I/O`.
  private static func isLoneLetter(_ bytes: UnsafeBufferPointer<UInt8>, before slash: Int) -> Bool {
    guard slash >= 1 else { return false }
    let letter = bytes[slash - 1] | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return false }
    guard slash >= 2 else { return true }
    let before = bytes[slash - 2] | 0x20
    return !(before >= UInt8(ascii: "a") && before <= UInt8(ascii: "z"))
  }
}
