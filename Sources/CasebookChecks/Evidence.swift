/// How far a figure can be trusted to come again.
public enum Stability: String, Hashable, Sendable, Codable {
  /// The same on every run; compared with `==`, also with the record.
  case exact
  /// On one side of a limit on every run; the record holds the limit alone.
  case bounded
  /// Shown and never judged: times, sizes of a process.
  case advisory
}

/// The side of a limit on which a bounded figure must stay.
public struct Bound: Hashable, Sendable, Codable {
  /// `<`, `<=`, `>` or `>=`.
  public let op: String
  /// The limit.
  public let value: Double

  /// Below the value.
  public static func below(_ value: Double) -> Bound { Bound(op: "<", value: value) }
  /// Not above the value.
  public static func atMost(_ value: Double) -> Bound { Bound(op: "<=", value: value) }
  /// Above the value.
  public static func above(_ value: Double) -> Bound { Bound(op: ">", value: value) }
  /// Not below the value.
  public static func atLeast(_ value: Double) -> Bound { Bound(op: ">=", value: value) }

  func admits(_ figure: Double) -> Bool {
    switch op {
    case "<": figure < value
    case "<=": figure <= value
    case ">": figure > value
    default: figure >= value
    }
  }
}

/// A figure: `lost = 4 schedules`, exact.
struct Metric: Hashable, Sendable, Codable {
  var name: String
  var value: Double?
  var unit: String
  var stability: Stability
  var bound: Bound?
  /// The figure of the case's text that it stands beside, verbatim.
  var documentValue: String?
}

/// Points of a plot, at most 512.
struct Series: Hashable, Sendable, Codable {
  static let maximumPoints = 512

  var name: String
  var x: String
  var y: String
  var stability: Stability
  var points: [[Double]]
}

/// The first bad schedule: who did what, in order.
public struct Witness: Hashable, Sendable, Codable {
  /// One step.
  public struct Event: Hashable, Sendable, Codable {
    /// Index into `lanes`.
    public var lane: Int
    /// What was done.
    public var text: String
    /// The shared state after the step.
    public var state: String?

    /// A step of one lane.
    public init(lane: Int, text: String, state: String? = nil) {
      self.lane = lane
      self.text = text
      self.state = state
    }
  }

  /// Names of the actors.
  public var lanes: [String]
  /// Steps in the order in which they were taken.
  public var events: [Event]
  /// How it ended, in words.
  public var outcome: String

  /// A schedule that was found by hand.
  public init(lanes: [String], events: [Event], outcome: String) {
    self.lanes = lanes
    self.events = events
    self.outcome = outcome
  }
}

/// Who holds, or waits for, whom: an arrow of a drawing.
struct Relation: Hashable, Sendable, Codable {
  static let maximumCount = 64

  /// The drawing that it belongs to.
  var drawing: String
  var from: String
  var relation: String
  var to: String
}

/// How a variant's process ended.
enum VariantExit: String, Hashable, Sendable, Codable { case ok, threw, crashed, timedOut, skipped }

/// All that one variant gave.
struct VariantEvidence: Hashable, Sendable, Codable {
  var name: String
  var role: Variant.Role
  var expect: Variant.Expectation
  var exit: VariantExit
  /// The error, the signal, or the reason for skipping; then the end of what it printed.
  var detail: String?
  var metrics: [Metric] = []
  var series: [Series] = []
  var witness: Witness?
  var relations: [Relation] = []
  /// Whether every schedule was tried.
  var isExhaustive = false
  /// Versions on which exact figures rest, by name.
  var dependsOn: [String: String] = [:]
  /// Whether it drew random numbers, all of them from the seed.
  var drawsRandom = false
  var wallMs: Double = 0
}
