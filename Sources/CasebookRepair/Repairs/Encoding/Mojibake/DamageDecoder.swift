import CasebookSource

/// Decodes the damaged runs of a document, layer by layer, with evidence pooled over the whole of it.
///
/// Each pass reads every open run in the encoding that explains most of it, counts what is certain, and then decodes what
/// is certain or has support. Evidence only grows, so a pass that changes nothing is the last, and a second repair, which
/// begins with less, changes nothing either.
struct DamageDecoder {
  private(set) var pieces: [DamagePiece]
  private(set) var runs: [DamageRun]
  /// Runs that are left out of the evidence: in a code span, in a text about encodings.
  private(set) var setAside: [Bool]
  /// Places that would be decoded if there were more evidence.
  private(set) var doubts: [Doubt] = []

  private let bytes: [UInt8]
  private let lines: LineTable
  private var evidence: DamageEvidence

  /// A unit that stands as it is.
  struct Doubt: Sendable {
    var run: Int
    var codec: ByteCodec
    var unit: DamageUnit
  }

  /// Layers and chains of support beyond this are noise: damage was never seen more than four layers deep.
  private static let passLimit = 12

  private struct Choice {
    var run: Int
    var codec: ByteCodec
    var units: [DamageUnit]
  }

  init(_ scan: DamageScan, bytes: [UInt8], lines: LineTable, subject: DamageSubject) {
    pieces = scan.pieces
    runs = scan.runs
    self.bytes = bytes
    self.lines = lines
    setAside = subject.isAboutEncodings ? scan.runs.map { _ in true } : subject.quoted(scan)
    evidence = DamageEvidence(scan)
    decode(subject)
  }

  private mutating func decode(_ subject: DamageSubject) {
    let untouched = (pieces, runs)
    var open = Array(runs.indices)
    for pass in 0..<Self.passLimit {
      let choices = choose(open)
      if pass == 0 { settleAside(choices, subject) }
      for choice in choices where !setAside[choice.run] {
        evidence.count(choice.units, of: choice.codec, line: runs[choice.run].line)
      }
      if pass == 0 { for choice in choices { countGenuine(choice) } }
      var changed: [Choice] = []
      for choice in choices {
        let accepted = accepted(of: choice)
        if !accepted.units.isEmpty { changed.append(accepted) }
      }
      guard !changed.isEmpty else {
        for choice in choices where !setAside[choice.run] {
          for unit in choice.units where isDoubtful(unit, choice) {
            doubts.append(Doubt(run: choice.run, codec: choice.codec, unit: unit))
          }
        }
        return
      }
      replace(changed)
      open = choices.map(\.run)
    }
    // Whatever still moves is no damage that was ever seen; nothing of it is touched.
    (pieces, runs) = untouched
  }

  /// Reads runs in every encoding; where two explain one, the encoding that explains more of the document wins.
  private func choose(_ open: [Int]) -> [Choice] {
    var choices: [Choice] = []
    var rivals: [Int: Choice] = [:]
    var votes: [ByteCodec.Family: Int] = [:]
    for index in open {
      let readings = readings(of: index)
      guard let best = readings.first else { continue }
      choices.append(best)
      if let rival = readings.dropFirst().first(where: { $0.codec.family != best.codec.family }) {
        rivals[index] = rival
      } else {
        votes[best.codec.family, default: 0] += best.units.count
      }
    }
    guard !rivals.isEmpty else { return choices }
    return choices.map { choice in
      guard let rival = rivals[choice.run] else { return choice }
      return votes[rival.codec.family] ?? 0 > votes[choice.codec.family] ?? 0 ? rival : choice
    }
  }

  /// Reads a run in every encoding: those that explain all of it if there are any, else what explains most.
  private func readings(of index: Int) -> [Choice] {
    let run = runs[index]
    var readings: [(choice: Choice, score: Int, isWhole: Bool)] = []
    for codec in ByteCodec.allCases {
      if codec == .windows1254, !hasTurkish(run) { continue }
      let units = DamageJudge(pieces: pieces, bytes: bytes, codec: codec, run: run).units()
      guard !units.isEmpty else { continue }
      var score = 0
      var explained = 0
      var weight = 0
      for unit in units {
        score += unit.strength == .certain ? 16 * unit.pieces.count : 1
        explained += unit.pieces.count
        weight += unit.pieces.count > 2 && !unit.isHalf ? 2 * unit.pieces.count : unit.pieces.count
      }
      guard weight > 3 * foreign(units, in: run, codec) else { continue }
      let isWhole = explained == run.pieces.count || (explained + 1 == run.pieces.count && endsInSpace(run))
      readings.append((Choice(run: index, codec: codec, units: units), score, isWhole))
    }
    let whole = readings.filter(\.isWhole)
    return (whole.isEmpty ? readings : whole).sorted { $0.score > $1.score }.prefix(whole.isEmpty ? 1 : 3).map(\.choice)
  }

  /// Counts what the encoding has, but cannot explain here: letters and signs between the units.
  ///
  /// Korean in EUC-KR read as Latin-1 holds pairs that look like UTF-8, and more that don't: it is damaged otherwise.
  private func foreign(_ units: [DamageUnit], in run: DamageRun, _ codec: ByteCodec) -> Int {
    var count = 0
    var cursor = run.pieces.lowerBound
    for end in units.map(\.pieces) + [run.pieces.upperBound..<run.pieces.upperBound] {
      for index in cursor..<max(cursor, end.lowerBound) {
        let piece = pieces[index]
        guard codec.byte(of: piece.scalar) >= 0x80, !Marks.joins(piece.scalar), piece.layers == 0 else { continue }
        count += 1
      }
      cursor = end.upperBound
    }
    return count
  }

  private func endsInSpace(_ run: DamageRun) -> Bool { pieces[run.pieces].last?.scalar == 0x20 }

  private func hasTurkish(_ run: DamageRun) -> Bool {
    pieces[run.pieces].contains {
      $0.scalar >= 0x11E && $0.scalar <= 0x15F && ByteCodec.windows1254.byte(of: $0.scalar) != 0
    }
  }

  /// A document whose damage is all in code spans speaks about it; in one that is damaged elsewhere, the spans are too.
  private mutating func settleAside(_ choices: [Choice], _ subject: DamageSubject) {
    guard !subject.isAboutEncodings else { return }
    let outside = choices.contains { choice in
      !setAside[choice.run] && choice.units.contains { $0.strength == .certain }
    }
    guard outside else { return }
    var line = -1
    var isAbout = false
    for index in runs.indices where setAside[index] {
      if runs[index].line != line {
        line = runs[index].line
        isAbout = subject.lineIsAboutEncodings(line)
      }
      setAside[index] = isAbout
    }
  }

  private mutating func countGenuine(_ choice: Choice) {
    var covered = choice.units.makeIterator()
    var unit = covered.next()
    var inGap = false
    for index in runs[choice.run].pieces {
      while let passed = unit, passed.pieces.upperBound <= index { unit = covered.next() }
      let scalar = pieces[index].scalar
      let isGenuine = !(unit?.pieces.contains(index) ?? false) && scalar != 0x20 && scalar != 0xFFFD && scalar != 0xA0
      if isGenuine, !inGap { evidence.addGenuine(line: runs[choice.run].line) }
      inGap = isGenuine
    }
  }

  /// What the document's other damage makes suspicious, but not enough so to decode it.
  private func isDoubtful(_ unit: DamageUnit, _ choice: Choice) -> Bool {
    if unit.strength == .doubtful { return true }
    guard evidence.hasDamage(of: choice.codec), !unit.isIncomplete else { return false }
    switch unit.kind {
    case .symbol, .latin, .greek: return true
    case .rareSymbol, .combining, .script, .lost, .control, .unlikely: return false
    }
  }

  private func accepted(of choice: Choice) -> Choice {
    var accepted = choice
    accepted.units = []
    let line = runs[choice.run].line
    for unit in choice.units {
      if unit.strength == .certain {
        accepted.units.append(unit)
      } else if !setAside[choice.run], evidence.supports(unit, codec: choice.codec, line: line) {
        accepted.units.append(unit)
      }
    }
    return accepted
  }
  /// Puts decoded units in the place of their pieces.
  private mutating func replace(_ changes: [Choice]) {
    var result: [DamagePiece] = []
    result.reserveCapacity(pieces.count)
    var change = changes.makeIterator()
    var next = change.next()
    for index in runs.indices {
      let old = runs[index].pieces
      let first = result.count
      if let current = next, current.run == index {
        var cursor = old.lowerBound
        for unit in current.units {
          result.append(contentsOf: pieces[cursor..<unit.pieces.lowerBound])
          result.append(merged(unit, current.codec))
          cursor = unit.pieces.upperBound
        }
        result.append(contentsOf: pieces[cursor..<old.upperBound])
        next = change.next()
      } else {
        result.append(contentsOf: pieces[old])
      }
      runs[index].pieces = first..<result.count
    }
    pieces = result
  }

  private func merged(_ unit: DamageUnit, _ codec: ByteCodec) -> DamagePiece {
    let parts = pieces[unit.pieces]
    let deepest = parts.max { $0.layers < $1.layers }
    let isFirst = (deepest?.layers ?? 0) == 0
    return DamagePiece(
      scalar: unit.scalar, start: parts.first?.start ?? 0, end: parts.last?.end ?? 0,
      layers: min(deepest?.layers ?? 0, 200) + 1, codec: isFirst ? codec : deepest?.codec ?? codec,
      alternative: unit.alternative)
  }
}
