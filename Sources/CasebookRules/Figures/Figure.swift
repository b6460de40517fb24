import CasebookModel
import CasebookSource

/// A figure of a case with what its line says about it: what is measured, when, and whether anything else is meant.
///
/// ```
/// v2.4.0: P50=200ms, P99=2000ms ✗      P99, scope `v2.4.0`, plain
/// After fix: Memory stable at ~150MB for 24 hours      ~150MB: scope `after fix`; 24 hours: a condition
/// ```
struct Figure: Sendable {
  var quantity: Quantity
  var statistic: Statistic?
  var place: FigurePlace
  /// Texts of the case, numbered: a paragraph, an item, a block of code.
  var text: Int
  /// Arena that the text was read from.
  var tree: Int
  /// Bytes of the figure in its tree's text.
  var range: Range<Int>
  /// Where its line begins in the tree's text.
  var line: Int
  /// Where its label begins: `P99=` of `P99=2s`; the figure's own first byte without one.
  var labelStart: Int
  /// First words of the line before a colon, in small letters: `v2.4.0`, `after fix`; empty without one.
  var scope: String
  /// Whether it tells under what something was measured: `for 24 hours`, `at 40 requests/s`.
  var isCondition: Bool
  /// Whether nothing but scope, label and figure stands in its part of the line, so that it means what its label says.
  var isPlain: Bool
  /// Whether nothing but scope and label stands before it in its part of the line.
  var isPlainBefore: Bool
  /// Whether words follow it in its part of the line.
  var isFollowed: Bool
  /// Whether words before it make a bound of it: `below 200ms`, `up to 5%`.
  var isBound: Bool
  var state: FigureState
  /// Index among the case's figures of the figure that this one changed to, or came from.
  var changesTo: Int?
  var comesFrom: Int?

  /// One figure that was measured, no bound, no condition.
  var isMeasured: Bool { quantity.isPoint && !isBound && !isCondition }
}
