/// Neighbouring pieces that are the UTF-8 bytes of one scalar, read in a single-byte encoding: `‚ Ü í` → `→`.
struct DamageUnit: Sendable {
  /// How sure it is that the pieces are damage.
  enum Strength: UInt8, Sendable, Comparable {
    /// The author may have written this: decoded only where the document has other damage of the kind.
    case natural
    /// Hardly anybody writes this, but it stands alone: reported, and decoded with support.
    case doubtful
    /// Nobody writes this.
    case certain

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }
  }

  /// Indices of the pieces.
  var pieces: Range<Int>
  var scalar: UInt32
  var kind: ScalarKind
  var strength = Strength.natural
  /// A byte is lost, or a plain space stands for one: true only with support.
  var isIncomplete = false
  /// Read from the second half of a surrogate pair alone.
  var isHalf = false
  /// Another picture that a half of a surrogate pair could be the rest of.
  var alternative: UInt32?
}

/// Decodes units out of pieces in one encoding.
struct DamageReader {
  let pieces: [DamagePiece]
  let bytes: [UInt8]
  let codec: ByteCodec

  /// Bytes that a unit was read from.
  private struct Reading {
    var value: UInt32
    var length: Int
    var isLost = false
    var hasSpace = false
    var isCut = false
  }

  /// Reads the unit that begins at a piece, or `nil` where the pieces are no UTF-8 in this encoding.
  func unit(at index: Int, before end: Int) -> DamageUnit? {
    guard let first = read(index, end) else { return nil }
    if first.isLost {
      return DamageUnit(pieces: index..<index + first.length, scalar: 0xFFFD, kind: .lost, isIncomplete: true)
    }
    if first.value >= 0xD800, first.value <= 0xDFFF { return surrogate(first, at: index, before: end) }
    guard first.value <= 0x10FFFF else { return nil }
    if first.isCut {
      return DamageUnit(pieces: index..<index + 2, scalar: 0xFE0F, kind: .symbol, isIncomplete: true)
    }
    let kind = ScalarKind(first.value)
    guard kind != .unlikely else { return nil }
    var unit = DamageUnit(pieces: index..<index + first.length, scalar: first.value, kind: kind)
    unit.isIncomplete = first.hasSpace
    if first.hasSpace, first.value == 0xE0, keepsSpace(after: index + 1) { unit.pieces = index..<index + 1 }
    return unit
  }

  private func read(_ index: Int, _ end: Int) -> Reading? {
    let lead = codec.byte(of: pieces[index].scalar)
    guard lead >= 0xC2, lead <= 0xF4 else { return nil }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var reading = Reading(value: UInt32(lead) & (0x7F >> UInt32(length)), length: length)
    if let cut = cutSelector(at: index, before: end) { return cut }
    for step in 1..<length {
      guard index + step < end else { return reading.isLost ? cut(reading, step) : nil }
      let scalar = pieces[index + step].scalar
      if scalar == 0xFFFD, codec != .macRoman {
        reading.isLost = true
        continue
      }
      var byte = codec.byte(of: scalar)
      if scalar == 0x20, codec != .macRoman, !reading.hasSpace {
        reading.hasSpace = true
        byte = 0xA0
      }
      guard byte & 0xC0 == 0x80 else { return reading.isLost ? cut(reading, step) : nil }
      reading.value = reading.value << 6 | UInt32(byte & 0x3F)
    }
    if reading.isLost { return reading }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    return reading.value >= least ? reading : nil
  }

  /// Tells whether the space after a Ã is the space between two words, and the byte A0 is gone.
  ///
  /// `voilÃ le` → `voilà le`; but Portuguese `Ã s crianças` → `às crianças`, and of two spaces one goes.
  private func keepsSpace(after space: Int) -> Bool {
    let next = pieces[space].end
    guard next < bytes.count else { return true }
    if bytes[next] == 0x20 { return false }
    guard bytes[next] == UInt8(ascii: "s"), next + 1 < bytes.count else { return true }
    return bytes[next + 1] != 0x20
  }

  /// EF B8 without its last byte: that can only have been 8F, which Windows-1252 does not have and programs drop.
  ///
  /// `âš\u{A0}ï¸` is ⚠ and the selector that makes it a picture.
  private func cutSelector(at index: Int, before end: Int) -> Reading? {
    guard codec != .macRoman, index + 1 < end, codec.byte(of: pieces[index].scalar) == 0xEF,
      codec.byte(of: pieces[index + 1].scalar) == 0xB8
    else { return nil }
    if index + 2 < end {
      let third = pieces[index + 2].scalar
      if third == 0xFFFD || codec.byte(of: third) & 0xC0 == 0x80 { return nil }
    }
    return Reading(value: 0xFE0F, length: 2, isCut: true)
  }

  /// A character of which only the first bytes are there, the last of them as U+FFFD.
  private func cut(_ reading: Reading, _ length: Int) -> Reading {
    var cut = reading
    cut.length = length
    return cut
  }

  /// Reads a half of a surrogate pair: both halves as CESU-8 has them, or in Mac Roman the second alone.
  ///
  /// `Ì≥¶` is ED B3 A6, the second half of 📦; the first is the same for most pictures.
  private func surrogate(_ first: Reading, at index: Int, before end: Int) -> DamageUnit? {
    if first.value < 0xDC00 {
      let next = index + first.length
      guard next < end, let second = read(next, end), !second.isLost, second.value >= 0xDC00, second.value <= 0xDFFF
      else { return nil }
      let scalar = 0x10000 + (first.value - 0xD800) << 10 + (second.value - 0xDC00)
      let kind = ScalarKind(scalar)
      guard kind != .unlikely else { return nil }
      return DamageUnit(pieces: index..<next + second.length, scalar: scalar, kind: kind)
    }
    guard codec == .macRoman else { return nil }
    let low = first.value - 0xDC00
    let candidates = [0x1F400 + low, 0x1F000 + low, 0x1F800 + low].filter(Self.isEmoji)
    guard let scalar = candidates.first else { return nil }
    var unit = DamageUnit(pieces: index..<index + first.length, scalar: scalar, kind: .symbol)
    unit.isHalf = true
    unit.alternative = candidates.dropFirst().first
    return unit
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F300...0x1F5FF, 0x1F600...0x1F64F, 0x1F680...0x1F6FC,
      0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAF8:
      true
    default: false
    }
  }
}
