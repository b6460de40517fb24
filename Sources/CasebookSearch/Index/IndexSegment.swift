/// The postings of up to 65,536 documents, so that a document is two bytes.
struct IndexSegment: Sendable {
  static let capacity = 1 << 16

  let firstDocument: Int
  let lengthClasses: [UInt8]
  let words: PostingLists
  /// Numbers of the pairs of `pairLists`.
  let pairs: PairTable
  let pairLists: PostingLists

  init(
    firstDocument: Int, lengths: [Int], words: PostingCollector, terms: Int, pairs: PairTable,
    pairPostings: PostingCollector
  ) {
    self.firstDocument = firstDocument
    lengthClasses = lengths.map(Ranking.lengthClass)
    self.words = PostingLists(words, keys: terms)
    // A pair of one document brings together nothing that its words do not.
    let frequencies = pairPostings.documentFrequencies(keys: pairs.count)
    var kept = PairTable()
    var numbers = [Int32](repeating: -1, count: pairs.count)
    for (pair, frequency) in frequencies.enumerated() where frequency >= 2 {
      numbers[pair] = Int32(truncatingIfNeeded: kept.insert(pairs.keys[pair]))
    }
    self.pairs = kept
    pairLists = PostingLists(pairPostings, keys: kept.count, numbers: numbers)
  }
}
