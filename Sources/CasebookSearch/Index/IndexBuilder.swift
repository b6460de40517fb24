/// Collects documents into postings; the same documents in the same order give the same index.
package struct IndexBuilder {
  private var analyzer = Analyzer()
  private var terms = TermTable()
  private var surfaces = TermTable()
  private var spans: [Span] = []
  /// Terms of all spans, one after the other.
  private var spanTerms: [Int32] = []

  private var spellings = Spellings()

  private var segments: [IndexSegment] = []
  private var totalLength = 0
  private var documentCount = 0
  private var lengths: [Int] = []
  private var words = PostingCollector()
  private var wordCounts = FrequencyCounter()
  private var pairs = PairTable()
  private var pairPostings = PostingCollector()
  private var pairCounts = FrequencyCounter()

  /// Where the terms of a surface stand in `spanTerms`: those in order, then those beside them.
  private struct Span {
    var start: Int
    var sequence: Int
    var extra: Int
  }

  package init() {}

  /// Adds the next document.
  package mutating func add(_ fields: some Sequence<(field: SearchField, text: [UInt8])>) {
    if lengths.count == IndexSegment.capacity { closeSegment() }
    var length = 0
    for (field, text) in fields { length += add(text, weight: field.weight) }
    let document = UInt16(truncatingIfNeeded: lengths.count)
    wordCounts.drain(into: &words, document: document)
    pairCounts.drain(into: &pairPostings, document: document)
    lengths.append(length)
    totalLength += length
    documentCount += 1
  }

  /// Counts the terms of a text; gives its length in halves of words.
  private mutating func add(_ text: [UInt8], weight: UInt32) -> Int {
    var count = 0
    var previous = -1
    text.withUnsafeBufferPointer { buffer in
      Analyzer.runs(in: buffer) { run in
        let span = span(of: UnsafeBufferPointer(rebasing: buffer[run]))
        for index in span.start..<(span.start + span.sequence) {
          let term = Int(spanTerms[index])
          wordCounts.add(term, weight)
          if previous >= 0 { pairCounts.add(pairs.insert(PairTable.key(previous, term)), weight) }
          previous = term
        }
        let extra = span.start + span.sequence
        for index in extra..<(extra + span.extra) { wordCounts.add(Int(spanTerms[index]), weight) }
        count += span.sequence
      }
    }
    return count * Int(weight)
  }

  /// Terms of a run, worked out once for each different one.
  private mutating func span(of run: UnsafeBufferPointer<UInt8>) -> Span {
    let (id, isNew) = surfaces.insert(run)
    guard isNew else { return spans[id] }
    var found = Analyzer.Terms()
    analyzer.appendTerms(of: run, to: &found)
    let span = Span(start: spanTerms.count, sequence: found.sequence.count, extra: found.extra.count)
    for term in found.sequence + found.extra {
      spanTerms.append(term.withUnsafeBufferPointer { Int32(truncatingIfNeeded: terms.insert($0).id) })
    }
    if found.sequence.count == 1, found.extra.isEmpty, let term = spanTerms.last {
      spellings.add(run, of: Int(term))
    }
    spans.append(span)
    return span
  }

  private mutating func closeSegment() {
    segments.append(
      IndexSegment(
        firstDocument: documentCount - lengths.count, lengths: lengths, words: words, terms: terms.count,
        pairs: pairs, pairPostings: pairPostings))
    lengths.removeAll(keepingCapacity: true)
    words = PostingCollector()
    pairs = PairTable()
    pairPostings = PostingCollector()
    pairCounts.reset()
  }

  /// Groups the postings by term and closes the index.
  package consuming func finish() -> SearchIndex {
    if !lengths.isEmpty { closeSegment() }
    return SearchIndex(
      terms: terms, spellings: spellings, segments: segments, documentCount: documentCount, totalLength: totalLength)
  }
}
