/// How one block of code stands with its check, and why.
package struct BlockStanding: Hashable, Sendable {
  /// Why it is not verified.
  package enum Reason: Hashable, Sendable {
    /// It is named and was never blessed.
    case neverBlessed
    /// It does not read as it did.
    case codeChanged
    /// The sources of the check are not what they were.
    case checkChanged
    /// The lock names a check without a record of evidence.
    case recordMissing
    /// Lock and record do not say the same.
    case recordDiffers
    /// The document names one check, the lock another.
    case namesAnother
    case verdict(CheckVerdict)
    /// The record contradicts itself.
    case contradiction(String)

    /// In words, for people.
    package var words: String {
      switch self {
      case .neverBlessed: "its check was never blessed"
      case .codeChanged: "the code changed"
      case .checkChanged: "the check changed"
      case .recordMissing: "the record of its evidence is missing"
      case .recordDiffers: "lock and record of evidence disagree"
      case .namesAnother: "the document names another check than the lock"
      case .verdict(let verdict): verdict.words
      case .contradiction(let text): text
      }
    }
  }

  package var block: String
  package var role: CodeRole
  package var state = ProofState.unlinked
  package var reason: Reason?
  package var check: String?
  package var entry: ProofLock.Entry?
  package var evidence: EvidenceRecord?

  package init(block: String, role: CodeRole, check: String?) {
    self.block = block
    self.role = role
    self.check = check
  }

  /// The variant of the check that stands for it.
  package var variant: EvidenceRecord.Variant? { entry.flatMap { evidence?.variant($0.variant) } }

  /// Whether the block stands in the case whose text the check's figures are beside; a check may cover blocks of others.
  package var isOfOwnCase: Bool { evidence.map { block.hasPrefix($0.caseID + ".") } ?? false }

  /// The code as it was blessed.
  package var blessedCode: String? { evidence?.covers.first { $0.block == block }?.code }
}

/// How a case stands: the worst of its blocks.
package struct CaseStanding: Hashable, Sendable {
  package var id: String
  package var issueType: String?
  package var blocks: [BlockStanding]

  package init(id: String, issueType: String?, blocks: [BlockStanding]) {
    self.id = id
    self.issueType = issueType
    self.blocks = blocks
  }

  package var state: ProofState {
    guard let first = blocks.first else { return .unlinked }
    return blocks.dropFirst().reduce(first.state) { ProofState.worst($0, $1.state) }
  }
}
