import CasebookSource

/// How long the fences of some blocks must be, by line: the bytes to add to each.
struct FenceLengths {
  private(set) var additions: [Int: Int] = [:]

  var isEmpty: Bool { additions.isEmpty }

  /// Makes opener and closer of a block one longer than the longest fence inside.
  mutating func lengthen(_ block: FenceReading.Block, over fences: ArraySlice<FenceLine>) {
    guard let closer = block.closer else { return }
    let longest = fences.reduce(0) { $1.marker == block.opener.marker ? max($0, $1.length) : $0 }
    guard longest >= block.opener.length else { return }
    additions[block.opener.line, default: 0] += longest + 1 - block.opener.length
    if closer.length <= longest { additions[closer.line, default: 0] += longest + 1 - closer.length }
  }

  /// The additions as edits; `fences` are the text's own.
  func edits(_ fences: [FenceLine], rule: RuleID) -> [TextEdit] {
    guard !isEmpty else { return [] }
    return fences.compactMap { edit($0, rule: rule) }
  }

  /// The addition to one fence of the text.
  func edit(_ fence: FenceLine, rule: RuleID) -> TextEdit? {
    guard let count = additions[fence.line], count > 0 else { return nil }
    let start = fence.run.lowerBound
    return TextEdit(range: start..<start, replacement: Array(repeating: fence.marker, count: count), rule: rule)
  }
}
