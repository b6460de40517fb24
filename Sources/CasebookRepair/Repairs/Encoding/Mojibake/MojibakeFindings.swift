import CasebookSource

/// Turns what was decoded into edits, and into one finding a damaged line.
struct MojibakeFindings {
  let text: RepairedText
  let decoder: DamageDecoder

  func outcome() -> RepairOutcome {
    var outcome = RepairOutcome()
    var lines: [[DamageStretch]] = []
    for stretch in DamageStretch.all(of: decoder) {
      if let last = lines.last?.last, last.line == stretch.line {
        lines[lines.count - 1].append(stretch)
      } else {
        lines.append([stretch])
      }
    }
    let shown = lines.map(shownBeside)
    // `â€™ → ’` in line after line: the document is a list of damaged characters.
    let lists = shown.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
    let isList = lists >= 2 && lists * 2 >= lines.count
    for (stretches, shown) in zip(lines, shown) {
      var (quoted, changed): ([DamageStretch], [DamageStretch]) = ([], [])
      for stretch in stretches {
        if isList || stretch.isAside || shown.contains(stretch.scalars) {
          quoted.append(stretch)
        } else {
          changed.append(stretch)
        }
      }
      let edits = changed.map { TextEdit(range: $0.range, replacement: $0.replacement, rule: RuleID(2)) }
      outcome.edits += edits
      if !changed.isEmpty { outcome.diagnostics.append(finding(changed, edits)) }
      if !quoted.isEmpty { outcome.diagnostics.append(doubt(quoted, because: "left alone in a text about damage")) }
    }
    for doubts in doubtsByLine() {
      outcome.diagnostics.append(doubt(doubts, because: "left alone, since it may be meant as it is"))
    }
    return outcome
  }

  /// Decoded texts that also stand in their line as they are: `â€™ instead of ’` speaks about the damage.
  private func shownBeside(_ stretches: [DamageStretch]) -> Set<[UInt32]> {
    guard let first = stretches.first else { return [] }
    let line = text.lines.bytes(ofLine: first.line)
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

  /// Places that stay as they are, but look like damage.
  private func doubtsByLine() -> [[DamageStretch]] {
    var lines: [[DamageStretch]] = []
    for doubt in decoder.doubts {
      let parts = decoder.pieces[doubt.unit.pieces]
      guard let first = parts.first, let last = parts.last else { continue }
      let stretch = DamageStretch(
        range: first.start..<last.end, scalars: [doubt.unit.scalar], codec: doubt.codec, layers: 1,
        line: decoder.runs[doubt.run].line, isAside: false)
      if lines.last?.last?.line == stretch.line {
        lines[lines.count - 1].append(stretch)
      } else {
        lines.append([stretch])
      }
    }
    return lines
  }

  /// One finding a line: what is read as what, and the edits.
  private func finding(_ stretches: [DamageStretch], _ edits: [TextEdit]) -> Diagnostic {
    Diagnostic(
      rule: RuleID(2), severity: .error, path: text.file.path, range: range(of: stretches),
      message: MojibakeMessage.sentence(stretches, in: text, joint: "is"),
      explanation: "the bytes of one encoding were read as another; readers and search see the wrong characters",
      fixes: [
        Diagnostic.Fix(
          stretches.contains(where: \.isGuess) ? .unsafe : .safe, "write \(MojibakeMessage.meant(stretches))",
          edits: edits.map {
            Diagnostic.Fix.Edit(
              range: text.range(of: $0.range), replacement: String(decoding: $0.replacement, as: UTF8.self))
          })
      ])
  }

  private func doubt(_ stretches: [DamageStretch], because reason: String) -> Diagnostic {
    Diagnostic(
      rule: RuleID(9), severity: .warning, path: text.file.path, range: range(of: stretches),
      message: MojibakeMessage.sentence(stretches, in: text, joint: "may be") + "; " + reason)
  }

  private func range(of stretches: [DamageStretch]) -> SourceRange {
    let first = stretches.first?.range.lowerBound ?? 0
    return text.range(of: first..<(stretches.last?.range.upperBound ?? first))
  }
}
