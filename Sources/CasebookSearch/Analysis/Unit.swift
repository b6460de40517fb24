/// One folded character of a run: its bytes in lower case and what it is to the analyzer.
struct Unit: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case lower, upper, digit, joiner, ideograph, separator }

  var bytes: [UInt8]
  var kind: Kind

  static let letterS = [UInt8(ascii: "s")]

  var isApostrophe: Bool { kind == .joiner && bytes.first == UInt8(ascii: "'") }

  static func bytes(_ units: ArraySlice<Unit>) -> [UInt8] {
    var result: [UInt8] = []
    for unit in units { result.append(contentsOf: unit.bytes) }
    return result
  }
}

/// Reads a run byte by byte into units; what is not UTF-8 separates.
enum UnitReader {
  static func read(_ run: UnsafeBufferPointer<UInt8>, _ body: (Unit) -> Void) {
    var index = 0
    while index < run.count {
      let byte = run[index]
      if byte < 0x80 {
        body(ascii(byte))
        index += 1
      } else {
        let (scalar, length) = decode(run, index)
        index += length
        fold(scalar, run[(index - length)..<index], body)
      }
    }
  }

  private static func ascii(_ byte: UInt8) -> Unit {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Unit(bytes: [byte | 0x20], kind: .upper)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Unit(bytes: [byte], kind: .lower)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Unit(bytes: [byte], kind: .digit)
    default: Unit(bytes: [byte], kind: ByteTable.isRun[Int(byte)] != 0 ? .joiner : .separator)
    }
  }

  private static func fold(_ scalar: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Unit) -> Void) {
    if scalar == 0x2019 { return body(Unit(bytes: [UInt8(ascii: "'")], kind: .joiner)) }
    switch Letters.classify(scalar) {
    case .separator: body(Unit(bytes: [], kind: .separator))
    case .mark: break
    case .digit: body(Unit(bytes: Array(bytes), kind: .digit))
    case .ideograph: body(Unit(bytes: Array(bytes), kind: .ideograph))
    case .letter:
      if scalar >= 0xC0, scalar <= 0x17F {
        let letters = Letters.latin[Int(scalar) - 0xC0]
        letters.withUTF8Buffer { for letter in $0 { body(Unit(bytes: [letter], kind: .lower)) } }
      } else {
        let lowered = Letters.lowered(scalar)
        body(Unit(bytes: lowered == scalar ? Array(bytes) : encode(lowered), kind: lowered == scalar ? .lower : .upper))
      }
    }
  }

  private static func encode(_ scalar: UInt32) -> [UInt8] {
    Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
  }

  /// Decodes one scalar; an ill-formed byte is a separator of its own.
  private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> (scalar: UInt32, length: Int) {
    let first = text[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1, index + length <= text.count else { return (0xFFFD, 1) }
    var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let next = text[index + offset]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, length)
  }
}

/// Which bytes belong to a run.
enum ByteTable {
  static let isRun: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      1
    default: "-_.:/@+#'".utf8.contains(UInt8(byte)) ? 1 : 0
    }
  }
}
