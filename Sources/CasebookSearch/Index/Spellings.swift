/// How words were written before they were stemmed: `memory` for `memori`. Typing errors are compared with these.
struct Spellings: Sendable {
  /// All words, one after the other.
  private(set) var pool: [UInt8] = []
  /// Where each word begins, and the last one ends.
  private(set) var starts: [Int32] = [0]
  /// The term of each word.
  private(set) var terms: [Int32] = []

  /// Whether a run is a word of ASCII letters, not too long for a term; others have no spelling but their term.
  static func isOne(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    run.count <= Analyzer.longestTerm
      && run.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
  }

  /// Takes a word in lower case that was not taken before.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, of term: Int) {
    pool.append(contentsOf: word)
    starts.append(Int32(clamping: pool.count))
    terms.append(Int32(truncatingIfNeeded: term))
  }

  /// Hands over each word with its term.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>, Int) -> Void) {
    pool.withUnsafeBufferPointer { pool in
      for id in terms.indices {
        body(UnsafeBufferPointer(rebasing: pool[Int(starts[id])..<Int(starts[id + 1])]), Int(terms[id]))
      }
    }
  }
}
