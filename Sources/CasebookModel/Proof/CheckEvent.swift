package import CasebookSource

/// A line that a catalogue of checks writes: `casebook-checks/1`.
///
/// ```
/// {"event":"metric","variant":"bug","name":"lost","value":4,"unit":"orders","stability":"exact"} → .metric
/// ```
/// Unknown keys and unknown events are ignored, so that a newer catalogue can say more.
package enum CheckEvent: Hashable, Sendable {
  case hello(protocolName: String)
  case check(CheckListing)
  case metric(variant: String, EvidenceRecord.Metric)
  case series(variant: String, EvidenceRecord.Series)
  case witness(variant: String, EvidenceRecord.Witness)
  case relation(variant: String, drawing: String, EvidenceRecord.Graph.Edge)
  case dependency(EvidenceRecord.Dependency)
  case exit(variant: String, VariantExit)
  case verdict(id: String, CheckJudgement)
  case failure(id: String?, message: String)
  case end(operation: String)
  case unknown(String)

  /// How a variant's process ended.
  package struct VariantExit: Hashable, Sendable {
    package var outcome: VariantOutcome
    package var detail: String?
    package var milliseconds: Double?
    package var seed: Int?
  }

  /// What the catalogue makes of the figures.
  package struct CheckJudgement: Hashable, Sendable {
    package var verdict: CheckVerdict
    package var strength: ProofStrength?
    package var reason: String?
    package var claims: [EvidenceRecord.Claim]
  }

  package init(line: [UInt8]) throws(JSONMistake) {
    let object = try JSONObject(try JSONReader.read(line), "a line")
    switch try object.string("event") {
    case "hello": self = .hello(protocolName: try object.string("protocol"))
    case "check": self = .check(try CheckListing(object))
    case "metric": self = .metric(variant: try object.string("variant"), try .init(object))
    case "series": self = .series(variant: try object.string("variant"), try .init(object))
    case "witness": self = .witness(variant: try object.string("variant"), try .init(object))
    case "relation":
      self = .relation(
        variant: try object.string("variant"), drawing: try object.string("name"), try .init(object))
    case "dependency":
      self = .dependency(.init(name: try object.string("name"), version: try object.string("version")))
    case "exit":
      self = .exit(
        variant: try object.string("variant"),
        VariantExit(
          outcome: try object.choice("exit"), detail: try object.string(ifPresent: "detail"),
          milliseconds: try object.number(ifPresent: "wallMs"),
          seed: object["seed"] == nil ? nil : try object.count("seed")))
    case "verdict":
      var claims: [EvidenceRecord.Claim] = []
      for value in try object.array(ifPresent: "claims") { claims.append(try .init(value)) }
      self = .verdict(
        id: try object.string("id"),
        CheckJudgement(
          verdict: try object.choice("verdict"), strength: try object.choice(ifPresent: "strength"),
          reason: try object.string(ifPresent: "reason"), claims: claims))
    case "error": self = .failure(id: try object.string(ifPresent: "id"), message: try object.string("message"))
    case "end": self = .end(operation: try object.string(ifPresent: "name") ?? "")
    case let other: self = .unknown(other)
    }
  }
}

extension CheckListing {
  fileprivate init(_ object: JSONObject) throws(JSONMistake) {
    var variants: [Variant] = []
    for value in try object.array("variants") {
      let variant = try JSONObject(value, "a variant")
      variants.append(
        Variant(
          name: try variant.string("name"), role: try variant.choice("role"),
          expect: try variant.choice(ifPresent: "expect") ?? .proved, covers: try variant.strings(ifPresent: "covers")))
    }
    self.init(
      id: try object.string("id"), caseID: try object.string("case"), source: try object.string("source"),
      variants: variants, claims: try object.strings(ifPresent: "claimTexts"),
      limit: object["limitMs"] == nil ? nil : try object.count("limitMs"))
  }
}
