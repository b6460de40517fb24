import CasebookModel
import CasebookRender
import CasebookSource

/// Runs the checks of a plan one after the other, blesses what is to be blessed, and says how everything stands then.
struct CheckRunner {
  let base: KnowledgeBase
  /// All documents with their texts.
  let library: CaseLibrary
  let bless: Bool
  /// Whether results are printed at the end, as JSON.
  let isQuiet: Bool

  func run(
    _ session: inout CatalogueSession, _ plan: CheckPlan, _ selection: CheckSelection, all: Bool
  ) throws(CommandFailure) -> CheckOutcome {
    let standings = CheckOutcome.standings(library)
    let meant = plan.items.filter { selection.contains($0.listing) }
    let isForced = all || !selection.isEverything
    let width = meant.map(\.listing.id.utf8.count).max() ?? 0
    let sources = CheckSources(root: base.root)
    var progress = CheckProgress(total: meant.count)
    var results: [CheckResult] = []
    for (index, item) in meant.enumerated() {
      var result: CheckResult
      if !isForced, !library.proofs.isDue(item, standings: standings),
        let record = base.proofs.evidence[item.listing.id]
      {
        result = CheckResult(record: record, ran: false)
      } else {
        progress.begin(index, item.listing.id)
        var run = try session.run(item.listing)
        run.complete(checkDigest: sources.digest(of: item.listing.source) ?? "", covers: item.covers)
        result = CheckResult(record: run.record, ran: true, milliseconds: run.milliseconds)
        if run.record.verdict == .proved {
          result.drift = CheckResult.drift(of: run.record, from: base.proofs.evidence[item.listing.id])
        }
        progress.clear()
      }
      results.append(result)
      if !isQuiet { try StandardOutput.write(CheckReport.line(result, width: width)) }
    }
    var outcome = CheckOutcome(results: results, coverage: ProofCoverage.Count(), isPrinted: true)
    outcome.messages = plan.faults + plan.unknownChecks
    if !plan.unknownChecks.isEmpty { outcome.exit = CommandExit.findings }
    if !plan.faults.isEmpty { outcome.exit = CommandExit.failure }
    var proofs = library.proofs
    let gone = Set(proofs.lock.entries.map(\.check)).subtracting(plan.items.map(\.listing.id)).sorted()
    if bless {
      try record(meant, &outcome, &proofs, forgetting: all ? gone : [])
    } else if !gone.isEmpty, selection.isEverything {
      outcome.messages += gone.map { "the lock names the check '\($0)', which nobody registers" }
      outcome.notes.append("casebook check --bless --all takes the lines of checks that are gone out of the lock")
      outcome.exit = outcome.exit.and(CommandExit.findings)
    }
    conclude(&outcome, proofs, meant, selection)
    return outcome
  }

  /// Judges all blocks by the records and by what has just run.
  private func conclude(
    _ outcome: inout CheckOutcome, _ proofs: ProofRecords, _ meant: [CheckPlan.Item], _ selection: CheckSelection
  ) {
    var library = library
    library.proofs = proofs
    for result in outcome.results where result.ran { library.proofs.verdicts[result.id] = result.record.verdict }
    outcome.coverage = ProofCoverage(library).total
    let standings = CheckOutcome.standings(library)
    let covered = Set(meant.flatMap(\.listing.blocks))
    for (index, item) in meant.enumerated() where index < outcome.results.count {
      outcome.results[index].state = CheckOutcome.state(of: item.listing.blocks, check: item.listing.id, standings)
      if outcome.results[index].isFailure {
        outcome.results[index].state = .failing
        outcome.exit = outcome.exit.and(CommandExit.findings)
      }
    }
    for document in library.documents {
      for item in document.cases {
        for block in item.codeBlocks where selection.isEverything || covered.contains(block.id) {
          guard let standing = standings[block.id], standing.state == .failing || standing.state == .stale else {
            continue
          }
          outcome.troubles.append((standing, block, document.path))
          outcome.exit = outcome.exit.and(CommandExit.findings)
        }
      }
    }
    guard !bless else { return }
    let unblessed = outcome.results.filter {
      $0.ran && $0.record.verdict == .proved && ($0.state == .stale || $0.state == .unrun || !$0.drift.isEmpty)
    }
    if let first = unblessed.first {
      let names = unblessed.count > 3 ? "--all" : unblessed.map(\.id).joined(separator: " ")
      let rest = unblessed.count > 1 ? " and \(unblessed.count - 1) more" : ""
      outcome.notes.append(
        "'\(first.id)'\(rest) passed and is not on record; casebook check --bless \(names) records it")
    }
  }

  /// Writes evidence and lock of checks that passed, and of no other.
  private func record(
    _ items: [CheckPlan.Item], _ outcome: inout CheckOutcome, _ proofs: inout ProofRecords, forgetting gone: [String]
  ) throws(CommandFailure) {
    var lock = proofs.lock
    for check in gone { lock = lock.replacing(check: check, by: []) }
    guard let today = Clock.today else { throw CommandFailure("the clock does not tell the day; nothing was blessed") }
    var count = 0
    for (item, result) in zip(items, outcome.results) where result.ran && result.record.verdict == .proved {
      let listing = item.listing
      if let fault = fault(of: item, result.record) {
        outcome.messages.append("'\(listing.id)' is not blessed: \(fault)")
        outcome.exit = CommandExit.failure
        continue
      }
      let name = ProofStore.evidenceName(listing.id)
      try base.proofStore.write(ProofJSON.evidence(result.record), as: name)
      lock = lock.replacing(
        check: listing.id,
        by: item.covers.map { cover in
          ProofLock.Entry(
            block: cover.block, variant: cover.variant, check: listing.id, digest: cover.digest,
            checkDigest: result.record.checkDigest, source: listing.source, day: "\(today)")
        })
      proofs.evidence[listing.id] = result.record.committed
      proofs.checkDigests[listing.source] = result.record.checkDigest
      count += 1
    }
    try base.proofStore.write(ProofJSON.lock(lock), as: ProofStore.lockName)
    proofs.lock = lock
    outcome.notes.append("\(count) \(count == 1 ? "check" : "checks") blessed; review the changes below \(shownFolder)")
  }

  private var shownFolder: String { Paths.shown(base.proofStore.folder) }

  /// Why what passed can't be recorded.
  private func fault(of item: CheckPlan.Item, _ record: EvidenceRecord) -> String? {
    if !item.missing.isEmpty { return "it covers \(item.missing.joined(separator: ", ")), which no document has" }
    if item.covers.isEmpty { return "it covers no block" }
    if !record.checkDigest.hasPrefix("sha256:") {
      return
        "its source '\(item.listing.source)' is not below \(Paths.shown(base.root)), so that a change would go unseen"
    }
    if item.listing.id == "lock" || !OutputName.isAllowed(item.listing.id) {
      return "its name can't be that of a file; words with '-' and '/' between them can"
    }
    return nil
  }
}
