/// Brings the postings of several builders into one order of documents and one sorted dictionary.
///
/// The result depends on documents and their order alone, not on how they were shared out.
struct IndexMerge {
  private let builders: [IndexBuilder]
  private let order: [(chunk: Int, document: Int)]
  /// Terms of all builders.
  private var terms = TermTable()
  /// Numbers of each builder's terms in `terms`.
  private var numbers: [[Int32]] = []
  private var frequencies: [Int32] = []
  /// Kept terms, sorted.
  private var sorted: [Int32] = []

  /// `order` names every document by its builder and its number there.
  init(_ builders: [IndexBuilder], order: [(chunk: Int, document: Int)]) {
    self.builders = builders
    self.order = order
    numberTerms()
    frequencies = [Int32](repeating: 0, count: terms.count)
    for (builder, numbers) in zip(builders, numbers) {
      for document in builder.postings {
        for posting in document { frequencies[Int(numbers[Int(posting >> 4)])] += 1 }
      }
    }
    sorted = sortedTerms()
  }

  private mutating func numberTerms() {
    if let only = builders.first, builders.count == 1 {
      terms = only.terms
      numbers = [(0..<Int32(clamping: terms.count)).map(\.self)]
      return
    }
    for builder in builders {
      numbers.append(
        builder.terms.withPool { pool, starts in
          (0..<builder.terms.count).map { id in
            let term = UnsafeBufferPointer(rebasing: pool[Int(starts[id])..<Int(starts[id + 1])])
            return Int32(truncatingIfNeeded: terms.insert(term).id)
          }
        })
    }
  }

  /// A pair of one document brings together nothing that its words do not.
  private func sortedTerms() -> [Int32] {
    terms.withPool { pool, starts in
      SortedStrings.numbers(of: pool, starts) { id, term in
        frequencies[id] > 1 || !term.contains(TermDictionary.pairSeparator)
      }
    }
  }

  /// Every section that terms and postings need.
  func sections() -> [IndexFile.Section: ByteWriter] {
    var result: [IndexFile.Section: ByteWriter] = [:]
    let blocks = PostingList.blocks(of: order.count)
    var lengths = ByteWriter()
    var totalLength = 0
    for place in order {
      let length = builders[place.chunk].lengths[place.document]
      totalLength += length
      lengths.append(Ranking.lengthClass(length))
    }
    lengths.append(size: blocks * PostingList.blockSize - order.count) { _ in }
    result[.lengths] = lengths
    let spellings = spellings()
    writeTerms(blocks: blocks, to: &result)
    result[.spellingBlocks] = spellings.blocks
    result[.spellings] = spellings.entries
    var numbers = ByteWriter()
    numbers.append(uint64: UInt64(order.count))
    numbers.append(uint64: UInt64(clamping: totalLength))
    numbers.append(uint64: UInt64(sorted.count))
    numbers.append(uint64: UInt64(spellings.count))
    result[.numbers] = numbers
    return result
  }

  private func writeTerms(blocks: Int, to result: inout [IndexFile.Section: ByteWriter]) {
    var ends = [Int](repeating: 0, count: terms.count)
    let postings = scattered(&ends)
    var table = FrontCodedWriter()
    var lists = ByteWriter()
    lists.reserve(postings.count * 2)
    terms.withPool { pool, starts in
      postings.withUnsafeBufferPointer { postings in
        for id in sorted {
          let frequency = Int(frequencies[Int(id)])
          let end = ends[Int(id)]
          let term = UnsafeBufferPointer(rebasing: pool[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])])
          table.append(term, head: lists.count)
          table.append(varint: frequency)
          let own = UnsafeBufferPointer(rebasing: postings[(end - frequency)..<end])
          if frequency == 1 {
            table.append(varint: Int(own[0]))
          } else {
            let before = lists.count
            PostingList.write(own, blocks: blocks, to: &lists)
            table.append(varint: lists.count - before)
          }
        }
      }
    }
    result[.termBlocks] = table.blocks
    result[.terms] = table.entries
    result[.postings] = lists
  }

  /// Postings by term, documents ascending: `document · 16 + class`. `ends` gives where each term's end.
  private func scattered(_ ends: inout [Int]) -> [UInt32] {
    var total = 0
    for id in ends.indices {
      ends[id] = total
      total += Int(frequencies[id])
    }
    return [UInt32](unsafeUninitializedCapacity: total) { postings, count in
      ends.withUnsafeMutableBufferPointer { next in
        for (document, place) in order.enumerated() {
          numbers[place.chunk].withUnsafeBufferPointer { numbers in
            for posting in builders[place.chunk].postings[place.document] {
              let id = Int(numbers[Int(posting >> 4)])
              postings.initializeElement(at: next[id], to: UInt32(truncatingIfNeeded: document << 4) | posting & 15)
              next[id] += 1
            }
          }
        }
      }
      count = total
    }
  }

  /// Spellings of all builders, sorted, each once; they agree on what a word means.
  private func spellings() -> FrontCodedWriter {
    var places = [Int32](repeating: -1, count: terms.count)
    for (place, id) in sorted.enumerated() { places[Int(id)] = Int32(truncatingIfNeeded: place) }
    var all = Spellings()
    for (builder, numbers) in zip(builders, numbers) {
      builder.spellings.forEach { word, term in all.add(word, of: Int(places[Int(numbers[term])])) }
    }
    var table = FrontCodedWriter()
    all.pool.withUnsafeBufferPointer { pool in
      var previous = UnsafeBufferPointer(rebasing: pool[..<0])
      for id in SortedStrings.numbers(of: pool, all.starts, { id, _ in all.terms[id] >= 0 }) {
        let word = UnsafeBufferPointer(
          rebasing: pool[Int(all.starts[Int(id)])..<Int(all.starts[Int(id) + 1])])
        guard !word.elementsEqual(previous) else { continue }
        table.append(word, head: 0)
        table.append(varint: Int(all.terms[Int(id)]))
        previous = word
      }
    }
    return table
  }
}
