import CasebookModel
import CasebookSource

/// Which checks of a catalogue are run, and what is wrong between catalogue and documents.
struct CheckPlan {
  /// A check with the blocks that it covers, as they read now.
  struct Item {
    var listing: CheckListing
    var covers: [EvidenceRecord.Cover]
    /// Blocks that it names and nobody has written.
    var missing: [String]
  }

  private(set) var items: [Item] = []
  /// Sentences about checks that name what does not exist, with what to do.
  private(set) var faults: [String] = []
  /// Documents that name a check nobody registers.
  private(set) var unknownChecks: [String] = []

  /// Joins a catalogue with the documents, all their texts there.
  init(_ listings: [CheckListing], _ library: CaseLibrary) {
    var blocks: [String: CodeBlock] = [:]
    var named: [(block: CodeBlock, path: String, check: String)] = []
    for document in library.documents {
      for item in document.cases {
        for block in item.codeBlocks {
          if blocks[block.id] == nil { blocks[block.id] = block }
          if let check = library.proofs.namedCheck(of: block) { named.append((block, document.path, check)) }
        }
      }
    }
    let cases = library.cases.map(\.case.id)
    for listing in listings {
      var item = Item(listing: listing, covers: [], missing: [])
      for variant in listing.variants {
        for id in variant.covers {
          if let block = blocks[id] {
            item.covers.append(.init(block: id, variant: variant.name, digest: block.digest, code: block.code))
          } else {
            item.missing.append(id)
            let hint = DidYouMean.hint(for: id, among: blocks.keys.sorted())
            faults.append("check '\(listing.id)' covers '\(id)', a block that no document has\(hint)")
          }
        }
      }
      if !cases.contains(listing.caseID) {
        faults.append(
          "check '\(listing.id)' is of the case '\(listing.caseID)', which no document has"
            + DidYouMean.hint(for: listing.caseID, among: cases))
      }
      items.append(item)
    }
    let byID = Dictionary(listings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (block, path, check) in named {
      let place = "\(path):\(block.at.start.line)"
      guard let listing = byID[check] else {
        let hint = DidYouMean.hint(for: check, among: listings.map(\.id))
        unknownChecks.append("\(place): block '\(block.id)' names the check '\(check)', which nobody registers\(hint)")
        continue
      }
      if listing.variant(covering: block.id) == nil {
        let covered = listing.blocks.joined(separator: ", ")
        unknownChecks.append(
          "\(place): block '\(block.id)' names the check '\(check)', which covers \(covered.isEmpty ? "no block" : covered)"
        )
      }
    }
    for link in library.proofs.links where blocks[link.block] == nil {
      let hint = DidYouMean.hint(for: link.block, among: blocks.keys.sorted())
      unknownChecks.append("\(link.origin): there is no block '\(link.block)'\(hint)")
    }
  }

  /// Limits the plan to checks of some cases, or by their own names.
  mutating func select(_ wanted: (Item) -> Bool) { items = items.filter(wanted) }
}

extension ProofRecords {
  /// Whether a check has to run: something that it covers is not as it was blessed, or was never blessed.
  func isDue(_ item: CheckPlan.Item, standings: [String: BlockStanding]) -> Bool {
    guard !item.covers.isEmpty else { return evidence[item.listing.id] == nil }
    return item.covers.contains { cover in
      guard let standing = standings[cover.block], standing.check == item.listing.id,
        standing.entry?.variant == cover.variant
      else { return true }
      switch standing.state {
      case .failing, .stale, .unrun, .skipped, .unlinked: return true
      case .refuted, .verified: return false
      }
    }
  }
}
