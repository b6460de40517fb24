/// A sentence about a bug and a fix that must be true of their figures, and false when the two are exchanged.
///
/// That exchange is the test of the test: a claim that holds either way says nothing about the fix.
public struct Claim: Sendable {
  /// What the page says: "the fix loses none in any schedule".
  public let text: String
  let holds: @Sendable (Comparison) throws -> Bool

  /// A sentence, and how to tell from figures whether it is true.
  public init(_ text: String, holds: @escaping @Sendable (Comparison) throws -> Bool) {
    self.text = text
    self.holds = holds
  }
}

/// The figures of the bug and of a fix, side by side.
public struct Comparison: Sendable {
  /// The side of the bug.
  public let bug: Measured
  /// The side of the fix.
  public let fix: Measured
}

/// What a claim may read of one variant: `try $0.bug["lost"]`.
public struct Measured: Sendable {
  let evidence: VariantEvidence
  let reads: ReadLog

  /// A figure by its name. Throws for a name that was not recorded, and for an advisory figure.
  public subscript(_ metric: String) -> Double {
    get throws {
      guard let found = evidence.metrics.first(where: { $0.name == metric }) else {
        throw ClaimFault.unknown(metric, evidence.name, known: evidence.metrics.map(\.name))
      }
      guard found.stability != .advisory, let value = found.value else { throw ClaimFault.advisory(metric) }
      reads.note(evidence.role, found.stability)
      return value
    }
  }

  /// The y values of a series, in the order in which they were sampled.
  public func series(_ name: String) throws -> [Double] {
    guard let found = evidence.series.first(where: { $0.name == name }) else {
      throw ClaimFault.unknown(name, evidence.name, known: evidence.series.map(\.name))
    }
    guard found.stability != .advisory else { throw ClaimFault.advisory(name) }
    reads.note(evidence.role, found.stability)
    return found.points.map { $0[1] }
  }
}

/// A claim that can't be judged: the check has a fault, whatever the figures are.
enum ClaimFault: Error, CustomStringConvertible {
  case unknown(String, String, known: [String])
  case advisory(String)

  var description: String {
    switch self {
    case .unknown(let name, let variant, let known):
      "the claim reads '\(name)', which '\(variant)' does not record; it has \(known.isEmpty ? "nothing" : known.joined(separator: ", "))"
    case .advisory(let name): "the claim reads '\(name)', which is advisory: it may differ from run to run"
    }
  }
}
