/// Makes terms of words: function words are none, others are their stems, cut where they are too long.
struct WordStemmer: Sendable {
  private var stemmer = Stemmer()
  private let stopWords = StopWords.set
  private let without: RankingFeature?

  init(without: RankingFeature? = nil) { self.without = without }

  /// The term of a word in lower case, `nil` for a function word: `connections` → `connect`, `the` → none.
  mutating func stem(_ word: UnsafeBufferPointer<UInt8>) -> ArraySlice<UInt8>? {
    if stopWords.contains(word), without != .stopWords { return nil }
    if without == .stems { return Array(word.prefix(Analyzer.longestTerm))[...] }
    stemmer.read(word)
    return stemmer.word.prefix(Analyzer.longestTerm)
  }
}
