import CasebookSource

/// Words for damaged characters: "`‚Üí` is → read as Mac Roman".
enum MojibakeMessage {
  /// Says what each stretch is, each only once.
  static func sentence(_ stretches: [DamageStretch], in text: RepairedText, joint: String) -> String {
    list(
      distinct(stretches).map { stretch in
        let times = stretch.layers < 2 ? "" : stretch.layers == 2 ? " twice" : " \(stretch.layers) times"
        let other = stretch.alternative.flatMap(Unicode.Scalar.init).map { " or \($0)" } ?? ""
        return "`\(shortened(text.string(stretch.range)))` \(joint) \(shown(stretch))\(other)"
          + " read as \(codecName(stretch, in: text))\(times)"
      })
  }

  /// What the stretches are.
  static func meant(_ stretches: [DamageStretch]) -> String { list(distinct(stretches).map(shown)) }

  private static func distinct(_ stretches: [DamageStretch]) -> [DamageStretch] {
    var seen: Set<[UInt32]> = []
    return stretches.filter { seen.insert($0.scalars).inserted }
  }

  /// A character that nobody can see is named.
  private static func shown(_ stretch: DamageStretch) -> String {
    let isInvisible = stretch.scalars.allSatisfy { scalar in
      switch scalar {
      case 0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: true
      default: false
      }
    }
    guard isInvisible else { return shortened(stretch.string) }
    return stretch.scalars.prefix(3).map { scalar in
      let digits = String(scalar, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }.joined(separator: " ")
  }

  /// Latin-1 shows the bytes 80 to 9F as control characters, Windows-1252 as signs.
  private static func codecName(_ stretch: DamageStretch, in text: RepairedText) -> String {
    guard stretch.codec == .windows1252 else { return stretch.codec.name }
    let scalars = text.string(stretch.range).unicodeScalars
    let isLatin1 = scalars.contains { $0.value >= 0x80 && $0.value < 0xA0 } && !scalars.contains { $0.value > 0xFF }
    return isLatin1 ? "Latin-1" : stretch.codec.name
  }

  /// At most three, and how many more.
  private static func list(_ parts: [String]) -> String {
    parts.prefix(3).joined(separator: ", ") + (parts.count > 3 ? " and \(parts.count - 3) more" : "")
  }

  private static func shortened(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > 24 else { return text }
    return String(String.UnicodeScalarView(scalars.prefix(24))) + "…"
  }
}
