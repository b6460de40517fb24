/// Makes names for addresses: lower case, hyphens; `Disk I/O` → `disk-io`, `Memory Leak Detection` → `memory-leak-detection`.
package enum Slug {
  /// `I/O` gives `io`: a slash between single letters joins them. Empty where nothing usable is left.
  package static func make(_ text: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(text.utf8)
    var pending = false
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if pending, !result.isEmpty { result.append(UInt8(ascii: "-")) }
        pending = false
        result.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if pending, !result.isEmpty { result.append(UInt8(ascii: "-")) }
        pending = false
        result.append(byte | 0x20)
      case UInt8(ascii: "/") where isLoneLetter(bytes, before: index): break
      case UInt8(ascii: "'"): break
      default: pending = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether the letter before a slash is a word of its own: the `I` of `I/O`.
  private static func isLoneLetter(_ bytes: [UInt8], before slash: Int) -> Bool {
    guard slash >= 1 else { return false }
    let letter = bytes[slash - 1] | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return false }
    guard slash >= 2 else { return true }
    let before = bytes[slash - 2] | 0x20
    return !(before >= UInt8(ascii: "a") && before <= UInt8(ascii: "z"))
  }
}
