/// When a figure of a case was measured, as far as the text tells.
enum FigureState: Hashable, Sendable {
  /// Before anything was wrong.
  case baseline
  /// While it was wrong.
  case faulty
  /// After the fix.
  case fixed
  /// Not told, or told in words that are not understood: no rule compares it.
  case unknown
}

/// Where in a case a figure stands.
enum FigurePlace: Hashable, Sendable {
  case problem
  case symptom(Int)
  /// A step, by index.
  case step(Int)
}
