import CasebookModel
import CasebookSource

/// All that a call of `casebook check` has to tell.
struct CheckOutcome {
  var results: [CheckResult]
  var doctests: [DoctestResult] = []
  var coverage: ProofCoverage.Count
  /// Blocks in the order of the documents.
  var troubles: [(BlockStanding, CodeBlock, path: String)] = []
  /// What is wrong and named: checks without blocks, blocks without checks.
  var messages: [String] = []
  var notes: [String] = []
  var exit = CommandExit.clean
  /// Whether each result was printed when it came.
  var isPrinted = false

  /// What is on record, where nothing has to run.
  static func recorded(_ library: CaseLibrary) -> CheckOutcome {
    let proofs = library.proofs
    let results = proofs.evidence.values.sorted { $0.check < $1.check }.map { record in
      var result = CheckResult(record: record, ran: false)
      result.state = state(of: record.covers.map(\.block), check: record.check, standings(library))
      return result
    }
    return CheckOutcome(results: results, coverage: ProofCoverage(library).total)
  }

  var lines: String {
    let width = results.map(\.id.utf8.count).max() ?? 0
    return results.map { CheckReport.line($0, width: width) }.joined()
  }

  /// Standings of all blocks that take part, by id.
  static func standings(_ library: CaseLibrary) -> [String: BlockStanding] {
    var result: [String: BlockStanding] = [:]
    for document in library.documents {
      for item in document.cases {
        for standing in library.proofs.standing(of: item).blocks where result[standing.block] == nil {
          result[standing.block] = standing
        }
      }
    }
    return result
  }

  /// The worst state of the blocks of a check; one that nobody has blessed is unrun, whatever else blocks are.
  static func state(of blocks: [String], check: String, _ standings: [String: BlockStanding]) -> ProofState {
    let states = blocks.map { block -> ProofState in
      guard let standing = standings[block] else { return .unrun }
      return standing.state == .unlinked || standing.check != check ? .unrun : standing.state
    }
    guard let first = states.first else { return .unrun }
    return states.dropFirst().reduce(first, ProofState.worst)
  }

  static func states(_ plan: CheckPlan, _ library: CaseLibrary) -> [String: ProofState] {
    let standings = standings(library)
    var result: [String: ProofState] = [:]
    for item in plan.items {
      result[item.listing.id] = state(of: item.listing.blocks, check: item.listing.id, standings)
    }
    return result
  }
}
