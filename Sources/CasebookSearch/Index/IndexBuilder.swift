/// Analyzes documents into postings; several may work side by side and are merged when all are done.
package struct IndexBuilder: Sendable {
  private var reader: RunMeanings
  private let without: RankingFeature?
  /// What the runs of the text at hand mean.
  private var meanings: [UInt64] = []
  /// Frequencies of the document at hand by term plus one, at most 255; what nothing counts is always met already.
  private var counts: [UInt8] = [255]
  /// Terms plus one of the document at hand, in its first `touchedCount` places.
  private var touched: [UInt32] = []
  private var touchedCount = 0
  private let classOf = Frequencies.classOf

  /// Postings of each document: `term · 16 + class of the frequency`.
  private(set) var postings: [[UInt32]] = []
  private(set) var lengths: [Int] = []

  /// `without` leaves out a part of analysis and scoring, for measuring.
  package init(without: RankingFeature? = nil) {
    self.without = without
    reader = RunMeanings(without: without)
  }

  package var documentCount: Int { lengths.count }
  var terms: TermTable { reader.terms }
  var spellings: Spellings { reader.spellings }

  /// Adds the next document.
  package mutating func add(_ fields: some Sequence<(field: SearchField, text: [UInt8])>) {
    var length = 0
    for (field, text) in fields {
      let field = without == .fields ? SearchField.prose : field
      reader.read(text, into: &meanings)
      length += tally(weight: field.weight)
      if field.countsNeighbours { tallyPairs(weight: field.weight) }
    }
    let document = [UInt32](unsafeUninitializedCapacity: touchedCount) { document, count in
      counts.withUnsafeMutableBufferPointer { counts in
        classOf.withUnsafeBufferPointer { classOf in
          for index in 0..<touchedCount {
            let place = Int(touched[index])
            let posting = UInt32(truncatingIfNeeded: place - 1) << 4 | UInt32(classOf[Int(counts[place])])
            document.initializeElement(at: index, to: posting)
            counts[place] = 0
          }
        }
      }
      count = touchedCount
    }
    touchedCount = 0
    postings.append(document)
    lengths.append(length)
  }

  /// Counts the terms of a text; gives their length in halves of words.
  ///
  /// Words and function words take the same way, since which comes next can't be foretold.
  private mutating func tally(weight: UInt32) -> Int {
    var length = 0
    var room = 0
    for meaning in meanings {
      length += RunMeanings.Meaning.sequence(meaning)
      room += RunMeanings.Meaning.extra(meaning)
    }
    makeRoom(for: length + room + meanings.count)
    var next = touchedCount
    touched.withUnsafeMutableBufferPointer { touched in
      counts.withUnsafeMutableBufferPointer { counts in
        reader.compounds.withUnsafeBufferPointer { compounds in
          @inline(__always) func count(_ place: Int) {
            let before = counts[place]
            touched[next] = UInt32(truncatingIfNeeded: place)
            next += before == 0 ? 1 : 0
            counts[place] = UInt8(truncatingIfNeeded: min(UInt32(before) + weight, 255))
          }
          for meaning in meanings {
            let low = RunMeanings.Meaning.low(meaning)
            guard meaning & RunMeanings.Meaning.isCompound != 0 else {
              count(low)
              continue
            }
            let end = low + RunMeanings.Meaning.sequence(meaning) + RunMeanings.Meaning.extra(meaning)
            for index in low..<end { count(Int(compounds[index])) }
          }
        }
      }
    }
    touchedCount = next
    return length * Int(weight)
  }

  /// Counts neighbours in order as terms of their own.
  private mutating func tallyPairs(weight: UInt32) {
    var previous = 0
    func next(_ place: Int) {
      if previous > 0 { count(reader.pair(previous - 1, place - 1) + 1, weight) }
      previous = place
    }
    for meaning in meanings where RunMeanings.Meaning.sequence(meaning) > 0 {
      let low = RunMeanings.Meaning.low(meaning)
      if meaning & RunMeanings.Meaning.isCompound == 0 {
        next(low)
      } else {
        for index in low..<(low + RunMeanings.Meaning.sequence(meaning)) { next(Int(reader.compounds[index])) }
      }
    }
  }

  private mutating func count(_ place: Int, _ weight: UInt32) {
    makeRoom(for: 1)
    touched[touchedCount] = UInt32(truncatingIfNeeded: place)
    touchedCount += counts[place] == 0 ? 1 : 0
    counts[place] = UInt8(truncatingIfNeeded: min(UInt32(counts[place]) + weight, 255))
  }

  /// Makes room for all terms, and for so many more of the document.
  private mutating func makeRoom(for more: Int) {
    if counts.count <= reader.terms.count {
      counts.append(contentsOf: repeatElement(0, count: reader.terms.count + 4_096))
    }
    let missing = touchedCount + more + 1 - touched.count
    if missing > 0 { touched.append(contentsOf: repeatElement(0, count: missing + touched.count)) }
  }

  /// Closes an index of the documents in the order in which they were added.
  package consuming func finish() -> SearchIndex {
    let order = (0..<documentCount).map { (chunk: 0, document: $0) }
    let without = without
    return SearchIndex(IndexFile(IndexMerge([self], order: order).sections(), build: 0), without: without)
  }
}
