/// What one check has shown, with all its variants: the committed record, without dates, times and advisory figures.
///
/// `casebook schema evidence` is its shape.
package struct EvidenceRecord: Hashable, Sendable {
  package static let schema = "casebook.evidence/1"
  /// What the host and a catalogue of checks speak.
  package static let protocolName = "casebook-checks/1"

  package var check: String
  package var caseID: String
  package var checkDigest: String
  package var fidelity: ProofFidelity?
  package var strength: ProofStrength?
  /// Where the check draws random numbers.
  package var seed: Int?
  package var covers: [Cover] = []
  /// Versions on which exact figures rest, by name.
  package var dependsOn: [Dependency] = []
  /// In the order in which the check declares them.
  package var variants: [Variant] = []
  package var claims: [Claim] = []
  package var verdict: CheckVerdict
  package var reason: String?

  package init(check: String, caseID: String, checkDigest: String, verdict: CheckVerdict) {
    self.check = check
    self.caseID = caseID
    self.checkDigest = checkDigest
    self.verdict = verdict
  }

  /// A block as it was when the check passed.
  package struct Cover: Hashable, Sendable {
    package var block: String
    package var variant: String
    package var digest: String
    package var code: String

    package init(block: String, variant: String, digest: String, code: String) {
      self.block = block
      self.variant = variant
      self.digest = digest
      self.code = code
    }
  }

  /// A version of something: `sqlite` 3.40.1.
  package struct Dependency: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A sentence about bug and fix, judged.
  package struct Claim: Hashable, Sendable {
    package var text: String
    /// The variant that stood for the fix.
    package var fix: String
    package var holds: Bool
    package var failsWhenSwapped: Bool

    package init(text: String, fix: String, holds: Bool, failsWhenSwapped: Bool) {
      self.text = text
      self.fix = fix
      self.holds = holds
      self.failsWhenSwapped = failsWhenSwapped
    }
  }

  /// One side of the check, and what it gave.
  package struct Variant: Hashable, Sendable {
    package var name: String
    package var role: VariantRole
    package var expect: VariantExpectation
    package var exit: VariantOutcome
    package var detail: String?
    package var metrics: [Metric] = []
    package var series: [Series] = []
    package var witness: Witness?
    package var graphs: [Graph] = []

    package init(name: String, role: VariantRole, expect: VariantExpectation = .proved, exit: VariantOutcome = .ok) {
      self.name = name
      self.role = role
      self.expect = expect
      self.exit = exit
    }
  }

  /// A figure: `lost = 4 orders`, exact.
  package struct Metric: Hashable, Sendable {
    package var name: String
    package var value: Double?
    package var unit: String
    package var stability: FigureStability
    package var bound: Bound?
    /// The figure of the case's text that it stands beside, verbatim.
    package var documentValue: String?

    package init(
      name: String, value: Double?, unit: String, stability: FigureStability, bound: Bound? = nil,
      documentValue: String? = nil
    ) {
      self.name = name
      self.value = value
      self.unit = unit
      self.stability = stability
      self.bound = bound
      self.documentValue = documentValue
    }
  }

  /// The side of a limit on which a figure stays: `<=` 4000.
  package struct Bound: Hashable, Sendable {
    package var op: String
    package var value: Double

    package init(op: String, value: Double) {
      self.op = op
      self.value = value
    }
  }

  /// Points of a plot.
  package struct Series: Hashable, Sendable {
    /// A point.
    package struct Point: Hashable, Sendable {
      package var x: Double
      package var y: Double

      package init(x: Double, y: Double) {
        self.x = x
        self.y = y
      }
    }

    package static let maximumPoints = 512

    package var name: String
    /// Titles of the axes.
    package var x: String
    package var y: String
    package var stability: FigureStability
    package var points: [Point]

    package init(name: String, x: String, y: String, stability: FigureStability, points: [Point]) {
      self.name = name
      self.x = x
      self.y = y
      self.stability = stability
      self.points = points
    }
  }

  /// The first bad schedule: who did what, in order.
  package struct Witness: Hashable, Sendable {
    /// One step of one lane.
    package struct Event: Hashable, Sendable {
      package var lane: Int
      package var text: String
      package var state: String?

      package init(lane: Int, text: String, state: String? = nil) {
        self.lane = lane
        self.text = text
        self.state = state
      }
    }

    package var lanes: [String]
    package var events: [Event]
    package var outcome: String

    package init(lanes: [String], events: [Event], outcome: String) {
      self.lanes = lanes
      self.events = events
      self.outcome = outcome
    }
  }
}

extension EvidenceRecord {
  /// A drawing of who holds, or waits for, whom.
  package struct Graph: Hashable, Sendable {
    /// An arrow with its words: `transfer A to B` waits for `account B`.
    package struct Edge: Hashable, Sendable {
      package var from: String
      package var relation: String
      package var to: String

      package init(from: String, relation: String, to: String) {
        self.from = from
        self.relation = relation
        self.to = to
      }
    }

    package static let maximumEdges = 64

    package var name: String
    package var edges: [Edge]

    package init(name: String, edges: [Edge]) {
      self.name = name
      self.edges = edges
    }
  }
}

extension EvidenceRecord {
  /// What may stand in a committed record: no advisory figures, no values of bounded ones, no error texts.
  package var committed: EvidenceRecord {
    var result = self
    for index in result.variants.indices {
      result.variants[index].metrics.removeAll { $0.stability == .advisory }
      for metric in result.variants[index].metrics.indices
      where result.variants[index].metrics[metric].stability == .bounded {
        result.variants[index].metrics[metric].value = nil
      }
      result.variants[index].series.removeAll { $0.stability != .exact }
    }
    return result
  }

  /// Why it can't be as proved as it says, if so: a variant that did not end well, a claim that does not bear it out.
  package var contradiction: String? {
    guard verdict == .proved else { return nil }
    if let variant = variants.first(where: { $0.exit != .ok }) {
      return "said to be proved, though '\(variant.name)' did not end well"
    }
    if claims.isEmpty { return "said to be proved without a claim" }
    for variant in variants where variant.role == .fix {
      let judged = claims.filter { $0.fix == variant.name }
      switch variant.expect {
      case .proved where judged.isEmpty || !judged.allSatisfy { $0.holds && $0.failsWhenSwapped }:
        return "said to be proved, though a claim about '\(variant.name)' does not bear it out"
      case .refuted where judged.allSatisfy(\.holds):
        return "said to be proved, though every claim holds of '\(variant.name)', which was to be refuted"
      case .proved, .refuted: break
      }
    }
    return nil
  }

  package func variant(_ name: String) -> Variant? { variants.first { $0.name == name } }
}
