/// Which bytes belong to a run.
enum ByteTable {
  /// 1 for letters, digits, joiners and everything above ASCII.
  static let isRun: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      1
    default: isJoiner(UInt8(byte)) ? 1 : 0
    }
  }

  /// Whether a byte holds a compound together: `read-only`, `N+1`, `GC's`.
  static func isJoiner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"),
      UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// Whether a joiner says nothing at the end of a run; `+` and `#` may: `C++`, `C#`.
  static func isIdleAtEnd(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "+") && byte != UInt8(ascii: "#") && isJoiner(byte)
  }
}
