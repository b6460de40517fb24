/// All that is recorded of the checks of a knowledge base, as the edge found it: lock, evidence, links, digests of sources.
///
/// It says how a block stands without running anything.
package struct ProofRecords: Hashable, Sendable {
  /// A block that names its check in `casebook.yml`, since its document may not be touched.
  package struct Link: Hashable, Sendable {
    package var block: String
    package var check: String
    /// Where it is written, for messages: `casebook.yml:12:3`.
    package var origin: String

    package init(block: String, check: String, origin: String) {
      self.block = block
      self.check = check
      self.origin = origin
    }
  }

  package var lock: ProofLock
  /// By check.
  package var evidence: [String: EvidenceRecord]
  package let links: [Link]
  /// Digests of the folders of sources as they are now; one that can't be seen from here is left out.
  package var checkDigests: [String: String]
  /// Whether the knowledge base has checks at all: without them no block lacks one.
  package var isInUse: Bool
  /// Where findings about the lock are shown.
  package var lockPath: String
  /// Verdicts of a run that has just ended, by check, worse than what is recorded.
  package var verdicts: [String: CheckVerdict] = [:]
  /// The first day whose blessings are not too old, `2026-01-01`; without it none is.
  package var expiry: String?
  private let checkByBlock: [String: String]

  package init(
    lock: ProofLock = ProofLock(), evidence: [String: EvidenceRecord] = [:], links: [Link] = [],
    checkDigests: [String: String] = [:], isInUse: Bool = false, lockPath: String = "proof/lock.json"
  ) {
    self.lock = lock
    self.evidence = evidence
    self.links = links
    self.checkDigests = checkDigests
    self.isInUse = isInUse || !lock.entries.isEmpty
    self.lockPath = lockPath
    checkByBlock = Dictionary(links.map { ($0.block, $0.check) }, uniquingKeysWith: { first, _ in first })
  }

  /// Blocks whose code must be kept to tell how they stand.
  package var blocks: Set<String> { Set(lock.entries.map(\.block)) }

  /// Checks that a record is there for.
  package var knownChecks: [String] { Set(lock.entries.map(\.check)).union(evidence.keys).sorted() }

  /// The check that a block, or `casebook.yml` for it, names.
  package func namedCheck(of block: CodeBlock) -> String? {
    block.attributes.first { $0.key == "check" && !$0.value.isEmpty }?.value
      ?? (checkByBlock.isEmpty ? nil : checkByBlock[block.id])
  }

  /// Whether a block takes part in proofs: it is a bug or a fix, or linked to a check.
  package func concerns(_ block: CodeBlock) -> Bool {
    switch block.role {
    case .bug, .fix: true
    case .evidence, .trace, .tool, .repro, .test, .context: lock[block.id] != nil || namedCheck(of: block) != nil
    }
  }

  /// How a block stands; its code must be there if the lock names it.
  package func standing(of block: CodeBlock) -> BlockStanding {
    let named = namedCheck(of: block)
    var standing = BlockStanding(block: block.id, role: block.role, check: named)
    guard let entry = lock[block.id] else {
      (standing.state, standing.reason) = named == nil ? (.unlinked, nil) : (.unrun, .neverBlessed)
      if let named, let verdict = verdicts[named], verdict.isFailure {
        (standing.state, standing.reason) = (.failing, .verdict(verdict))
      }
      return standing
    }
    standing.check = entry.check
    standing.entry = entry
    standing.evidence = evidence[entry.check]
    (standing.state, standing.reason) = judge(block, entry, named)
    return standing
  }

  private func judge(
    _ block: CodeBlock, _ entry: ProofLock.Entry, _ named: String?
  ) -> (ProofState, BlockStanding.Reason?) {
    if let verdict = verdicts[entry.check], verdict.isFailure { return (.failing, .verdict(verdict)) }
    if block.digest != entry.digest { return (.stale, .codeChanged) }
    if let now = checkDigests[entry.source], now != entry.checkDigest { return (.stale, .checkChanged) }
    guard let record = evidence[entry.check] else { return (.stale, .recordMissing) }
    guard let cover = record.covers.first(where: { $0.block == entry.block }), cover.digest == entry.digest,
      cover.variant == entry.variant, record.checkDigest == entry.checkDigest,
      let variant = record.variant(entry.variant)
    else { return (.stale, .recordDiffers) }
    if let named, named != entry.check { return (.unrun, .namesAnother) }
    switch record.verdict {
    case .proved:
      if let contradiction = record.contradiction { return (.failing, .contradiction(contradiction)) }
      return (variant.expect == .refuted ? .refuted : .verified, nil)
    case .skipped: return (.skipped, nil)
    case .bugNotReproduced, .fixNotProved, .notDiscriminating, .notRefuted, .error:
      return (.failing, .verdict(record.verdict))
    }
  }

  /// How a case stands, the worst of its blocks; one without bug and fix is unlinked.
  package func standing(of item: RawCase) -> CaseStanding {
    var blocks: [BlockStanding] = []
    for step in item.session.steps {
      for part in step.body {
        guard case .code(let block) = part, concerns(block) else { continue }
        blocks.append(standing(of: block))
      }
    }
    return CaseStanding(id: item.id, issueType: item.issueType, blocks: blocks)
  }
}

extension CheckVerdict {
  /// Whether a check with it has shown that something is wrong.
  package var isFailure: Bool {
    switch self {
    case .proved, .skipped: false
    case .bugNotReproduced, .fixNotProved, .notDiscriminating, .notRefuted, .error: true
    }
  }
}
