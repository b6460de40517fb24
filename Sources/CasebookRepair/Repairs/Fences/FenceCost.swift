/// What speaks against a reading of a fence line, in points; nothing speaks against a clean opener and a clean closer.
///
/// Taken from 142 documents whose fences don't nest (4,984 fence lines, labelled by hand): the rarer, the dearer, about one
/// point for each halving. A sum decides only where it leads by `lead`.
enum FenceCost {
  /// A bare opener with no code on the next line: 0 of 422.
  static let openBeforeBlank = 12
  /// A closer with text on the next line: 1.8 %.
  static let closeBeforeText = 3
  /// A closer with a fence on the next line: 2.5 %.
  static let closeBeforeFence = 1
  /// A closer that is not in its opener's column: 0 of 2,120, but well-formed texts have it.
  static let closeElsewhere = 6
  /// A block without a single line.
  static let emptyBlock = 6
  /// The first block inside another one; those after it add nothing.
  static let nest = 3
  /// A fence with an info string that opens nothing: 0 of 1,698.
  static let infoInside = 6
  /// The same in a block in which others open.
  static let infoInsideNested = 12
  /// A closer with an info string, between text and a blank line.
  static let closeWithInfo = 4
  /// A bare fence that belongs to no block, before a blank line and before anything else.
  static let strayCloser = 7
  static let strayOpener = 12
  /// A fence that CommonMark takes for HTML, since a tag stands on the line before: it may be meant either way.
  static let hiddenByTag = 2
  /// A block that is never closed.
  static let unclosed = 7
  /// The same of a block inside another one: none seen.
  static let unclosedInner = 10
  /// A block that is never closed, where the container ended in which it was opened: CommonMark
  /// closes it there.
  static let unclosedInContainer = 2
  /// A block that takes in the next number of the headings around it.
  static let resumedNumber = 12
  /// From here on a cost says that a line is hardly what the reading takes it for: nothing is changed that needs it.
  static let decisive = 6
  /// By how much a reading must lead all others that end its block elsewhere.
  static let lead = 3
}
