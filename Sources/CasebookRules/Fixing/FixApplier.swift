package import CasebookSource

/// Applies fixes to the bytes of a file, as edits of ranges; nothing outside the ranges changes.
package enum FixApplier {
  /// What became of a file.
  package struct Outcome: Sendable {
    package var bytes: [UInt8]
    /// Findings whose fix was applied.
    package var applied: [Diagnostic]
    /// Findings with a fix that would have been allowed, but met another one; another round may settle them.
    package var postponed: [Diagnostic]
  }

  /// Applies the first allowed fix of each finding, in order, all edits of a fix or none; what overlaps waits.
  ///
  /// Silenced findings are left alone. Several rules may be chosen with `rules`.
  package static func apply(
    _ diagnostics: [Diagnostic], to bytes: [UInt8], allowing safety: Diagnostic.Fix.Safety = .safe,
    only rules: Set<RuleID>? = nil
  ) -> Outcome {
    let lines = LineTable(bytes)
    var accepted = AcceptedEdits()
    var outcome = Outcome(bytes: bytes, applied: [], postponed: [])
    for diagnostic in diagnostics where diagnostic.suppression == nil && rules?.contains(diagnostic.rule) != false {
      guard let fix = diagnostic.fix(allowing: safety) else { continue }
      let edits = fix.edits.map { edit in
        let start = lines.offset(of: edit.range.start)
        let end = max(start, lines.offset(of: edit.range.end))
        return TextEdit(range: start..<end, replacement: Array(edit.replacement.utf8), rule: diagnostic.rule)
      }
      if accepted.add(edits.sorted { $0.range.lowerBound < $1.range.lowerBound }) {
        outcome.applied.append(diagnostic)
      } else {
        outcome.postponed.append(diagnostic)
      }
    }
    outcome.bytes = accepted.all.applied(to: bytes)
    return outcome
  }

  /// Applies fixes, reads the result again and goes on until nothing is left to fix or nothing changes.
  ///
  /// `check` reads bytes and gives their findings. Ten rounds are more than any two rules need; a pair that undid each
  /// other would stop there instead of running for ever.
  package static func converge(
    _ bytes: [UInt8], allowing safety: Diagnostic.Fix.Safety = .safe, only rules: Set<RuleID>? = nil,
    check: ([UInt8]) -> [Diagnostic]
  ) -> Outcome {
    var total = Outcome(bytes: bytes, applied: [], postponed: [])
    for _ in 0..<10 {
      let round = apply(check(total.bytes), to: total.bytes, allowing: safety, only: rules)
      total.postponed = round.postponed
      if round.bytes == total.bytes { break }
      total.bytes = round.bytes
      total.applied += round.applied
    }
    return total
  }
}

extension Diagnostic {
  /// The first fix that may be applied: an unsafe one only where unsafe ones are allowed.
  package func fix(allowing safety: Fix.Safety) -> Fix? {
    fixes.first { $0.safety == .safe } ?? (safety == .unsafe ? fixes.first : nil)
  }
}
