import CasebookSource

/// The terms of an index, for words that it does not hold.
struct Vocabulary {
  /// More terms of one beginning are not tried.
  static let mostExpansions = 64

  private let index: SearchIndex

  init(_ index: SearchIndex) { self.index = index }

  /// Terms that begin with a word of two bytes or more, the commonest first.
  func beginning(with word: [UInt8]) -> [[UInt8]] {
    guard word.count >= 2 else { return [] }
    var found: [(term: [UInt8], frequency: Int)] = []
    index.terms.forEach(beginning: word) { term, entry in
      if term.count > word.count { found.append((term, entry.frequency)) }
    }
    return sorted(found).prefix(Self.mostExpansions).map { $0 }
  }

  /// The word nearest to one of four letters or more, with its term: one edit up to seven letters, two above.
  ///
  /// Words with digits are never read as others: `exit 137` is not `exit 139`.
  func nearest(to word: [UInt8]) -> (word: [UInt8], term: [UInt8])? {
    guard word.count >= 4, word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return nil }
    let text = String(decoding: word, as: UTF8.self)
    var nearest = word.count <= 7 ? 1 : 2
    var best: (word: [UInt8], term: [UInt8], frequency: Int)?
    // The first letter is seldom the wrong one, and the words to compare are a tenth.
    index.forEachSpelling(beginning: Array(word.prefix(1))) { known, number in
      guard known.count >= 3, abs(known.count - word.count) <= nearest,
        let distance = EditDistance.between(text, String(decoding: known, as: UTF8.self), limit: nearest),
        let term = index.terms.term(number)
      else { return true }
      let frequency = term.entry.frequency
      if best == nil || distance < nearest || frequency > (best?.frequency ?? 0) {
        best = (known, term.bytes, frequency)
      }
      nearest = distance
      return true
    }
    return best.map { ($0.word, $0.term) }
  }

  /// A spelling of a term, else the term itself.
  func spelling(of term: [UInt8]) -> [UInt8] {
    guard let number = index.find(term)?.number else { return term }
    var result: [UInt8]?
    // A stem begins as its words do, but for the last letter: `memori`, `memory`.
    index.forEachSpelling(beginning: term.count > 3 ? Array(term.dropLast()) : Array(term.prefix(1))) { word, known in
      if known == number { result = word }
      return result == nil
    }
    return result ?? term
  }

  private func sorted(_ terms: [(term: [UInt8], frequency: Int)]) -> [[UInt8]] {
    terms.sorted {
      $0.frequency != $1.frequency ? $0.frequency > $1.frequency : $0.term.lexicographicallyPrecedes($1.term)
    }.map(\.term)
  }
}
