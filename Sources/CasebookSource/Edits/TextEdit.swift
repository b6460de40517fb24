/// One replacement of bytes in a text: what reading a damaged file changes, and what a fix writes.
package struct TextEdit: Hashable, Sendable {
  /// Bytes to replace, in the text that the edit was made for; empty for an insertion.
  package var range: Range<Int>
  package var replacement: [UInt8]
  /// The rule that wants it.
  package var rule: RuleID

  package init(range: Range<Int>, replacement: [UInt8], rule: RuleID) {
    self.range = range
    self.replacement = replacement
    self.rule = rule
  }
}

extension Array where Element == TextEdit {
  /// Those that change something, stand in the text and begin where the one before ends, or later.
  func inOrder(within count: Int) -> [TextEdit] {
    var end = 0
    return filter { edit in
      guard edit.range.lowerBound >= end, edit.range.upperBound <= count else { return false }
      guard !edit.range.isEmpty || !edit.replacement.isEmpty else { return false }
      end = edit.range.upperBound
      return true
    }
  }

  /// Applies edits that are sorted and do not overlap: `"abc"`, 1..<2 → `"X"` gives `"aXc"`.
  package func applied(to text: [UInt8]) -> [UInt8] {
    guard !isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 16 * count)
    var copied = 0
    for edit in self where edit.range.lowerBound >= copied {
      result.append(contentsOf: text[copied..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement)
      copied = edit.range.upperBound
    }
    result.append(contentsOf: text[copied...])
    return result
  }
}
