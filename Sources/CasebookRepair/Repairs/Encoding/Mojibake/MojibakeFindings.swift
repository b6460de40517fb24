import CasebookSource

/// Turns what was decoded into edits, and into one finding a damaged line.
struct MojibakeFindings {
  let text: RepairedText
  let decoder: DamageDecoder

  /// Neighbouring pieces of a run that were decoded: one edit.
  private struct Stretch {
    var range: Range<Int>
    var scalars: [UInt32]
    var codec: ByteCodec
    var layers: UInt8
    var line: Int
    var isAside: Bool
    var isLost: Bool
  }

  func outcome() -> RepairOutcome {
    var outcome = RepairOutcome()
    var line: [Stretch] = []
    for stretch in stretches() {
      if let first = line.first, first.line != stretch.line {
        report(line, in: &outcome)
        line.removeAll(keepingCapacity: true)
      }
      line.append(stretch)
    }
    report(line, in: &outcome)
    return outcome
  }

  private func stretches() -> [Stretch] {
    var result: [Stretch] = []
    for (index, run) in decoder.runs.enumerated() {
      var current: Stretch?
      for piece in decoder.pieces[run.pieces] {
        guard piece.layers > 0 else {
          if let done = current { result.append(done) }
          current = nil
          continue
        }
        var stretch =
          current
          ?? Stretch(
            range: piece.start..<piece.start, scalars: [], codec: piece.codec, layers: 0, line: run.line,
            isAside: decoder.setAside[index], isLost: false)
        stretch.range = stretch.range.lowerBound..<piece.end
        stretch.scalars.append(piece.scalar)
        stretch.layers = max(stretch.layers, piece.layers)
        if piece.scalar == 0xFFFD { stretch.isLost = true }
        current = stretch
      }
      if let done = current { result.append(done) }
    }
    // A control character is half of a further layer that is not there.
    return result.filter { stretch in !stretch.scalars.contains { $0 < 0xA0 } }
  }

  private func report(_ stretches: [Stretch], in outcome: inout RepairOutcome) {
    guard let line = stretches.first?.line else { return }
    var changed: [Stretch] = []
    var quoted: [Stretch] = []
    let whole = text.lines.bytes(ofLine: line)
    let shown = shownBeside(stretches, whole)
    for stretch in stretches {
      if stretch.isAside || shown.contains(stretch.scalars) { quoted.append(stretch) } else { changed.append(stretch) }
    }
    let edits = changed.map { TextEdit(range: $0.range, replacement: replacement(of: $0), rule: RuleID(2)) }
    outcome.edits += edits
    if !changed.isEmpty { outcome.diagnostics.append(finding(changed, edits)) }
    if !quoted.isEmpty { outcome.diagnostics.append(doubt(quoted)) }
  }

  /// Decoded texts that also stand in the line as they are: `â€™ instead of ’` speaks about the damage.
  private func shownBeside(_ stretches: [Stretch], _ line: Range<Int>) -> Set<[UInt32]> {
    let wanted = Set(stretches.map(\.scalars))
    var shown: Set<[UInt32]> = []
    var start = line.lowerBound
    for gap in stretches.map(\.range) + [line.upperBound..<line.upperBound] {
      var run: [UInt32] = []
      for scalar in text.string(start..<max(start, gap.lowerBound)).unicodeScalars {
        if scalar.value >= 0x80 {
          run.append(scalar.value)
        } else if !run.isEmpty {
          if wanted.contains(run) { shown.insert(run) }
          run.removeAll(keepingCapacity: true)
        }
      }
      if wanted.contains(run) { shown.insert(run) }
      start = gap.upperBound
    }
    return shown
  }

  private func replacement(of stretch: Stretch) -> [UInt8] {
    // What was a byte order mark of the file means nothing once the file is read.
    if stretch.scalars == [0xFEFF], stretch.range.lowerBound == 0 { return [] }
    return Array(Self.string(stretch.scalars).utf8)
  }

  fileprivate static func string(_ scalars: [UInt32]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars { if let scalar = Unicode.Scalar(scalar) { result.append(scalar) } }
    return String(result)
  }
}

extension MojibakeFindings {
  /// One finding a line: what is read as what, and the edits.
  private func finding(_ stretches: [Stretch], _ edits: [TextEdit]) -> Diagnostic {
    let isLost = stretches.contains(where: \.isLost)
    var seen: Set<[UInt32]> = []
    let written = stretches.filter { seen.insert($0.scalars).inserted }.map { Self.shortened(Self.string($0.scalars)) }
    return Diagnostic(
      rule: RuleID(2), severity: .error, path: text.file.path, range: range(of: stretches),
      message: message(stretches, joint: "is"),
      explanation:
        "the file holds the bytes of one encoding read as another; readers and search see the wrong characters",
      fixes: [
        Diagnostic.Fix(
          isLost ? .unsafe : .safe, "write \(Self.list(written))",
          edits: edits.map {
            Diagnostic.Fix.Edit(
              range: text.range(of: $0.range), replacement: String(decoding: $0.replacement, as: UTF8.self))
          })
      ])
  }

  private func doubt(_ stretches: [Stretch]) -> Diagnostic {
    Diagnostic(
      rule: RuleID(9), severity: .warning, path: text.file.path, range: range(of: stretches),
      message: message(stretches, joint: "may be") + "; left alone in a text about damaged characters")
  }

  private func range(of stretches: [Stretch]) -> SourceRange {
    let first = stretches.first?.range.lowerBound ?? 0
    return text.range(of: first..<(stretches.last?.range.upperBound ?? first))
  }

  /// "`üêõ` is 🐛 read as Mac Roman"
  private func message(_ stretches: [Stretch], joint: String) -> String {
    var parts: [String] = []
    var seen: Set<[UInt32]> = []
    for stretch in stretches where seen.insert(stretch.scalars).inserted {
      let times = stretch.layers < 2 ? "" : stretch.layers == 2 ? " twice" : " \(stretch.layers) times"
      let part =
        "`\(Self.shortened(text.string(stretch.range)))` \(joint) \(Self.shortened(Self.string(stretch.scalars)))"
        + " read as \(codecName(stretch))\(times)"
      parts.append(part)
    }
    return Self.list(parts)
  }

  /// Latin-1 shows the bytes 80 to 9F as control characters, Windows-1252 as signs.
  private func codecName(_ stretch: Stretch) -> String {
    guard stretch.codec == .windows1252 else { return stretch.codec.name }
    let scalars = text.string(stretch.range).unicodeScalars
    return scalars.contains { $0.value < 0xA0 } && !scalars.contains { $0.value > 0xFF }
      ? "Latin-1" : stretch.codec.name
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
