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
  /// From its label to itself: `P99=` of `P99=2s`; empty without one.
  var label: Range<Int>
  var scope: FigureScope
  /// Whether it is the size of memory in use, by its label or by the words before it: `Memory stable at ~150MB`.
  var isMemory = false
  /// Whether it tells under what something was measured: `for 24 hours`, `at 40 requests/s`.
  var isCondition: Bool
  /// Whether `for` stands before it.
  var isDuring: Bool
  /// Whether words before it make a bound of it: `below 200ms`, `up to 5%`.
  var isBound: Bool
  /// Whether nothing but scope and label stands before it in its part of the line.
  var isPlainBefore: Bool
  /// Whether words follow it in its part of the line.
  var isFollowed: Bool
  /// Whether nothing but scope, label and figure stands in its part of the line, so that it means what its label says.
  var isPlain: Bool
  var state = FigureState.unknown
  /// Index among the case's figures of the figure that this one changed to, or came from.
  var changesTo: Int?
  var comesFrom: Int?

  /// One figure that was measured, no bound, no condition.
  var isMeasured: Bool { quantity.isPoint && !isBound && !isCondition }

  init(
    _ quantity: Quantity, _ place: FigurePlace, text: Int, tree: Int, at range: Range<Int>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) {
    let line = FigureLine(bytes, range)
    self.quantity = quantity
    self.place = place
    self.text = text
    self.tree = tree
    self.range = range
    self.line = line.start
    statistic = quantity.metric.flatMap { Statistic($0.utf8) }
    scope = FigureScope(bytes, line.scope)
    isFollowed = line.isFollowed
    let before = line.before
    label = range.lowerBound..<range.lowerBound
    if let metric = quantity.metric {
      let found = Self.last(metric, in: bytes, before)
      label = (found ?? range.lowerBound)..<range.lowerBound
      isPlainBefore = found == before.lowerBound
    } else {
      isPlainBefore = before.isEmpty
    }
    isPlain = line.isWhole && isPlainBefore && !line.isFollowed
    let word = WordKey.of(bytes[line.word])
    let previous = WordKey.of(bytes[line.previousWord])
    isBound = FigureWords.bounds.contains(word) || word == FigureWords.to && previous == FigureWords.up
    isDuring = word == FigureWords.during
    isCondition = FigureWords.conditions.contains(word)
    if word == FigureWords.at || word == FigureWords.of {
      let isStatistic = Statistic(bytes[line.previousWord]) != nil
      isCondition = !isStatistic && !(word == FigureWords.at && FigureWords.levels.contains(previous))
    }
    if quantity.dimension == .bytes { isMemory = Self.isMemory(quantity, word, bytes, before) }
  }

  private static func isMemory(
    _ quantity: Quantity, _ word: UInt64, _ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>
  ) -> Bool {
    if let metric = quantity.metric { return FigureWords.sizes.contains(metric) }
    guard FigureWords.reached.contains(word), before.count <= 48 else { return false }
    return bytes[before].split { !FigureLine.isLetter($0) }.contains { FigureWords.memory.contains(WordKey.of($0)) }
  }

  /// Where a label in small letters stands last in a stretch.
  private static func last(_ label: String, in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let word = label.utf8
    guard !word.isEmpty, word.count <= range.count else { return nil }
    var start = range.upperBound - word.count
    while start >= range.lowerBound {
      var index = start
      let isHere = word.allSatisfy { byte in
        defer { index += 1 }
        return byte == (text[index] >= 0x41 && text[index] <= 0x5A ? text[index] | 0x20 : text[index])
      }
      if isHere { return start }
      start -= 1
    }
    return nil
  }
}
