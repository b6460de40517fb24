import Synchronization

/// What a check's body is given: which variant it runs, where, and where its figures go.
///
/// Metric names and units appear on the page as they are. Recording a name twice keeps the last value.
public struct CheckContext: Sendable {
  /// Name of the variant: `bug`, `fix`, or what the check calls it.
  public let variant: String
  /// Whether the variant is the bug or a fix.
  public let role: Variant.Role
  /// An empty directory that is removed afterwards, in memory where the machine has room for it there.
  public let directory: String
  /// Seed of the random numbers, the same on every run.
  public let seed: UInt64
  let record: EvidenceRecorder

  /// Whether this is the bug: `run.isBug ? Cache.unbounded : Cache.bounded(1_000)`.
  public var isBug: Bool { role == .bug }

  /// A generator of its own for each stream name, so that a draw more in one place moves no other.
  public func random(_ stream: String = "") -> SeededRandom {
    record.change { $0.drawsRandom = true }
    return SeededRandom(seed: seed, stream: stream)
  }

  /// Records a figure that is the same on every run.
  ///
  /// - Parameter beside: the figure of the case's text that it stands beside, as written there: `"5%"`.
  public func record(_ metric: String, _ value: Int, unit: String = "1", beside: String? = nil) {
    set(Metric(name: metric, value: Double(value), unit: unit, stability: .exact, bound: nil, documentValue: beside))
  }

  /// Records an exact figure with a fraction: of a simulation in virtual time, for example.
  public func record(_ metric: String, _ value: Double, unit: String, beside: String? = nil) {
    set(Metric(name: metric, value: value, unit: unit, stability: .exact, bound: nil, documentValue: beside))
  }

  /// Records a figure that stays on one side of a limit; a claim may read it, and the record holds the limit.
  public func bound(_ metric: String, _ value: Double, _ limit: Bound, unit: String = "1", beside: String? = nil) {
    set(Metric(name: metric, value: value, unit: unit, stability: .bounded, bound: limit, documentValue: beside))
  }

  /// What the case's text says of the two sides that it has, for `beside`; nothing for variants of the check's own making.
  ///
  /// ```
  /// run.record("lost", lost, beside: run.written(bug: "lost changes: 4", fix: "lost changes: 0"))
  /// ```
  /// Words before a colon tell where the figure stands; the number behind it is compared.
  public func written(bug: String? = nil, fix: String? = nil) -> String? {
    switch variant {
    case "bug": bug
    case "fix": fix
    default: nil
    }
  }

  /// Shows a figure that differs from run to run; no claim may read it.
  public func show(_ metric: String, _ value: Double, unit: String) {
    set(Metric(name: metric, value: value, unit: unit, stability: .advisory, bound: nil, documentValue: nil))
  }

  /// Adds a point to a plot; points beyond 512 are left out, every second one of those before going first.
  public func sample(
    _ series: String, x: Double, y: Double, xLabel: String = "x", yLabel: String = "y", stability: Stability = .exact
  ) {
    record.change { evidence in
      let index: Int
      if let known = evidence.series.firstIndex(where: { $0.name == series }) {
        index = known
      } else {
        index = evidence.series.count
        evidence.series.append(Series(name: series, x: xLabel, y: yLabel, stability: stability, points: []))
      }
      if evidence.series[index].points.count == Series.maximumPoints {
        evidence.series[index].points = evidence.series[index].points.enumerated().filter { $0.offset % 2 == 0 }
          .map(\.element)
      }
      evidence.series[index].points.append([x, y])
    }
  }

  /// Keeps a schedule to draw, where the check found it by other means than `explore`.
  public func witness(_ witness: Witness) { record.change { $0.witness = witness } }

  /// Adds an arrow to a drawing of who holds or waits for whom: `relate("bus", "holds", "listener", in: "what keeps a session")`.
  ///
  /// A ring of arrows is what a deadlock looks like, a chain of them what keeps an object alive. At most 64 are kept.
  public func relate(_ from: String, _ relation: String, _ to: String, in drawing: String) {
    record.change { evidence in
      guard evidence.relations.count < Relation.maximumCount else { return }
      evidence.relations.append(Relation(drawing: drawing, from: from, relation: relation, to: to))
    }
  }

  /// Names a version on which exact figures rest, of SQLite for example: figures of another version are no drift.
  public func depends(on name: String, version: String) { record.change { $0.dependsOn[name] = version } }

  /// Ends the variant: the check is skipped, for this reason.
  public func skip(_ reason: String) throws -> Never { throw Skipped(reason: reason) }

  private func set(_ metric: Metric) {
    record.change { evidence in
      if let known = evidence.metrics.firstIndex(where: { $0.name == metric.name }) {
        evidence.metrics[known] = metric
      } else {
        evidence.metrics.append(metric)
      }
    }
  }
}

/// Gathers a variant's evidence from any thread.
final class EvidenceRecorder: Sendable {
  private let evidence: Mutex<VariantEvidence>

  init(_ variant: Variant) {
    evidence = Mutex(
      VariantEvidence(name: variant.name, role: variant.role, expect: variant.expect, exit: .ok, detail: nil))
  }

  func change(_ body: (inout VariantEvidence) -> Void) { evidence.withLock { body(&$0) } }
  var value: VariantEvidence { evidence.withLock { $0 } }
}
