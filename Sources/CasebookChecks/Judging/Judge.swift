/// Decides what the figures of a check show.
///
/// ```
/// each fix × each claim: holds, and fails with bug and fix exchanged  → proved
/// a claim that holds either way                                       → notDiscriminating
/// a false claim that reads the bug alone, else any                    → bugNotReproduced, fixNotProved
/// a fix that was to be refuted, and every claim holds of it           → notRefuted
/// ```
enum Judge {
  static func judge(_ check: Check, _ variants: [VariantEvidence]) -> Judgement {
    var judgement = Judgement(verdict: .proved, strength: nil, reason: nil, claims: [], variants: variants)
    func end(_ verdict: Verdict, _ reason: String) -> Judgement {
      judgement.verdict = verdict
      judgement.reason = reason
      return judgement
    }
    if let skipped = variants.first(where: { $0.exit == .skipped }) {
      return end(.skipped, skipped.detail ?? "skipped")
    }
    if let failed = variants.first(where: { $0.exit != .ok }) {
      return end(.error, "\(failed.name): \(failed.exit.words)\(failed.detail.map { ": \($0)" } ?? "")")
    }
    for variant in variants {
      for metric in variant.metrics {
        guard let bound = metric.bound, let value = metric.value, !bound.admits(value) else { continue }
        return end(.error, "\(variant.name): \(metric.name) is \(value), and must be \(bound.op) \(bound.value)")
      }
    }
    guard let bug = variants.first(where: { $0.role == .bug }) else { return end(.error, "no variant is the bug") }
    guard !check.claims.isEmpty else { return end(.error, "no claim is made") }
    var stabilities: Set<Stability> = []
    var verdicts: [(Verdict, String)] = []
    for fix in variants where fix.role == .fix {
      var refuted = false
      for claim in check.claims {
        let straight = evaluate(claim, bug, fix)
        let swapped = evaluate(claim, fix, bug)
        if let fault = straight.fault ?? swapped.fault { return end(.error, "\"\(claim.text)\": \(fault)") }
        stabilities.formUnion(straight.reads.stabilities)
        judgement.claims.append(
          ClaimResult(text: claim.text, fix: fix.name, holds: straight.holds, failsWhenSwapped: !swapped.holds))
        if !straight.holds {
          if straight.reads.roles == [.bug] {
            verdicts.append((.bugNotReproduced, "false of \(bug.name): \(claim.text)"))
          } else if fix.expect == .proved {
            verdicts.append((.fixNotProved, "false of \(fix.name): \(claim.text)"))
          } else {
            refuted = true
          }
        } else if swapped.holds, fix.expect == .proved {
          verdicts.append((.notDiscriminating, "true also with bug and fix exchanged: \(claim.text)"))
        }
      }
      if fix.expect == .refuted, !refuted {
        verdicts.append((.notRefuted, "\(fix.name) was to be refuted, and every claim holds of it"))
      }
    }
    guard !judgement.claims.isEmpty else { return end(.error, "no variant is a fix") }
    for verdict in [Verdict.bugNotReproduced, .fixNotProved, .notDiscriminating, .notRefuted] {
      if let found = verdicts.first(where: { $0.0 == verdict }) { return end(verdict, found.1) }
    }
    judgement.strength =
      stabilities.contains(.bounded) ? .bounded : variants.allSatisfy(\.isExhaustive) ? .exhaustive : .counted
    return judgement
  }

  private static func evaluate(
    _ claim: Claim, _ bug: VariantEvidence, _ fix: VariantEvidence
  ) -> (holds: Bool, reads: ReadLog.Reads, fault: String?) {
    let log = ReadLog()
    var bug = bug
    var fix = fix
    // Which side is read counts by the place in the comparison, also when the two are exchanged.
    bug.role = .bug
    fix.role = .fix
    do {
      let holds = try claim.holds(
        Comparison(bug: Measured(evidence: bug, reads: log), fix: Measured(evidence: fix, reads: log)))
      return (holds, log.value, nil)
    } catch { return (false, log.value, "\(error)") }
  }
}

extension VariantExit {
  var words: String {
    switch self {
    case .ok: "ended"
    case .threw: "threw an error"
    case .crashed: "crashed"
    case .timedOut: "did not end in time"
    case .skipped: "skipped"
    }
  }
}
