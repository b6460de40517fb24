/// A part of analysis or scoring that can be left out, to measure what it brings.
package enum RankingFeature: String, Sendable, CaseIterable {
  /// Weights of fields: without them a title counts as prose.
  case fields
  /// Ordered pairs of neighbours.
  case pairs
  /// Compounds as wholes beside their parts.
  case compounds
  case stems
  case stopWords = "stop-words"
  /// Long documents count for less.
  case lengths
}
