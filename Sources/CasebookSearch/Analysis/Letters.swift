/// What a code point is to the analyzer; the browser's half has the same table.
enum LetterClass: Sendable {
  /// Ends a word.
  case separator
  /// Part of a word, as `folded` says.
  case letter
  case digit
  /// A combining mark: dropped, the word goes on.
  case mark
  /// Written without blanks: indexed as bigrams.
  case ideograph
}

/// Folds code points: lower case for Latin, Greek and Cyrillic, marks off for Latin: `É` → `e`, `Ω` → `ω`, `Й` → `й`.
enum Letters {
  /// Class of a code point above ASCII.
  static func classify(_ scalar: UInt32) -> LetterClass {
    switch scalar {
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF: .letter
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0x200D:
      .mark
    case 0x2B0...0x2FF, 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F,
      0x3000...0x303F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xE000...0xF8FF,
      0xFFF0...0xFFFF, 0x1F000...0x1FAFF, 0xE0000...0x10FFFF:
      .separator
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      .ideograph
    default: .letter
    }
  }

  /// Latin-1 and Latin Extended-A without marks, from U+00C0 to U+017F; two letters where one stands for two.
  static let latin: [StaticString] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "d", "n", "o", "o", "o", "o", "o",
    "", "o", "u", "u", "u", "u", "y", "th", "ss", "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i",
    "i", "i", "d", "n", "o", "o", "o", "o", "o", "", "o", "u", "u", "u", "u", "y", "th", "y", "a", "a", "a", "a", "a",
    "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e",
    "g", "g", "g", "g", "g", "g", "g", "g", "h", "h", "h", "h", "i", "i", "i", "i", "i", "i", "i", "i", "i", "i", "ij",
    "ij", "j", "j", "k", "k", "k", "l", "l", "l", "l", "l", "l", "l", "l", "l", "l", "n", "n", "n", "n", "n", "n", "n",
    "n", "n", "o", "o", "o", "o", "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s", "s",
    "s", "t", "t", "t", "t", "t", "t", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "u", "w", "w", "y", "y",
    "y", "z", "z", "z", "z", "z", "z", "s",
  ]

  /// Lower case of Greek and Cyrillic capitals; other code points come back.
  static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: scalar + 0x3F
    case 0x400...0x40F: scalar + 0x50
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
    default: scalar
    }
  }
}
