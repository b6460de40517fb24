import CasebookModel
import CasebookSource

/// CB402: a block, or its check, is not what was blessed.
struct StaleCheckRule: LibraryRule {
  let description = RuleDescription(
    402, "stale-check", .error,
    what: """
      A block of code does not read as it did when its check was blessed, or the sources of the check have changed, or the \
      record of the evidence is gone. To fence it otherwise, to move or to renumber it, or to mend its encoding is no change.
      """,
    why: """
      The page says what was proved of another text. Only a run tells whether it is still true: `casebook check CASE`, and \
      `casebook check --bless CASE` when it is.
      """,
    triggering: [
      RuleExample(
        "a fix that was edited after its check was blessed", ProofExample.text(marksFix: true),
        proofs: { documents in
          ProofExample.proved(documents) { entries, _ in
            for index in entries.indices where entries[index].variant == "fix" {
              entries[index].digest = ProofExample.digest
            }
          }
        }),
      RuleExample(
        "a record of evidence that is gone", ProofExample.text(marksBug: true, marksFix: true),
        proofs: { documents in
          var records = ProofExample.proved(documents)
          records.evidence = [:]
          return records
        }),
    ],
    accepted: [RuleExample("blocks as they were blessed", ProofExample.text(), proofs: { ProofExample.proved($0) })],
    isSilenceable: false)

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    guard !library.proofs.lock.entries.isEmpty else { return [] }
    return library.blockStandings { document, block, standing in
      guard standing.state == .stale, let entry = standing.entry, let reason = standing.reason else { return nil }
      return finding(
        document.path, block.at,
        "what is blessed must stay as it is; \(reason.words) since \(entry.day), when '\(entry.check)' proved it",
        explanation: "casebook check \(entry.check) runs it and shows what changed; --bless records that it passed.")
    }
  }
}
