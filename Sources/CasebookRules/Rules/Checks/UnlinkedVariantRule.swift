import CasebookModel
import CasebookSource

/// CB401: a bug or a fix that no check runs.
struct UnlinkedVariantRule: LibraryRule {
  let description = RuleDescription(
    401, "unlinked-variant", .warning,
    what: """
      A block of code is a bug or a fix and no check stands for it. Only where the knowledge base has checks: a command under \
      `checks:` in casebook.yml, or a lock of what was blessed.
      """,
    why: """
      A fix that was never run is a guess; two of the four fixes in the first document of this knowledge base do not work, and \
      both read well.
      """,
    triggering: [
      RuleExample(
        "a fix without a check, where others have one", ProofExample.text(marksFix: true),
        proofs: { documents in
          ProofExample.proved(documents) { entries, _ in entries.removeAll { $0.variant == "fix" } }
        })
    ],
    accepted: [
      RuleExample("both proved", ProofExample.text(), proofs: { ProofExample.proved($0) }),
      RuleExample("a knowledge base without checks", ProofExample.text()),
    ])

  func check(_ library: CaseLibrary) -> [Diagnostic] {
    guard library.proofs.isInUse else { return [] }
    return library.blockStandings { document, block, standing in
      guard standing.state == .unlinked else { return nil }
      return finding(
        document.path, block.at, "a \(block.role.rawValue) must have a check; none covers \(Words.quoted(block.id))",
        explanation: "A check names it in 'covers'; casebook check --list lists the checks.")
    }
  }
}

extension CaseLibrary {
  /// Asks about every block that takes part in proofs, in order; nothing where nothing is recorded or asked for.
  func blockStandings(
    of isMeant: (CodeBlock) -> Bool = { _ in true }, _ body: (CaseDocument, CodeBlock, BlockStanding) -> Diagnostic?
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for document in documents {
      for item in document.cases {
        for step in item.session.steps {
          for case .code(let block) in step.body where isMeant(block) && proofs.concerns(block) {
            if let finding = body(document, block, proofs.standing(of: block)) { findings.append(finding) }
          }
        }
      }
    }
    return findings
  }
}
