import CasebookSource

/// `- [x] done` → an item with `.task` and `.checked`, whose paragraph begins with `done`.
extension ArenaBuilder {
  /// Whether a paragraph begins with `[ ]` or `[x]` and a blank.
  func beginsWithTaskMarker(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count > 4 else { return false }
    let start = paragraph.lowerBound
    guard text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"), isBlank(text[start + 3]) else {
      return false
    }
    return text[start + 1] == 0x20 || text[start + 1] | 0x20 == UInt8(ascii: "x")
  }

  /// Takes the marker off a paragraph's first inline; a marker that turned out to be a link is none.
  mutating func withoutTaskMarker(
    _ literal: UnsafeBufferPointer<UInt8>, _ kind: NodeKind
  ) -> UnsafeBufferPointer<UInt8> {
    let paragraph = Int(possibleTask)
    possibleTask = -1
    guard kind == .text, previous < 0, Int(parent) == paragraph, literal.count > 3,
      literal[0] == UInt8(ascii: "["), literal[2] == UInt8(ascii: "]"), isBlank(literal[3])
    else { return literal }
    let item = Int(nodes[paragraph].parentIndex)
    nodes[item].flags.insert(.task)
    if literal[1] != 0x20 { nodes[item].flags.insert(.checked) }
    var blanks = 3
    while blanks < literal.count, isBlank(literal[blanks]) { blanks += 1 }
    let range = nodes[paragraph].source.range
    nodes[paragraph].source = ByteSpan(min(range.lowerBound + blanks, range.upperBound)..<range.upperBound)
    return UnsafeBufferPointer(rebasing: literal[blanks...])
  }
}
