/// What a check has shown.
public enum Verdict: String, Hashable, Sendable, Codable {
  case proved, bugNotReproduced, fixNotProved, notDiscriminating, notRefuted, error, skipped
}

/// What a proof rests on.
public enum Strength: String, Hashable, Sendable, Codable {
  /// Every schedule was tried.
  case exhaustive
  /// Exact figures alone.
  case counted
  /// A figure on one side of a limit is among them.
  case bounded
}

/// A claim as it was judged.
struct ClaimResult: Hashable, Sendable, Codable {
  var text: String
  /// The variant that stood for the fix.
  var fix: String
  var holds: Bool
  /// Whether it is false with bug and fix exchanged, as it must be.
  var failsWhenSwapped: Bool
}

/// A check as it was judged, with all that was measured.
struct Judgement: Sendable {
  var verdict: Verdict
  var strength: Strength?
  var reason: String?
  var claims: [ClaimResult]
  var variants: [VariantEvidence]
}
