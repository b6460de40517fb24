/// The tools of a registry that a case speaks of, by their numbers in its `ToolIndex`.
package struct ToolUses: Sendable {
  /// Those it may mean: common words count wherever they stand.
  package var possible = ToolSet()
  /// Those it surely uses, in order of appearance: common words count only where they are commands.
  package var sure: [Int] = []

  package init(possible: ToolSet = ToolSet()) { self.possible = possible }
}

/// Tools by their numbers, a bit each.
package struct ToolSet: Sendable {
  /// 64 tools each.
  package private(set) var words: [UInt64]

  package init(words: [UInt64] = []) { self.words = words }

  /// Adds a tool; whether it is new.
  @discardableResult mutating func insert(_ tool: Int) -> Bool {
    let (word, bit) = (tool / 64, UInt64(1) << UInt64(tool % 64))
    while words.count <= word { words.append(0) }
    guard words[word] & bit == 0 else { return false }
    words[word] |= bit
    return true
  }

  /// Adds those of another set of the same registry.
  package mutating func formUnion(_ other: ToolSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// Ascending.
  package var numbers: [Int] {
    words.indices.flatMap { word in (0..<64).filter { words[word] >> UInt64($0) & 1 == 1 }.map { word * 64 + $0 } }
  }
}
