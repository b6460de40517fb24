/// One folded character of a run: where its bytes in lower case stand and what it is to the analyzer.
struct Unit: Sendable {
  enum Kind: Sendable, Equatable { case lower, upper, digit, joiner, ideograph, separator }

  var start: Int32
  var end: Int32
  var kind: Kind
}

/// Reads a run byte by byte into units over one buffer of folded bytes; what is not UTF-8 separates.
struct UnitReader: Sendable {
  private let flags = ByteTable.flags
  private(set) var folded: [UInt8] = []
  private(set) var units: [Unit] = []

  mutating func read(_ run: UnsafeBufferPointer<UInt8>) {
    folded.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    var index = 0
    while index < run.count {
      let byte = run[index]
      if byte < 0x80 {
        ascii(byte)
        index += 1
      } else {
        let (scalar, length) = Self.decode(run, index)
        fold(scalar, run[index..<(index + length)])
        index += length
      }
    }
  }

  /// Leaves only some units, their bytes side by side.
  mutating func keep(_ kept: [Unit]) {
    let old = folded
    folded.removeAll(keepingCapacity: true)
    units.removeAll(keepingCapacity: true)
    for unit in kept { append(old[Int(unit.start)..<Int(unit.end)], unit.kind) }
  }

  private mutating func append(_ byte: UInt8, _ kind: Unit.Kind) {
    let start = Int32(truncatingIfNeeded: folded.count)
    folded.append(byte)
    units.append(Unit(start: start, end: start + 1, kind: kind))
  }

  private mutating func append(_ bytes: some Collection<UInt8>, _ kind: Unit.Kind) {
    let start = Int32(truncatingIfNeeded: folded.count)
    folded.append(contentsOf: bytes)
    units.append(Unit(start: start, end: Int32(truncatingIfNeeded: folded.count), kind: kind))
  }

  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20, .upper)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): append(byte, .lower)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte, .digit)
    default: append(byte, flags[Int(byte)] & ByteTable.joiner != 0 ? .joiner : .separator)
    }
  }

  private mutating func fold(_ scalar: UInt32, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    if scalar == 0x2019 { return append(UInt8(ascii: "'"), .joiner) }
    switch Letters.classify(scalar) {
    case .separator: append([], .separator)
    case .mark: break
    case .digit: append(bytes, .digit)
    case .ideograph: append(bytes, .ideograph)
    case .letter:
      if scalar >= 0xC0, scalar <= 0x17F {
        Letters.latin[Int(scalar) - 0xC0].withUTF8Buffer { for letter in $0 { append(letter, .lower) } }
      } else {
        let lowered = Letters.lowered(scalar)
        if lowered == scalar { append(bytes, .lower) } else { append(Self.encode(lowered), .upper) }
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
