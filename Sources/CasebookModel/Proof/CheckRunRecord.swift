/// What a catalogue says about one check while it runs, gathered into a record.
package struct CheckRunRecord: Hashable, Sendable {
  package let listing: CheckListing
  /// Everything, advisory figures included.
  package private(set) var record: EvidenceRecord
  /// Milliseconds of each variant, by name.
  package private(set) var milliseconds: [String: Double] = [:]
  /// Whether a verdict has come.
  package private(set) var isJudged = false
  /// What the catalogue did that no verdict makes good.
  private var fault: String?

  package init(_ listing: CheckListing) {
    self.listing = listing
    record = EvidenceRecord(check: listing.id, caseID: listing.caseID, checkDigest: "", verdict: .error)
    record.fidelity = .ported
    record.variants = listing.variants.map { .init(name: $0.name, role: $0.role, expect: $0.expect) }
  }

  /// Takes an event; what is said of a variant that was not announced is a fault of the catalogue.
  package mutating func add(_ event: CheckEvent) {
    switch event {
    case .metric(let variant, let metric): change(variant) { $0.metrics.append(metric) }
    case .series(let variant, let series): change(variant) { $0.series.append(series) }
    case .witness(let variant, let witness): change(variant) { $0.witness = witness }
    case .relation(let variant, let drawing, let edge): change(variant) { $0.add(edge, to: drawing) }
    case .dependency(let dependency):
      record.dependsOn.removeAll { $0.name == dependency.name }
      record.dependsOn.append(dependency)
      record.dependsOn.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    case .exit(let variant, let exit):
      milliseconds[variant] = exit.milliseconds
      if let seed = exit.seed { record.seed = seed }
      change(variant) {
        $0.exit = exit.outcome
        $0.detail = exit.detail
      }
    case .verdict(_, let judgement):
      isJudged = true
      record.verdict = judgement.verdict
      record.strength = judgement.verdict == .proved ? judgement.strength : nil
      record.reason = judgement.reason
      record.claims = judgement.claims
      // A verdict is not taken on trust.
      if let fault = fault ?? record.contradiction { fail(fault) }
    case .failure(_, let message): fail(message)
    case .hello, .check, .end, .unknown: break
    }
  }

  /// Ends the run without a verdict of the catalogue: it crashed, hung, or spoke nonsense.
  package mutating func fail(_ reason: String) {
    isJudged = true
    record.verdict = .error
    record.strength = nil
    record.reason = reason
  }

  /// Adds what the host knows: digests and the code of the covered blocks.
  package mutating func complete(checkDigest: String, covers: [EvidenceRecord.Cover]) {
    record.checkDigest = checkDigest
    record.covers = covers
  }

  private mutating func change(_ name: String, _ body: (inout EvidenceRecord.Variant) -> Void) {
    guard let index = record.variants.firstIndex(where: { $0.name == name }) else {
      fault = "figures came for '\(name)', a variant that was not announced"
      return
    }
    body(&record.variants[index])
  }
}

extension EvidenceRecord.Variant {
  fileprivate mutating func add(_ edge: EvidenceRecord.Graph.Edge, to drawing: String) {
    let known = graphs.firstIndex { $0.name == drawing }
    let index = known ?? graphs.count
    if known == nil { graphs.append(.init(name: drawing, edges: [])) }
    if graphs[index].edges.count < EvidenceRecord.Graph.maximumEdges { graphs[index].edges.append(edge) }
  }
}
