import CasebookModel

/// What other pages may show of a case.
package struct CaseFace: Sendable {
  /// How one block of it stands with its check.
  struct Block: Hashable, Sendable {
    var role: CodeRole
    var state: ProofState
    var check: String?
    var strength: ProofStrength?
  }

  package let id: String
  package let isDeclaredID: Bool
  package let title: String
  /// As declared or found in its own document; the tables of all documents may tell more.
  package let issueType: String?
  let isDeclaredIssueType: Bool
  let alsoIssueTypes: [String]
  package let tags: [String]
  let aliases: [String]
  let updated: String?
  let created: String?
  var page: PageFace
  let steps: [CaseBody.StepLink]
  let toolsUsed: [String]
  let toolIDs: [String]
  let findings: Int
  let state: ProofState
  let blocks: [Block]
  let hasChecks: Bool
  /// Line of its title, for messages; not part of what is compared.
  let line: Int

  /// Its bug and fix blocks, which are to be proved.
  var counted: [Block] { blocks.filter { $0.role == .bug || $0.role == .fix } }
}

extension CaseFace {
  init(_ body: CaseBody) {
    self.init(
      id: body.id, isDeclaredID: body.isDeclaredID, title: body.title, issueType: body.issueType,
      isDeclaredIssueType: body.isDeclaredIssueType, alsoIssueTypes: body.alsoIssueTypes, tags: body.tags,
      aliases: body.aliases, updated: body.updated, created: body.created, page: PageFace(body.body), steps: body.steps,
      toolsUsed: body.toolsUsed, toolIDs: body.toolIDs, findings: body.findings.count, state: body.standing.state,
      blocks: body.standing.blocks.map {
        Block(role: $0.role, state: $0.state, check: $0.check, strength: $0.evidence?.strength)
      }, hasChecks: body.hasChecks, line: body.line)
  }
}
