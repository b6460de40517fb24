/// How words were written before they were stemmed: `memory` for `memori`. Typing errors are compared with these.
struct Spellings: Sendable {
  private(set) var words = TermTable()
  /// The term of each word.
  private(set) var terms: [Int32] = []

  /// Takes a word of ASCII letters, in lower case; others have no spelling but their term.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, of term: Int) {
    guard word.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }) else { return }
    let folded = word.map { $0 | 0x20 }
    let isNew = folded.withUnsafeBufferPointer { words.insert($0).isNew }
    if isNew { terms.append(Int32(truncatingIfNeeded: term)) }
  }
}
