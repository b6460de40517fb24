/// Analyzes documents into postings; several may work side by side and are merged when all are done.
package struct IndexBuilder: Sendable {
  private var analyzer = Analyzer()
  private(set) var terms = TermTable()
  private(set) var spellings = Spellings()
  private var surfaces = SurfaceTable()
  /// Terms of all spans, one after the other.
  private var spanTerms: [Int32] = []

  private var counts: [UInt32] = []
  private var touched: [Int32] = []
  private var pairKey: [UInt8] = []

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
    for (field, text) in fields { length += add(text, weight: field.weight, withPairs: field.countsNeighbours) }
    for key in touched {
      keys.append(key)
      classes.append(Frequencies.classOf[Int(min(counts[Int(key)], 255))])
      counts[Int(key)] = 0
    }
    touched.removeAll(keepingCapacity: true)
    starts.append(keys.count)
    lengths.append(length)
  }

  /// Counts the terms of a text; gives its length in halves of words.
  private mutating func add(_ text: [UInt8], weight: UInt32, withPairs: Bool) -> Int {
    var count = 0
    var previous = -1
    text.withUnsafeBufferPointer { buffer in
      Analyzer.runs(in: buffer) { run in
        let span = surfaces.find(buffer, run) ?? analyze(UnsafeBufferPointer(rebasing: buffer[run]))
        let start = Int(span.start)
        let sequence = start + Int(span.sequence)
        for index in start..<(sequence + Int(span.extra)) { tally(Int(spanTerms[index]), weight) }
        count += Int(span.sequence)
        guard withPairs else { return }
        for index in start..<sequence {
          let term = Int(spanTerms[index])
          if previous >= 0 { tally(pair(previous, term), weight) }
          previous = term
        }
      }
    }
    return count * Int(weight)
  }

  private mutating func tally(_ key: Int, _ weight: UInt32) {
    if counts.count <= key { counts.append(contentsOf: repeatElement(0, count: key + 1_024)) }
    if counts[key] == 0 { touched.append(Int32(truncatingIfNeeded: key)) }
    counts[key] &+= weight
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
