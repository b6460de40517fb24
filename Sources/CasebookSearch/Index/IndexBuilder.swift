/// Analyzes documents into postings; several may work side by side and are merged when all are done.
package struct IndexBuilder: Sendable {
  private var analyzer = Analyzer()
  private(set) var terms = TermTable(capacity: 1 << 16)
  private(set) var spellings = Spellings()
  private var surfaces = SurfaceTable()
  /// Terms of all spans, one after the other.
  private var spanTerms: [Int32] = []

  private var counts: [UInt32] = []
  private var touched: [Int32] = []
  private var pairKey: [UInt8] = []
  /// What the runs of the text at hand mean.
  private var spans: [SurfaceTable.Span] = []
  private let classOf = Frequencies.classOf

  /// Postings in the order of documents: term and class of the frequency.
  private(set) var keys: [Int32] = []
  private(set) var classes: [UInt8] = []
  /// Where the postings of each document begin, and where the last one's end.
  private(set) var starts: [Int] = [0]
  private(set) var lengths: [Int] = []

  package init() {}

  package var documentCount: Int { lengths.count }

  /// Adds the next document.
  package mutating func add(_ fields: some Sequence<(field: SearchField, text: [UInt8])>) {
    var length = 0
    for (field, text) in fields {
      readSpans(of: text)
      length += tallySpans(weight: field.weight)
      if field.countsNeighbours { tallyPairs(weight: field.weight) }
    }
    keys.append(contentsOf: touched)
    counts.withUnsafeMutableBufferPointer { counts in
      classOf.withUnsafeBufferPointer { classOf in
        for key in touched {
          classes.append(classOf[Int(min(counts[Int(key)], 255))])
          counts[Int(key)] = 0
        }
      }
    }
    touched.removeAll(keepingCapacity: true)
    starts.append(keys.count)
    lengths.append(length)
  }

  /// Finds what the runs of a text mean; analysis of new ones comes between, so that counting is one tight loop.
  private mutating func readSpans(of text: [UInt8]) {
    spans.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { buffer in
      Analyzer.runs(in: buffer) { run in
        spans.append(surfaces.find(buffer, run) ?? analyze(UnsafeBufferPointer(rebasing: buffer[run])))
      }
    }
  }

  /// Counts the terms of the spans; gives their length in halves of words.
  private mutating func tallySpans(weight: UInt32) -> Int {
    growCounts()
    var length = 0
    counts.withUnsafeMutableBufferPointer { counts in
      spanTerms.withUnsafeBufferPointer { terms in
        for span in spans {
          length += Int(span.sequence)
          var index = Int(span.start)
          let end = index + Int(span.sequence) + Int(span.extra)
          while index < end {
            let term = terms[index]
            if counts[Int(term)] == 0 { touched.append(term) }
            counts[Int(term)] &+= weight
            index += 1
          }
        }
      }
    }
    return length * Int(weight)
  }

  /// Counts neighbours in order as terms of their own.
  private mutating func tallyPairs(weight: UInt32) {
    var previous = -1
    for span in spans {
      for index in Int(span.start)..<(Int(span.start) + Int(span.sequence)) {
        let term = Int(spanTerms[index])
        if previous >= 0 {
          let key = pair(previous, term)
          growCounts()
          if counts[key] == 0 { touched.append(Int32(truncatingIfNeeded: key)) }
          counts[key] &+= weight
        }
        previous = term
      }
    }
  }

  private mutating func growCounts() {
    guard counts.count < terms.count else { return }
    counts.append(contentsOf: repeatElement(0, count: terms.count + 4_096))
  }

  /// The number of a pair of neighbours, which is a term of its own.
  private mutating func pair(_ first: Int, _ second: Int) -> Int {
    pairKey.removeAll(keepingCapacity: true)
    pairKey.append(contentsOf: terms.bytes(of: first))
    pairKey.append(TermDictionary.pairSeparator)
    pairKey.append(contentsOf: terms.bytes(of: second))
    return pairKey.withUnsafeBufferPointer { terms.insert($0).id }
  }

  /// Works out the terms of a run that was not met before.
  private mutating func analyze(_ run: UnsafeBufferPointer<UInt8>) -> SurfaceTable.Span {
    analyzer.analyze(run)
    let found = analyzer.found
    let span = SurfaceTable.Span(
      start: Int32(clamping: spanTerms.count), sequence: UInt16(clamping: found.sequence.count),
      extra: UInt16(clamping: found.extra.count))
    found.bytes.withUnsafeBufferPointer { bytes in
      for range in found.sequence.prefix(Int(UInt16.max)) { appendSpanTerm(bytes, range) }
      for range in found.extra.prefix(Int(UInt16.max)) { appendSpanTerm(bytes, range) }
    }
    if found.sequence.count == 1, found.extra.isEmpty, let term = spanTerms.last {
      spellings.add(run, of: Int(term))
    }
    surfaces.insert(run, span)
    return span
  }

  private mutating func appendSpanTerm(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let id = terms.insert(UnsafeBufferPointer(rebasing: bytes[range])).id
    spanTerms.append(Int32(truncatingIfNeeded: id))
  }

  /// Closes an index of the documents in the order in which they were added.
  package consuming func finish() -> SearchIndex {
    let order = (0..<documentCount).map { (chunk: 0, document: $0) }
    return SearchIndex(IndexFile(IndexMerge([self], order: order).sections(), build: 0))
  }
}
