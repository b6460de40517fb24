import CasebookModel
import CasebookSource

/// What the words of the command line name: cases by id, alias or beginning, or checks by their own ids.
struct CheckSelection {
  private let cases: Set<String>
  private let blocks: Set<String>
  /// Words that name no case; a check may bear the name.
  private let checks: [String]
  private let caseNames: [String]
  let isEverything: Bool

  init(names: [String], library: CaseLibrary) {
    var cases: Set<String> = []
    var blocks: Set<String> = []
    var checks: [String] = []
    for name in names {
      if name.contains("/") == false, let found = CaseLookup.find(name, in: library) {
        cases.insert(found.case.id)
        blocks.formUnion(found.case.codeBlocks.map(\.id))
      } else {
        checks.append(name)
      }
    }
    self.cases = cases
    self.blocks = blocks
    self.checks = checks
    caseNames = library.cases.map(\.case.id)
    isEverything = names.isEmpty
  }

  /// Whether a check is meant: by its case, by a block of a case that it covers, or by name.
  func contains(_ check: CheckListing) -> Bool {
    isEverything || cases.contains(check.caseID) || checks.contains(check.id)
      || check.blocks.contains { blocks.contains($0) }
  }

  /// Whether a doctest is meant: by its case.
  func contains(_ program: DoctestProgram) -> Bool {
    isEverything || program.caseID.map(cases.contains) ?? false
  }

  /// Refuses words that name neither, and cases that have nothing to run.
  func check(_ plan: CheckPlan?, doctests: [DoctestProgram]) throws(CommandFailure) {
    let items = plan?.items ?? []
    let ids = items.map(\.listing.id)
    let unknown = checks.filter { !ids.contains($0) }
    guard unknown.isEmpty else {
      throw CommandFailure(
        unknown.map { "no case and no check '\($0)'\(DidYouMean.hint(for: $0, among: caseNames + ids))" })
    }
    guard isEverything || !doctests.isEmpty || items.contains(where: { contains($0.listing) }) else {
      throw CommandFailure(
        "no check covers \(cases.sorted().map { "'\($0)'" }.joined(separator: ", "))",
        help: "casebook check --list lists the checks")
    }
  }

  /// Whether any block is not proved, or refuted, as it reads: then the catalogue has to be asked.
  func isAnythingDue(_ library: CaseLibrary) -> Bool {
    library.documents.contains { document in
      document.cases.contains { item in
        library.proofs.standing(of: item).blocks.contains { block in
          switch block.state {
          case .failing, .stale, .unrun, .skipped, .unlinked: true
          case .refuted, .verified: false
          }
        }
      }
    } && library.proofs.isInUse
  }
}
