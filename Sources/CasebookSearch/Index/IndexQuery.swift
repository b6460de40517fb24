/// The terms of a query, looked up in an index and weighed.
package struct IndexQuery: Sendable {
  /// More terms of a query are not looked up: the sums stay within 32 bits, and a pasted log stays cheap.
  package static let mostTerms = 128

  /// A term with the number of times the query says it.
  struct Word: Sendable {
    var term: TermEntry
    var count: Int
  }

  /// Words in order of appearance, each once.
  var words: [Word] = []
  /// Compounds as wholes, which add to a score and are never asked for.
  var extras: [TermEntry] = []
  var pairs: [TermEntry] = []
  /// Words that no document holds.
  package private(set) var unknown: [[UInt8]] = []

  init() {}

  /// Looks up what the analyzer made of a query.
  package init(_ terms: Analyzer.Terms, in index: SearchIndex) {
    var places: [[UInt8]: Int] = [:]
    var previous: [UInt8]?
    // A single letter among several words is a leftover: `vitamin c and the k of a word`.
    let dropsLetters = terms.sequence.count >= 4
    for term in terms.sequence.prefix(Self.mostTerms) {
      if dropsLetters, term.count == 1, let byte = term.first, byte >= UInt8(ascii: "a") { continue }
      if let place = places[term] {
        words[place].count += 1
      } else if let entry = index.find(term) {
        places[term] = words.count
        words.append(Word(term: entry, count: 1))
      } else {
        if !unknown.contains(term) { unknown.append(term) }
        previous = nil
        continue
      }
      if let previous, let pair = index.terms.findPair(previous, term) { pairs.append(pair) }
      previous = term
    }
    let room = max(Self.mostTerms - terms.sequence.count, 0)
    extras = terms.extra.prefix(room).compactMap(index.find)
  }

  /// Whether a document can hold all of its words.
  package var isComplete: Bool { unknown.isEmpty && !words.isEmpty }

  package var isEmpty: Bool { words.isEmpty && extras.isEmpty }
}
