/// A single-byte encoding in which UTF-8 gets read by mistake: `→` is the bytes E2 86 92, in Mac Roman `‚Üí`.
enum ByteCodec: UInt8, CaseIterable, Sendable {
  /// Windows-1252 with the five bytes that it leaves out, and so Latin-1 too: both damage one line in real documents.
  case windows1252
  /// Windows-1254, which differs in six letters: emoji begin with `ğŸ`.
  case windows1254
  /// Mac OS Roman, as today's tables have it: DB is `€`, F0 is Apple's logo in the private use area.
  case macRoman

  /// Byte that shows as a scalar above ASCII, or 0 where the encoding has no such character.
  @inline(__always)
  func byte(of scalar: UInt32) -> UInt8 {
    switch self {
    case .windows1252: return CodecTables.shared.windows1252(scalar)
    case .windows1254:
      switch scalar {
      case 0x11E: return 0xD0
      case 0x130: return 0xDD
      case 0x15E: return 0xDE
      case 0x11F: return 0xF0
      case 0x131: return 0xFD
      case 0x15F: return 0xFE
      case 0xD0, 0xDD, 0xDE, 0xF0, 0xFD, 0xFE: return 0
      default: return CodecTables.shared.windows1252(scalar)
      }
    case .macRoman: return CodecTables.shared.macRoman(scalar)
    }
  }

  /// The scalar that a byte from 80 upwards shows as.
  func scalar(of byte: UInt8) -> UInt32 {
    guard byte >= 0x80 else { return UInt32(byte) }
    switch self {
    case .windows1252: return CodecTables.windows1252High[Int(byte - 0x80)]
    case .windows1254:
      switch byte {
      case 0xD0: return 0x11E
      case 0xDD: return 0x130
      case 0xDE: return 0x15E
      case 0xF0: return 0x11F
      case 0xFD: return 0x131
      case 0xFE: return 0x15F
      default: return CodecTables.windows1252High[Int(byte - 0x80)]
      }
    case .macRoman: return CodecTables.macRomanHigh[Int(byte - 0x80)]
    }
  }

  /// Encodings so alike that damage by one supports damage by the other.
  enum Family: Hashable, Sendable { case windows, mac }

  var family: Family {
    switch self {
    case .windows1252, .windows1254: .windows
    case .macRoman: .mac
    }
  }

  /// Name for messages.
  var name: String {
    switch self {
    case .windows1252: "Windows-1252"
    case .windows1254: "Windows-1254"
    case .macRoman: "Mac Roman"
    }
  }
}

/// The encodings' upper halves, both ways.
struct CodecTables: Sendable {
  static let shared = CodecTables()

  static let windows1252High: [UInt32] = {
    let special: [UInt32] = Array(
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars.map(\.value))
    return special + Array(0xA0...0xFF)
  }()

  static let macRomanHigh: [UInt32] = Array(
    """
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
    """.unicodeScalars.map(\.value))

  /// Scalars below this have a place in the inverse tables; the three above are asked for by hand.
  private static let size: UInt32 = 0x2600
  private let windows: [UInt8]
  private let mac: [UInt8]

  private init() {
    var windows = [UInt8](repeating: 0, count: Int(Self.size))
    var mac = windows
    // Latin-1's control characters stand for the same bytes as what Windows-1252 has in their place.
    for byte in 0x80...0x9F { windows[byte] = UInt8(byte) }
    for (index, scalar) in Self.windows1252High.enumerated() { windows[Int(scalar)] = UInt8(0x80 + index) }
    for (index, scalar) in Self.macRomanHigh.enumerated() where scalar < Self.size {
      mac[Int(scalar)] = UInt8(0x80 + index)
    }
    // Older or other tables: the currency sign for DB, the ohm sign and the Greek delta for their look-alikes.
    mac[0xA4] = 0xDB
    mac[0x2126] = 0xBD
    mac[0x394] = 0xC6
    self.windows = windows
    self.mac = mac
  }

  @inline(__always)
  func windows1252(_ scalar: UInt32) -> UInt8 { scalar < Self.size ? windows[Int(scalar)] : 0 }

  @inline(__always)
  func macRoman(_ scalar: UInt32) -> UInt8 {
    if scalar < Self.size { return mac[Int(scalar)] }
    switch scalar {
    case 0xF8FF: return 0xF0
    case 0xFB01: return 0xDE
    case 0xFB02: return 0xDF
    default: return 0
    }
  }
}
