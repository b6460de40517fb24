import CasebookModel
import CasebookSource

/// CB405: the record of a check says, or shows, that it did not prove what it should.
struct CheckVerdictRule: LibraryRule {
  let description = RuleDescription(
    405, "check-verdict", .error,
    what: """
      The evidence of a check shows that the bug was not reproduced, that the fix was not proved, or that a claim holds with \
      bug and fix exchanged as well.
      """,
    why: """
      Either the fix is none, or the check would pass for anything. `casebook check` tells the same of a run; only a passing \
      run is ever recorded, so such a record was written by other means.
      """,
    triggering: [
      RuleExample(
        "a claim that does not hold", ProofExample.text(marksBug: true, marksFix: true),
        proofs: { documents in ProofExample.proved(documents) { _, record in record.claims[0].holds = false } }),
      RuleExample(
        "a claim that holds either way", ProofExample.text(marksBug: true, marksFix: true),
        proofs: { documents in
          ProofExample.proved(documents) { _, record in record.verdict = .notDiscriminating }
        }),
    ],
    accepted: [RuleExample("proved", ProofExample.text(), proofs: { ProofExample.proved($0) })],
    isSilenceable: false)

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    guard !library.proofs.lock.entries.isEmpty else { return [] }
    return library.blockStandings { document, block, standing in
      guard standing.state == .failing, let reason = standing.reason else { return nil }
      return finding(
        document.path, block.at, "a check must prove what it covers; '\(standing.check ?? "")': \(reason.words)")
    }
  }
}
