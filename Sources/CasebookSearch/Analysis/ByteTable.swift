/// What a byte is to the search for runs.
enum ByteTable {
  /// Letters, digits, joiners and everything above ASCII.
  static let run: UInt8 = 1
  /// Holds a compound together: `read-only`, `N+1`, `GC's`.
  static let joiner: UInt8 = 2
  /// A joiner that says nothing at the end of a run; `+` and `#` may: `C++`, `C#`.
  static let idle: UInt8 = 4

  /// Flags of each byte.
  static let flags: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      run
    case UInt8(ascii: "+"), UInt8(ascii: "#"): run | joiner
    default: "-_.:/@'".utf8.contains(UInt8(byte)) ? run | joiner | idle : 0
    }
  }
}

/// What a byte is to the splitting of plain runs: bits, so that a whole run is judged at once.
enum PlainByte {
  static let lower: UInt8 = 1
  static let upper: UInt8 = 2
  static let digit: UInt8 = 4
  /// One of `-_.:/@`.
  static let joiner: UInt8 = 8
  /// Makes a run one that is not plain.
  static let other: UInt8 = 16

  /// Kind of each byte.
  static let kinds: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): lower
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): upper
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit
    default: "-_.:/@".utf8.contains(UInt8(byte)) ? joiner : other
    }
  }

  static func isWord(_ byte: UInt8) -> Bool { kinds[Int(byte)] & (lower | upper | digit) != 0 }
}
