/// Tells damage from what people write, by the characters of a unit and their neighbours.
///
/// A document in French may hold `« café »`, whose last three characters are the bytes of 頻, and one in Finnish `SELKÄ…`;
/// the rules below name what may stand after a letter, and call the rest damage.
struct DamageJudge {
  let pieces: [DamagePiece]
  let bytes: [UInt8]
  let codec: ByteCodec
  let run: DamageRun

  /// A unit's neighbours: decoded where they are units themselves.
  private struct Neighbours {
    var before: UInt32
    var after: UInt32
  }

  /// Finds and judges the units of the run.
  func units() -> [DamageUnit] {
    let reader = DamageReader(pieces: pieces, bytes: bytes, codec: codec)
    var units: [DamageUnit] = []
    var index = run.pieces.lowerBound
    while index < run.pieces.upperBound {
      if let unit = reader.unit(at: index, before: run.pieces.upperBound) {
        units.append(unit)
        index = unit.pieces.upperBound
      } else {
        index += 1
      }
    }
    for index in units.indices { units[index].strength = strength(of: index, in: units) }
    strengthenClusters(&units)
    strengthenNeighbours(&units)
    return units
  }

  private func neighbours(of index: Int, in units: [DamageUnit]) -> Neighbours {
    let unit = units[index]
    var before = run.before
    if unit.pieces.lowerBound > run.pieces.lowerBound {
      before = pieces[unit.pieces.lowerBound - 1].scalar
      if index > 0, units[index - 1].pieces.upperBound == unit.pieces.lowerBound, units[index - 1].strength == .certain
      {
        before = units[index - 1].scalar
      }
    }
    var after = run.after
    if unit.pieces.upperBound < run.pieces.upperBound {
      after = pieces[unit.pieces.upperBound].scalar
      if index + 1 < units.count, units[index + 1].pieces.lowerBound == unit.pieces.upperBound {
        after = units[index + 1].scalar
      }
    }
    return Neighbours(before: before, after: after)
  }

  private func strength(of index: Int, in units: [DamageUnit]) -> DamageUnit.Strength {
    let unit = units[index]
    let around = neighbours(of: index, in: units)
    // Nobody types a control character; Latin-1 has them for the bytes 80 to 9F.
    if codec != .macRoman, pieces[unit.pieces].contains(where: { $0.scalar >= 0x80 && $0.scalar < 0xA0 }) {
      return .certain
    }
    if unit.isIncomplete { return strengthOfIncomplete(unit, around) }
    if unit.pieces.count == 2 || unit.isHalf, touchesForeign(index, in: units) { return .natural }
    switch unit.kind {
    case .control, .rareSymbol, .unlikely: return .natural
    case .script: return .natural
    case .combining: return WordShape.isLower(around.before) ? .certain : .natural
    case .symbol, .latin, .greek, .lost:
      if unit.pieces.count > 2 { return isNaturalTriple(unit, around) ? .natural : .certain }
      return codec == .macRoman ? macPair(unit, around) : windowsPair(unit, around)
    }
  }

  /// Tells whether a character of the encoding that is in no unit stands beside a unit: what pairs by chance has such.
  private func touchesForeign(_ index: Int, in units: [DamageUnit]) -> Bool {
    let unit = units[index].pieces
    func isForeign(_ piece: Int, ofUnit neighbour: Bool) -> Bool {
      guard !neighbour, run.pieces.contains(piece) else { return false }
      return codec.byte(of: pieces[piece].scalar) >= 0x80 && !Marks.joins(pieces[piece].scalar)
        && pieces[piece].layers == 0
    }
    return isForeign(unit.lowerBound - 1, ofUnit: index > 0 && units[index - 1].pieces.upperBound == unit.lowerBound)
      || isForeign(
        unit.upperBound, ofUnit: index + 1 < units.count && units[index + 1].pieces.lowerBound == unit.upperBound)
  }

  /// `voilÃ le`: à whose second byte became a plain space; nobody ends a word in lower case with Ã.
  private func strengthOfIncomplete(_ unit: DamageUnit, _ around: Neighbours) -> DamageUnit.Strength {
    // A selector stands behind a sign.
    if unit.scalar == 0xFE0F { return around.before >= 0x2190 ? .certain : .natural }
    guard unit.scalar == 0xE0 else { return .natural }
    return WordShape.isLower(around.before) ? .certain : .natural
  }

  // MARK: Three and four bytes

  /// Tells whether three characters may be a letter and two marks that follow it, or an opening quote and two letters.
  private func isNaturalTriple(_ unit: DamageUnit, _ around: Neighbours) -> Bool {
    guard unit.pieces.count == 3 else { return false }
    let lead = pieces[unit.pieces.lowerBound].scalar
    let second = pieces[unit.pieces.lowerBound + 1].scalar
    let third = pieces[unit.pieces.lowerBound + 2].scalar
    if WordShape.isOpener(lead) {
      // „Öömaja: a quoted word may begin with two such letters and go on.
      return WordShape.isLetter(second) && WordShape.isLower(third) && WordShape.isLower(around.after)
    }
    guard WordShape.isLetter(lead), Marks.follow(second), Marks.follow(third), third != 0xAB else { return false }
    if WordShape.isLetter(around.before) { return !WordShape.isLower(around.after) }
    // “â”— and the like: a letter that is spoken about.
    return Marks.closes(second, around.before) || Marks.closes(third, around.before)
  }

  // MARK: Two bytes

  /// Judges Â, Ã, Ä … and the character after it.
  private func windowsPair(_ unit: DamageUnit, _ around: Neighbours) -> DamageUnit.Strength {
    let lead = pieces[unit.pieces.lowerBound].scalar
    let mark = pieces[unit.pieces.lowerBound + 1].scalar
    // aÄ: an upper-case letter after a lower-case one.
    if WordShape.isLower(around.before) { return .certain }
    let afterUpper = WordShape.isUpper(around.before)
    if !afterUpper, WordShape.isOpener(around.before), Marks.closes(mark, around.before) { return .natural }
    if Marks.isLetterLike(mark) {
      // MÄ£ÄM: signs that stand for letters in games with letters.
      if lead == 0xC2 || lead == 0xCE || lead == 0xCF, !afterUpper { return .certain }
      if lead == 0xC3, !afterUpper, !WordShape.isUpper(around.after) { return .certain }
      return WordShape.isLower(around.after) ? .certain : .natural
    }
    guard Marks.follow(mark) else { return .certain }
    if WordShape.isLower(around.after), !Marks.joins(mark) || (mark == 0xA0 && isAfterInitial(unit)) { return .certain }
    switch lead {
    case 0xC2:
      guard afterUpper else { return .certain }
      return mark == 0xAE || mark == 0xB0 || mark == 0xB2 || mark == 0xB3 ? .certain : .natural
    case 0xC3: return mark == 0x2122 || !afterUpper ? .certain : .natural
    case 0xCE, 0xCF: return afterUpper ? .natural : .certain
    default: return .natural
    }
  }

  /// Judges √, ¬, ƒ, ≈ and others, and the character after them.
  private func macPair(_ unit: DamageUnit, _ around: Neighbours) -> DamageUnit.Strength {
    let lead = codec.byte(of: pieces[unit.pieces.lowerBound].scalar)
    let mark = pieces[unit.pieces.lowerBound + 1].scalar
    let inWord = WordShape.isLetter(around.before)
    switch lead {
    case 0xC3:
      guard Marks.isMathematical(mark) else { return .certain }
      if inWord {
        if WordShape.isLower(around.after) || lowerLetters(before: unit) >= 4 { return .certain }
        return lowerLetters(before: unit) >= 2 ? .doubtful : .natural
      }
      return beginsWord(after: unit) ? .certain : .natural
    case 0xC2:
      if mark == 0xB4 || mark == 0xA8 { return .natural }
      if inWord || WordShape.isDigit(around.before) { return .certain }
      return Marks.isMathematical(mark) || mark == 0xB1 || mark == 0x2264 || mark == 0x2265 ? .natural : .certain
    case 0xC4, 0xC5:
      if inWord { return .certain }
      if mark == 0xA3 || mark == 0xA5 || mark == 0xA2 { return .natural }
      return WordShape.isLower(around.after) ? .certain : .natural
    case 0xCE, 0xCF:
      // Œ±: no letter follows, or an upper-case one after œ.
      return !WordShape.isLetter(mark) || WordShape.isUpper(mark) ? .certain : .doubtful
    default: return .natural
    }
  }

  // MARK: Words in ASCII around the run

  /// `CÃ\u{A0}nan`: one capital before, as at the beginning of a name.
  private func isAfterInitial(_ unit: DamageUnit) -> Bool {
    let start = pieces[unit.pieces.lowerBound].start
    guard start > 0, WordShape.isUpper(UInt32(bytes[start - 1])) else { return false }
    return start == 1 || (bytes[start - 2] < 0x80 && !WordShape.isLetter(UInt32(bytes[start - 2])))
  }

  /// Lower-case letters directly before a unit, up to four: `internetov√Ω` is no formula, `x√π` is one.
  private func lowerLetters(before unit: DamageUnit) -> Int {
    let start = pieces[unit.pieces.lowerBound].start
    return bytes[max(start - 4, 0)..<start].reversed().prefix { $0 < 0x80 && WordShape.isLower(UInt32($0)) }.count
  }

  /// `√µppemat`: three lower-case letters after a unit are no variables of a formula.
  private func beginsWord(after unit: DamageUnit) -> Bool {
    let end = pieces[unit.pieces.upperBound - 1].end
    return end + 3 <= bytes.count && bytes[end..<end + 3].allSatisfy { $0 < 0x80 && WordShape.isLower(UInt32($0)) }
  }

  // MARK: Support within the run

  /// Two letters of one script beside each other are no accident.
  private func strengthenClusters(_ units: inout [DamageUnit]) {
    var index = 0
    while index < units.count {
      guard case .script(let script) = units[index].kind else {
        index += 1
        continue
      }
      var end = index + 1
      while end < units.count, units[end].pieces.lowerBound == units[end - 1].pieces.upperBound,
        units[end].kind == .script(script)
      { end += 1 }
      let needed = script == .armenian || script == .phonetic ? 3 : 2
      if end - index >= needed { for unit in index..<end { units[unit].strength = .certain } }
      index = end
    }
  }

  /// What touches certain damage of the same encoding is damaged too.
  private func strengthenNeighbours(_ units: inout [DamageUnit]) {
    guard units.contains(where: { $0.strength == .certain }) else { return }
    for index in units.indices.dropFirst() { strengthen(index, by: index - 1, in: &units) }
    for index in units.indices.dropLast().reversed() { strengthen(index, by: index + 1, in: &units) }
  }

  private func strengthen(_ index: Int, by neighbour: Int, in units: inout [DamageUnit]) {
    guard units[neighbour].strength == .certain, units[index].strength != .certain, units[index].kind != .unlikely
    else {
      return
    }
    let touches =
      units[index].pieces.upperBound == units[neighbour].pieces.lowerBound
      || units[neighbour].pieces.upperBound == units[index].pieces.lowerBound
    if touches { units[index].strength = .certain }
  }
}

/// Characters that take the place of a continuation byte, sorted by what people write them after.
enum Marks {
  /// Tells whether a mark stands directly after a word: `É…`, `É®`, `Å²`.
  static func follow(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0xAB, 0xBB, 0x2013, 0x2014, 0xA0, 0x2122, 0xAE, 0xB0,
      0xBA,
      0xAA,
      0xB2, 0xB3, 0xB9, 0x2030, 0x2022, 0xB7, 0xB4, 0x2020, 0x2021:
      true
    default: false
    }
  }

  /// Tells whether a mark may stand between two words.
  static func joins(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x2013, 0x2014, 0xA0, 0x2022, 0xB7: true
    default: false
    }
  }

  /// Signs that look like letters: £ for L, § for S.
  static func isLetterLike(_ mark: UInt32) -> Bool {
    switch mark {
    case 0xA1, 0xA2, 0xA3, 0xA5, 0xA7, 0xB5, 0x20AC: true
    default: false
    }
  }

  /// Mac Roman's signs that formulas have after a root or a negation.
  static func isMathematical(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x3C0, 0xB5, 0x3A9, 0x2126, 0x2202, 0x2211, 0x220F, 0x222B, 0x221E: true
    default: false
    }
  }

  /// Tells whether a closing quotation mark closes an opening one.
  static func closes(_ mark: UInt32, _ opener: UInt32) -> Bool {
    switch opener {
    case 0x201C, 0x201E: mark == 0x201D || mark == 0x201C
    case 0x2018, 0x201A: mark == 0x2019 || mark == 0x2018
    case 0xAB: mark == 0xBB || mark == 0xA0
    case 0x2039: mark == 0x203A
    // »Å«, as Danes and Germans quote in books.
    case 0xBB: mark == 0xAB
    case 0x203A: mark == 0x2039
    default: false
    }
  }
}
