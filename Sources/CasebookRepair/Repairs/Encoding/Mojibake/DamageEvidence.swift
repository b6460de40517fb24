/// What a document as a whole says about its damage, by encoding.
struct DamageEvidence {
  /// Certain units, by family.
  private var certain: [ByteCodec.Family: Int] = [:]
  /// Scripts seen in certain units.
  private var scripts: Set<ScalarKind.Script> = []
  /// Families with certain units, and stretches left over, by line.
  private var lines: [Int: Line] = [:]
  /// Stretches above ASCII that the author wrote as they are.
  private var genuine = 0

  private struct Line {
    var certain: Set<ByteCodec.Family> = []
    var genuine = 0
  }

  /// Adds the certain units of a run.
  mutating func count(_ units: [DamageUnit], of codec: ByteCodec, line: Int) {
    for unit in units where unit.strength == .certain {
      certain[codec.family, default: 0] += 1
      lines[line, default: Line()].certain.insert(codec.family)
      if case .script(let script) = unit.kind { scripts.insert(script) }
    }
  }

  /// Starts with the stretches that are no candidates, and the lines that hold both kinds.
  init(_ scan: DamageScan) {
    genuine = scan.genuineRuns
    for line in scan.mixedLines { lines[line, default: Line()].genuine += 1 }
  }

  /// Adds a stretch that the author wrote as it is.
  mutating func addGenuine(line: Int) {
    genuine += 1
    lines[line, default: Line()].genuine += 1
  }

  /// Tells whether some damage by an encoding, or one like it, is certain.
  func hasDamage(of codec: ByteCodec) -> Bool { certain[codec.family] != nil }

  /// Tells whether other damage of the document makes a unit believable that alone is not.
  ///
  /// Support comes from the same line if nothing in it stands as written, from a document that has no other character
  /// above ASCII, or from three certain places that outnumber what the author wrote.
  func supports(_ unit: DamageUnit, codec: ByteCodec, line: Int) -> Bool {
    let count = certain[codec.family] ?? 0
    guard count > 0 else { return false }
    switch unit.kind {
    case .control, .unlikely: return false
    case .script(let script): guard scripts.contains(script) else { return false }
    case .symbol, .rareSymbol, .latin, .combining, .greek, .lost: break
    }
    if genuine == 0 || (count >= 3 && count >= genuine) { return true }
    guard let here = lines[line] else { return false }
    return here.certain.contains(codec.family) && here.genuine == 0
  }
}
