/// Lines on the standard output of a catalogue; `event` names the kind, and what is not of that kind is left out.
struct Event: Encodable {
  struct VariantLine: Encodable {
    var name: String
    var role: Variant.Role
    var expect: Variant.Expectation
    var covers: [String]
  }

  static let protocolName = "casebook-checks/1"

  var event: String
  var `protocol`: String?
  var id: String?
  var `case`: String?
  var source: String?
  var variants: [VariantLine]?
  var variant: String?
  var name: String?
  var value: Double?
  var unit: String?
  var stability: Stability?
  var bound: Bound?
  var documentValue: String?
  var x: String?
  var y: String?
  var points: [[Double]]?
  var lanes: [String]?
  var events: [Witness.Event]?
  var outcome: String?
  var from: String?
  var relation: String?
  var to: String?
  var exit: VariantExit?
  var detail: String?
  var wallMs: Double?
  var seed: UInt64?
  var verdict: Verdict?
  var strength: Strength?
  var reason: String?
  var claimTexts: [String]?
  var limitMs: Int?
  var version: String?
  var claims: [ClaimResult]?
  var message: String?

  init(_ event: String) { self.event = event }

  static var hello: Event {
    var line = Event("hello")
    line.protocol = protocolName
    return line
  }

  static func check(_ check: Check) -> Event {
    var line = Event("check")
    line.id = check.id
    line.case = check.caseID
    line.source = check.source
    line.variants = check.variants.map {
      VariantLine(name: $0.name, role: $0.role, expect: $0.expect, covers: $0.covers)
    }
    line.claimTexts = check.claims.map(\.text)
    line.limitMs = Int(min(check.limit.inMilliseconds, 1e9))
    return line
  }

  static func failure(_ message: String, id: String? = nil) -> Event {
    var line = Event("error")
    line.id = id
    line.message = message
    return line
  }

  /// The end of the answer to a request.
  static func end(_ op: String) -> Event {
    var line = Event("end")
    line.name = op
    return line
  }

  /// All lines about a variant: figures, plots, the witness, and how it ended.
  static func lines(_ id: String, _ evidence: VariantEvidence) -> [Event] {
    func line(_ event: String) -> Event {
      var line = Event(event)
      line.id = id
      line.variant = evidence.name
      return line
    }
    var lines: [Event] = evidence.metrics.map {
      var metric = line("metric")
      metric.name = $0.name
      metric.value = $0.value
      metric.unit = $0.unit
      metric.stability = $0.stability
      metric.bound = $0.bound
      metric.documentValue = $0.documentValue
      return metric
    }
    lines += evidence.series.map {
      var series = line("series")
      series.name = $0.name
      series.x = $0.x
      series.y = $0.y
      series.stability = $0.stability
      series.points = $0.points
      return series
    }
    for (name, version) in evidence.dependsOn.sorted(by: { $0.key < $1.key }) {
      var dependency = line("dependency")
      dependency.name = name
      dependency.version = version
      lines.append(dependency)
    }
    if let found = evidence.witness {
      var witness = line("witness")
      witness.lanes = found.lanes
      witness.events = found.events
      witness.outcome = found.outcome
      lines.append(witness)
    }
    lines += evidence.relations.map {
      var relation = line("relation")
      relation.name = $0.drawing
      relation.from = $0.from
      relation.relation = $0.relation
      relation.to = $0.to
      return relation
    }
    var exit = line("exit")
    exit.exit = evidence.exit
    exit.detail = evidence.detail
    exit.wallMs = evidence.wallMs
    if evidence.drawsRandom { exit.seed = ChildRun.seed }
    return lines + [exit]
  }

  static func verdict(_ id: String, _ judgement: Judgement) -> Event {
    var line = Event("verdict")
    line.id = id
    line.verdict = judgement.verdict
    line.strength = judgement.strength
    line.reason = judgement.reason
    line.claims = judgement.claims
    return line
  }
}
