/// The words of a text to match, the weightiest first, each once.
struct MatchQuery {
  /// More words are not asked for.
  static let most = 32

  struct Term {
    var bytes: [UInt8]
    var entry: TermEntry
    /// What it counts: idf, three times that for a signature.
    var weight: Int
    var isSignature: Bool
    /// As it stands in the text.
    var word: String
    var line: Int
  }

  private(set) var terms: [Term] = []
  /// Weight of the words that no case holds, each as much as one of a single case.
  private(set) var unknownWeight = 0

  init(_ log: LogWords, in index: SearchIndex) {
    var analyzer = Analyzer()
    var seen: Set<[UInt8]> = []
    var unknown = 0
    let rarest = Ranking.idf(documents: index.documentCount, frequency: 1)
    log.text.withUnsafeBufferPointer { text in
      for word in log.words {
        var found = Analyzer.Terms()
        analyzer.appendTerms(of: UnsafeBufferPointer(rebasing: text[word.range]), to: &found)
        let isSignature = ErrorSignature.isOne(log.text[word.range])
        // The whole of a compound tells most; its parts count where the whole is unknown.
        let wholes = found.extra.prefix(1).filter { index.find($0) != nil }
        let own = wholes.isEmpty ? found.sequence : wholes + found.sequence.filter { $0.count > 2 }
        for term in own where seen.insert(term).inserted {
          guard let entry = index.find(term) else {
            unknown += 1
            continue
          }
          let idf = Ranking.idf(documents: index.documentCount, frequency: entry.frequency)
          terms.append(
            Term(
              bytes: term, entry: entry, weight: isSignature ? idf * 3 : idf, isSignature: isSignature,
              word: String(decoding: log.text[word.range], as: UTF8.self), line: word.line))
        }
      }
    }
    terms.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.bytes.lexicographicallyPrecedes($1.bytes) }
    // Of a long text only the weightiest words ask, and as large a share of the unknown ones counts.
    let known = terms.count
    terms = Array(terms.prefix(Self.most))
    if known > 0 { unknownWeight = rarest * unknown * terms.count / known }
  }

  /// What all words of the text weigh.
  var weight: Int { terms.reduce(0) { $0 + $1.weight } }
}
