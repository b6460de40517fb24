import CasebookModel
import CasebookSource

/// A case with a bug and a fix, and a proof of both, to be changed by tests.
enum ProofFixture {
  static let text = """
    ---
    id: lost-update
    ---
    # Lost

    **Problem**: changes vanish

    ### 1. Root cause: the whole row is written

    ```python {.bug}
    user = db.get(1)
    db.save(user)
    ```

    ### 2. Fix: write what changed

    ```python {#fix .fix check=race/lost-update}
    db.run("UPDATE users SET name = ?", name)
    ```

    """

  static let digest = "sha256:" + String(repeating: "a", count: 64)

  /// Records that prove a document's bug and fix as they read now.
  static func records(for text: String = text, change: (inout EvidenceRecord) -> Void = { _ in }) -> ProofRecords {
    let item = read(text).model.cases[0]
    var record = EvidenceRecord(check: "race/lost-update", caseID: "lost-update", checkDigest: digest, verdict: .proved)
    record.strength = .exhaustive
    var entries: [ProofLock.Entry] = []
    for block in item.codeBlocks where block.role == .bug || block.role == .fix {
      record.covers.append(
        .init(block: block.id, variant: block.role.rawValue, digest: block.digest, code: block.code))
      entries.append(
        .init(
          block: block.id, variant: block.role.rawValue, check: record.check, digest: block.digest, checkDigest: digest,
          source: "Shop/Lost.swift", day: "2026-02-16"))
    }
    record.variants = [.init(name: "bug", role: .bug), .init(name: "fix", role: .fix)]
    record.claims = [.init(text: "the fix loses none", fix: "fix", holds: true, failsWhenSwapped: true)]
    change(&record)
    return ProofRecords(
      lock: ProofLock(entries), evidence: [record.check: record], checkDigests: ["Shop/Lost.swift": digest])
  }

  static func states(_ text: String, _ records: ProofRecords) -> [ProofState] {
    records.standing(of: read(text).model.cases[0]).blocks.map(\.state)
  }
}
