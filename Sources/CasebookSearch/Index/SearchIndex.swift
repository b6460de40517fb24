/// Terms and postings of all documents of a collection, with the scorer over them.
package struct SearchIndex: Sendable {
  /// What a document must hold of a query's words.
  package enum Demand: Sendable { case all, any }

  /// The best documents, and all that fit in ascending order.
  package struct Ranked: Sendable, Equatable {
    package var documents: [ScoredDocument] = []
    package var fitting: [Int] = []
  }

  private let terms: TermTable
  let spellings: Spellings
  private let segments: [IndexSegment]
  private let impacts: [UInt16]
  package let documentCount: Int

  init(terms: TermTable, spellings: Spellings, segments: [IndexSegment], documentCount: Int, totalLength: Int) {
    self.terms = terms
    self.spellings = spellings
    self.segments = segments
    self.documentCount = documentCount
    impacts = Ranking.impacts(documents: documentCount, totalLength: totalLength)
  }

  /// Memory of terms and postings, in bytes.
  package var bytes: Int {
    segments.reduce(terms.bytes + spellings.bytes) { sum, segment in
      sum + segment.words.bytes + segment.pairLists.bytes + segment.pairs.bytes + segment.lengthClasses.count
    }
  }

  /// Documents that hold some of a query's words, best first.
  package func any(_ query: String, limit: Int) -> [ScoredDocument] {
    var analyzer = Analyzer()
    return best(IndexQuery(analyzer.terms(of: Array(query.utf8)), in: self), limit: limit)
  }

  /// Documents that hold some of a query's words, best first, uncounted.
  package func best(_ query: IndexQuery, limit: Int) -> [ScoredDocument] {
    var top = TopDocuments(limit: limit)
    for segment in segments { board(query, segment, countsWords: false).collect(into: &top) }
    return top.documents
  }

  /// Documents of a set that hold all or some of a query's words, best first, and all that do.
  package func ranked(_ query: IndexQuery, _ demand: Demand, among documents: [Bool]? = nil, limit: Int) -> Ranked {
    if demand == .all, !query.isComplete { return Ranked() }
    var top = TopDocuments(limit: limit)
    var result = Ranked()
    for segment in segments {
      var board = board(query, segment, countsWords: demand == .all)
      if demand == .all { board.keep(holding: query.words.count) }
      if let documents, documents.count == documentCount { board.keep(in: documents) }
      board.collect(into: &top)
      result.fitting += board.documents
    }
    result.documents = top.documents
    return result
  }

  /// The number of a term.
  func find(_ term: [UInt8]) -> Int? { term.withUnsafeBufferPointer { terms.find($0) } }

  /// The bytes of a term.
  func term(_ id: Int) -> [UInt8] { Array(terms.bytes(of: id)) }

  /// Hands over every term with its number.
  func forEachTerm(_ body: (Int, ArraySlice<UInt8>) -> Void) {
    for id in 0..<terms.count { body(id, terms.bytes(of: id)) }
  }

  /// Numbers of the documents that hold a term, ascending.
  func documents(holding term: Int) -> [Int] {
    segments.flatMap { segment in
      segment.words.range(of: term).map { segment.firstDocument + Int(segment.words.documents[$0]) }
    }
  }

  /// How many documents hold a term.
  func documentFrequency(of term: Int) -> Int { segments.reduce(0) { $0 + $1.words.range(of: term).count } }

  private func board(_ query: IndexQuery, _ segment: IndexSegment, countsWords: Bool) -> ScoreBoard {
    var board = ScoreBoard(segment, impacts: impacts, countsWords: countsWords)
    for word in query.words {
      let range = segment.words.range(of: word.term)
      board.add(segment.words, range, weight: idf(documentFrequency(of: word.term)) * word.count)
      if countsWords { board.count(segment.words, range) }
    }
    for term in query.extras {
      board.add(segment.words, segment.words.range(of: term), weight: idf(documentFrequency(of: term)))
    }
    for key in query.pairs {
      guard let pair = segment.pairs.find(key) else { continue }
      let weight = idf(pairFrequency(key)) * Ranking.pairWeight / 256
      board.add(segment.pairLists, segment.pairLists.range(of: pair), weight: weight)
    }
    return board
  }

  private func idf(_ frequency: Int) -> Int { Ranking.idf(documents: documentCount, frequency: frequency) }

  private func pairFrequency(_ key: UInt64) -> Int {
    segments.reduce(0) { sum, segment in
      sum + (segment.pairs.find(key).map { segment.pairLists.range(of: $0).count } ?? 0)
    }
  }
}
