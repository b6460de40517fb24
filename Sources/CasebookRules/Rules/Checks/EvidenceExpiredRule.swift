import CasebookModel
import CasebookSource

/// CB408: a proof is older than the knowledge base wants.
struct EvidenceExpiredRule: LibraryRule {
  let description = RuleDescription(
    408, "evidence-expired", .warning,
    what: "The last blessing of a block is longer ago than `stale-after` in casebook.yml says, in days.",
    why: """
      What a check runs on moves: compilers, libraries, kernels. `casebook check --bless CASE` says that it is still true.
      """,
    triggering: [
      RuleExample(
        "a proof of last year, where half a year is the limit", ProofExample.text(marksBug: true),
        proofs: { documents in
          var records = ProofExample.proved(documents, on: "2025-01-05")
          records.expiry = "2025-07-01"
          return records
        })
    ],
    accepted: [
      RuleExample(
        "a proof that is young enough", ProofExample.text(),
        proofs: { documents in
          var records = ProofExample.proved(documents, on: "2025-07-01")
          records.expiry = "2025-07-01"
          return records
        })
    ])

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    guard let expiry = library.proofs.expiry else { return [] }
    var told: Set<String> = []
    return library.blockStandings { document, block, standing in
      guard let entry = standing.entry, entry.day < expiry else { return nil }
      // One finding a case and check will do.
      guard told.insert("\(document.path) \(entry.check)").inserted else { return nil }
      return finding(
        document.path, block.at, "a proof must be renewed; '\(entry.check)' was last blessed on \(entry.day)")
    }
  }
}
