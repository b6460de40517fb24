import CasebookModel
import CasebookSource

/// Records of checks for the examples of rules.
enum ProofExample {
  static let digest = "sha256:" + String(repeating: "0", count: 64)

  /// Every bug and fix of the documents blessed on a day by the check `race/lost-update`.
  static func proved(
    _ documents: [CaseDocument], on day: String = "2026-01-05",
    changing: (inout [ProofLock.Entry], inout EvidenceRecord) -> Void = { _, _ in }
  ) -> ProofRecords {
    var record = EvidenceRecord(check: "race/lost-update", caseID: "a", checkDigest: digest, verdict: .proved)
    record.variants = [.init(name: "bug", role: .bug), .init(name: "fix", role: .fix)]
    record.claims = [.init(text: "the fix loses none", fix: "fix", holds: true, failsWhenSwapped: true)]
    var entries: [ProofLock.Entry] = []
    for block in documents.flatMap(\.cases).flatMap(\.codeBlocks) where block.role == .bug || block.role == .fix {
      let variant = block.role.rawValue
      record.covers.append(.init(block: block.id, variant: variant, digest: block.digest, code: block.code))
      entries.append(
        ProofLock.Entry(
          block: block.id, variant: variant, check: record.check, digest: block.digest, checkDigest: digest,
          source: "Shop/LostUpdate.swift", day: day))
    }
    changing(&entries, &record)
    return ProofRecords(lock: ProofLock(entries), evidence: [record.check: record])
  }

  /// A case with a bug and a fix; marks go round either.
  static func text(
    marksBug: Bool = false, marksFix: Bool = false, title: String = "# A", attribute: String = ""
  ) -> String {
    let (bugOpen, bugClose) = marksBug ? ("⟦", "⟧") : ("", "")
    let (fixOpen, fixClose) = marksFix ? ("⟦", "⟧") : ("", "")
    return """
      \(title)

      **Problem**: changes vanish

      ### 1. Root cause

      \(bugOpen)```python {.bug}
      db.save(user)
      ```\(bugClose)

      ### 2. Fix

      \(fixOpen)```python {.fix\(attribute)}
      db.update(user, name)
      ```\(fixClose)

      """
  }
}
