/// How words were written before they were stemmed: `memory` for `memori`. Typing errors are compared with these.
struct Spellings: Sendable {
  private var words = TermTable()
  /// The term of each word.
  private var terms: [Int32] = []

  var bytes: Int { words.bytes + terms.count * 4 }

  /// Takes a word of ASCII letters, in lower case; others have no spelling but their term.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, of term: Int) {
    guard word.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }) else { return }
    let folded = word.map { $0 | 0x20 }
    let isNew = folded.withUnsafeBufferPointer { words.insert($0).isNew }
    if isNew { terms.append(Int32(truncatingIfNeeded: term)) }
  }

  /// Hands over every word with its term, in order of first appearance.
  func forEach(_ body: (ArraySlice<UInt8>, Int) -> Void) {
    for (id, term) in terms.enumerated() { body(words.bytes(of: id), Int(term)) }
  }
}
