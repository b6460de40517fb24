/// A case that fits a log or a description.
package struct CaseMatch: Sendable {
  package var found: SearchableCase
  package var score: Int
  /// The share of what the text says that the case holds, in hundredths.
  package var confidence: Int
  /// The telling words that both have, by the lines of the text: `line 3: OSError, ENOSPC`.
  package var why: [String]
  /// How many telling words both have.
  var held: Int
}

/// What a log or a description matches: the case that fits, or an honest nothing with what came nearest.
package struct MatchAnswer: Sendable {
  package var matches: [CaseMatch] = []
  /// The best of those that do not fit, for people to look at.
  package var nearest: [CaseMatch] = []
  /// Whether the index is damaged where the answer needed it.
  package var isDamaged = false
  /// Whether only the two ends of the text were read.
  package var isCut = false
}
