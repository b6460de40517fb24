/// What a check has shown.
package enum CheckVerdict: String, Hashable, Sendable, CaseIterable {
  case proved, bugNotReproduced, fixNotProved, notDiscriminating, notRefuted, error, skipped

  /// In words, for people: `the bug was not reproduced`.
  package var words: String {
    switch self {
    case .proved: "proved"
    case .bugNotReproduced: "the bug was not reproduced"
    case .fixNotProved: "the fix was not proved"
    case .notDiscriminating: "a claim holds of bug and fix alike"
    case .notRefuted: "a fix that was to be refuted holds"
    case .error: "the check could not be judged"
    case .skipped: "skipped"
    }
  }
}

/// What a proof rests on.
package enum ProofStrength: String, Hashable, Sendable, CaseIterable {
  /// Every schedule was tried.
  case exhaustive
  /// Exact figures alone.
  case counted
  /// A figure on one side of a limit is among them.
  case bounded
}

/// Whether the block itself ran, or a rendering of it that is pinned by the block's digest.
package enum ProofFidelity: String, Hashable, Sendable, CaseIterable { case verbatim, ported }

/// How far a figure can be trusted to come again.
package enum FigureStability: String, Hashable, Sendable, CaseIterable { case exact, bounded, advisory }

/// Which side of the claims a variant stands on.
package enum VariantRole: String, Hashable, Sendable, CaseIterable { case bug, fix }

/// What a check has to show about a variant.
package enum VariantExpectation: String, Hashable, Sendable, CaseIterable { case proved, refuted }

/// How a variant's process ended.
package enum VariantOutcome: String, Hashable, Sendable, CaseIterable { case ok, threw, crashed, timedOut, skipped }

/// How a case or a block stands with its check, worst first.
package enum ProofState: String, Hashable, Sendable, CaseIterable {
  case failing, stale, refuted, unrun, skipped, unlinked, verified

  /// The worse of two.
  package static func worst(_ a: ProofState, _ b: ProofState) -> ProofState { a.rank <= b.rank ? a : b }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
