import CasebookModel
import CasebookSource

/// CB404: the lock says that a check covers a block that no document has.
struct OrphanCheckRule: LibraryRule {
  let description = RuleDescription(
    404, "orphan-check", .warning,
    what: "A check was blessed for a block that no document has any more: it was renamed, or taken out.",
    why: """
      What the check proves is shown nowhere, and the block under its new name counts as unproved. Name it in the check as it \
      is called now, and bless the check again.
      """,
    triggering: [
      RuleExample(
        "a block that was renamed", ProofExample.text(title: "# ⟦A⟧"),
        proofs: { documents in
          ProofExample.proved(documents) { entries, _ in
            for index in entries.indices where entries[index].variant == "fix" { entries[index].block = "a.patch" }
          }
        })
    ],
    accepted: [RuleExample("blocks that are there", ProofExample.text(), proofs: { ProofExample.proved($0) })])

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    let entries = library.proofs.lock.entries
    guard !entries.isEmpty else { return [] }
    var blocks: Set<String> = []
    for document in library.documents {
      for item in document.cases { blocks.formUnion(item.codeBlocks.map(\.id)) }
    }
    return entries.compactMap { entry in
      guard !blocks.contains(entry.block) else { return nil }
      let hint = DidYouMean.suggestions(for: entry.block, among: blocks.sorted()).first.map {
        "; did you mean '\($0)'?"
      }
      let message = "a check must cover a block that is there; '\(entry.check)' covers '\(entry.block)'\(hint ?? "")"
      // It belongs to a case, if the name of one begins it.
      for (document, item) in library.cases where entry.block.hasPrefix(item.id + ".") {
        return finding(document.path, item.title.at, message)
      }
      return finding(library.proofs.lockPath, SourceRange(start: entry.at, end: entry.at), message)
    }
  }
}
