import CasebookModel
import CasebookSource

/// CB403: a block names a check of which there is no record, or one that covers other blocks.
struct UnknownCheckRule: LibraryRule {
  let description = RuleDescription(
    403, "unknown-check", .error,
    what: """
      `check=` of a block, or `links:` in casebook.yml for it, names a check that was never blessed, or one that does not \
      cover the block.
      """,
    why: """
      The reader takes it for proved, and nothing ran. A new check is recorded by `casebook check --bless CASE` after a \
      passing run.
      """,
    triggering: [
      RuleExample(
        "a misspelt check", ProofExample.text(marksFix: true, attribute: " check=race/lost-updat"),
        proofs: { ProofExample.proved($0) }),
      RuleExample("no checks at all", ProofExample.text(marksFix: true, attribute: " check=race/lost-update")),
    ],
    accepted: [
      RuleExample(
        "the check that covers it", ProofExample.text(attribute: " check=race/lost-update"),
        proofs: { ProofExample.proved($0) })
    ],
    isSilenceable: false)

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    let proofs = library.proofs
    let known = proofs.knownChecks
    return library.blockStandings(of: { proofs.namedCheck(of: $0) != nil }) { document, block, standing in
      guard let named = proofs.namedCheck(of: block) else { return nil }
      if !known.contains(named) {
        return finding(
          document.path, block.at,
          "a named check must have been blessed; there is no record of '\(named)'"
            + DidYouMean.hint(for: named, among: known),
          explanation: "casebook check runs a new check; casebook check --bless records it.")
      }
      guard standing.entry == nil || standing.reason == .namesAnother else { return nil }
      let covered = proofs.lock.entries.filter { $0.check == named }.map(\.block).joined(separator: ", ")
      return finding(
        document.path, block.at, "a named check must cover the block; '\(named)' covers \(covered)")
    }
  }
}
