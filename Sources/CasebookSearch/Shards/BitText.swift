/// Bits as base64 text, the first bit highest: dense bits in base64 cost nothing once a server has compressed them.
struct BitText: Sendable {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0
  private let digits = BitText.digits

  /// Appends the lowest `width` bits of a number, at most 32.
  mutating func append(_ value: Int, width: Int) {
    pending = pending << UInt64(width) | UInt64(truncatingIfNeeded: value) & (1 << UInt64(width) - 1)
    count += width
    while count >= 6 {
      count -= 6
      bytes.append(digits[Int(truncatingIfNeeded: pending >> UInt64(count)) & 63])
    }
  }

  /// So many ones, then a zero.
  mutating func append(unary value: Int) {
    var rest = value
    while rest >= 16 {
      append(0xFFFF, width: 16)
      rest -= 16
    }
    append(1 << (rest + 1) - 2, width: rest + 1)
  }

  /// Elias gamma code of a positive number.
  mutating func append(gamma value: Int) {
    let width = Int.bitWidth - 1 - max(value, 1).leadingZeroBitCount
    append(unary: width)
    append(value, width: width)
  }

  /// Rice code: the quotient by `1 << shift` in unary, then the rest.
  mutating func append(rice value: Int, shift: Int) {
    append(unary: value >> shift)
    append(value, width: shift)
  }

  /// Fills the last digit up and gives everything.
  mutating func finish() -> [UInt8] {
    if count > 0 { append(0, width: 6 - count) }
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }
}
