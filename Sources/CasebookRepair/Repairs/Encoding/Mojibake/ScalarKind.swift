/// What a decoded scalar is, as far as it tells whether a decoding is right.
enum ScalarKind: Hashable, Sendable {
  /// Punctuation, arrows, lines, signs, pictures: documents in every language have them.
  case symbol
  /// Rare signs that only support makes believable: Braille, circled numbers.
  case rareSymbol
  /// A letter of Latin script that real languages use.
  case latin
  /// A mark that combines with the letter before it.
  case combining
  /// Greek, which stands alone in formulas.
  case greek
  /// A letter of another script: it comes with its like.
  case script(Script)
  /// U+FFFD: a character that was lost before.
  case lost
  /// C1, which only a further layer of damage explains.
  case control
  /// Unassigned, private, or of a script that nobody writes.
  case unlikely

  /// Scripts whose letters support one another.
  enum Script: UInt8, Sendable {
    case cyrillic, armenian, hebrew, arabic, indic, southeastAsian, georgian, ethiopic, eastAsian, phonetic
  }
}

extension ScalarKind {
  /// Classifies a scalar from U+0080 upwards.
  init(_ scalar: UInt32) {
    switch scalar {
    case ..<0xA0: self = .control
    case 0xA0...0xBF, 0xD7, 0xF7: self = .symbol
    case 0xC0...0x17F: self = .latin
    case 0x180...0x24F: self = Self.isUsedLatin(scalar) ? .latin : .unlikely
    case 0x250...0x2FF: self = .script(.phonetic)
    case 0x300...0x345: self = .combining
    case 0x386...0x3CE, 0x1F00...0x1FFF: self = .greek
    case 0x3D0...0x3F5: self = .rareSymbol
    case 0x400...0x52F: self = .script(.cyrillic)
    case 0x531...0x58F: self = .script(.armenian)
    case 0x591...0x5F4: self = .script(.hebrew)
    case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .script(.arabic)
    case 0x900...0xDFF: self = .script(.indic)
    case 0xE00...0xFFF, 0x1000...0x109F, 0x1780...0x17FF: self = .script(.southeastAsian)
    case 0x10A0...0x10FF: self = .script(.georgian)
    case 0x1200...0x137F: self = .script(.ethiopic)
    case 0x1100...0x11FF, 0x3040...0x30FF, 0x3105...0x318E, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xF900...0xFAD9, 0x20000...0x2FA1F:
      self = .script(.eastAsian)
    case 0x1E00...0x1EFF: self = .latin
    case 0x2000...0x206F, 0x20A0...0x20C0, 0x2100...0x214F, 0x2150...0x2188, 0x2190...0x23FF, 0x2500...0x27FF,
      0x2900...0x29FF, 0x2A00...0x2AFF, 0x2B00...0x2BFF:
      self = .symbol
    case 0x2070...0x209C, 0x2400...0x24FF, 0x2800...0x28FF, 0x3200...0x33FF, 0x20D0...0x20F0: self = .rareSymbol
    case 0x3000...0x303F, 0xFF01...0xFFEE, 0xFE00...0xFE0F, 0xFE10...0xFE6B, 0xFEFF: self = .symbol
    case 0xFFFD: self = .lost
    // Apple's logo, which is also the first byte of every picture in Mac Roman.
    case 0xF8FF: self = .symbol
    case 0x1F000...0x1FAFF: self = .symbol
    case 0x1D400...0x1D7FF, 0xE0020...0xE007F: self = .rareSymbol
    default: self = .unlikely
    }
  }

  /// Latin beyond Extended-A, as Vietnamese, Romanian, Azerbaijani, pinyin and African languages have it.
  private static func isUsedLatin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x181, 0x18A, 0x18F, 0x192, 0x198, 0x199, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1CD...0x1DC, 0x1E6...0x1ED,
      0x218...0x21B,
      0x259:
      true
    default: false
    }
  }
}

/// Properties of scalars as parts of words; approximate where exactness changes nothing.
enum WordShape {
  static func isLower(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x61...0x7A: true
    case 0xDF...0xFF: scalar != 0xF7
    case 0x139...0x148, 0x179...0x17E: scalar & 1 == 0
    case 0x100...0x17F, 0x1E00...0x1EFF: scalar & 1 == 1
    case 0x3AC...0x3CE, 0x430...0x45F, 0x1A1, 0x1B0, 0x219, 0x21B, 0x259: true
    default: false
    }
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A: true
    case 0xC0...0xDE: scalar != 0xD7
    case 0x100...0x17F, 0x1E00...0x1EFF: !isLower(scalar)
    case 0x386...0x3AB, 0x400...0x42F, 0x1A0, 0x1AF, 0x218, 0x21A, 0x18F: true
    default: false
    }
  }

  static func isLetter(_ scalar: UInt32) -> Bool { isLower(scalar) || isUpper(scalar) }

  static func isDigit(_ scalar: UInt32) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

  /// Quotation marks and brackets that stand before what they enclose.
  static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x28, 0x5B, 0x60, 0x7B, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x203A: true
    default: false
    }
  }
}
