/// Terms and postings of all documents of a collection, with the scorer over them; read where they lie.
package struct SearchIndex: Sendable {
  /// What a document must hold of a query's words.
  package enum Demand: Sendable { case all, any }

  /// The best documents, and all that fit in ascending order.
  package struct Ranked: Sendable, Equatable {
    package var documents: [ScoredDocument] = []
    package var fitting: [Int] = []
  }

  let file: IndexFile
  let terms: TermDictionary
  private let spellings: FrontCodedTable
  /// The class of each document's length.
  let lengthClasses: ByteView
  /// Length of all documents.
  let totalLength: Int
  private let impacts: [UInt16]
  package let documentCount: Int
  private let without: RankingFeature?

  /// Reads the sections of a file, which checked them.
  init(_ file: IndexFile, without: RankingFeature? = nil) {
    self.file = file
    self.without = without
    let numbers = file[.numbers]
    // As many documents as there are lengths: a count that lies can't lead anywhere else.
    lengthClasses = file[.lengths]
    documentCount = min(Int(clamping: numbers.uint64(0)), lengthClasses.count)
    terms = TermDictionary(
      table: FrontCodedTable(
        blocks: file[.termBlocks], entries: file[.terms], count: Int(clamping: numbers.uint64(16))),
      postings: file[.postings], blocks: PostingList.blocks(of: documentCount))
    spellings = FrontCodedTable(
      blocks: file[.spellingBlocks], entries: file[.spellings], count: Int(clamping: numbers.uint64(24)))
    totalLength = Int(clamping: numbers.uint64(8))
    impacts = Ranking.impacts(
      documents: documentCount, totalLength: totalLength, hasLengths: without != .lengths)
  }

  /// Size of terms and postings, in bytes.
  package var bytes: Int { file.indexBytes }

  /// Documents that hold some of a query's words, best first.
  package func any(_ query: String, limit: Int) -> [ScoredDocument] { ask(query, .any, limit: limit) }

  /// Documents that hold some or all of a query's words, best first, uncounted.
  package func ask(_ query: String, _ demand: Demand, limit: Int) -> [ScoredDocument] {
    var analyzer = Analyzer(without: without)
    var asked = IndexQuery(analyzer.terms(of: Array(query.utf8)), in: self)
    if without == .compounds { asked.extras = [] }
    if without == .pairs { asked.pairs = [] }
    if demand == .all, !asked.isComplete { return [] }
    var top = TopDocuments(limit: limit)
    board(asked, demand).collect(into: &top)
    return top.documents
  }

  /// Documents of a set that hold all or some of a query's words, best first, and all that do.
  package func ranked(_ query: IndexQuery, _ demand: Demand, among documents: [Bool]? = nil, limit: Int) -> Ranked {
    if demand == .all, !query.isComplete { return Ranked() }
    var top = TopDocuments(limit: limit)
    var board = board(query, demand)
    if let documents, documents.count == documentCount { board.keep(in: documents) }
    board.collect(into: &top)
    return Ranked(documents: top.documents, fitting: board.documents)
  }

  func find(_ term: [UInt8]) -> TermEntry? { terms.find(term) }

  /// Numbers of the documents that hold a term, ascending.
  func documents(holding term: TermEntry) -> [Int] {
    var result: [Int] = []
    term.list.forEach(below: documentCount) { document, _ in result.append(document) }
    return result
  }

  /// Hands over the words that begin with some bytes as they were written, with the number of their term, sorted, until
  /// told to stop.
  func forEachSpelling(beginning prefix: [UInt8], _ body: ([UInt8], Int) -> Bool) {
    prefix.withUnsafeBytes { key in
      spellings.scan(from: key.count == 0 ? nil : key) { _, word, cursor, _ in
        let number = cursor.varint()
        return word.starts(with: prefix) ? body(word, number) : word.lexicographicallyPrecedes(prefix)
      }
    }
  }

  private func board(_ query: IndexQuery, _ demand: Demand) -> ScoreBoard {
    var board = ScoreBoard(lengthClasses, documents: documentCount, impacts: impacts)
    for word in query.words {
      let weight = idf(word.term) * word.count
      if demand == .all {
        board.addWord(word.term.list, weight: weight)
      } else {
        board.add(word.term.list, weight: weight)
      }
    }
    for term in query.extras { board.add(term.list, weight: idf(term)) }
    for pair in query.pairs { board.add(pair.list, weight: idf(pair) * Ranking.pairWeight / 256) }
    if demand == .all { board.keep(holding: query.words.count) }
    return board
  }

  private func idf(_ term: TermEntry) -> Int { Ranking.idf(documents: documentCount, frequency: term.frequency) }
}
