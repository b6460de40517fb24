/// Postings grouped by key, documents ascending in each group: two bytes for the document, one for its weighted frequency.
struct PostingLists: Sendable {
  private let starts: [Int32]
  let documents: [UInt16]
  let frequencies: [UInt8]

  /// Sorts by counting. A key whose number is negative is left out: `numbers` gives each key its place.
  init(_ postings: PostingCollector, keys: Int, numbers: [Int32]? = nil) {
    func number(_ key: Int32) -> Int { Int(numbers.map { $0[Int(key)] } ?? key) }
    var starts = [Int32](repeating: 0, count: keys + 1)
    for key in postings.keys where number(key) >= 0 { starts[number(key) + 1] += 1 }
    for index in 0..<keys { starts[index + 1] += starts[index] }
    var next = starts
    var documents = [UInt16](repeating: 0, count: Int(starts[keys]))
    var frequencies = [UInt8](repeating: 0, count: Int(starts[keys]))
    for index in postings.keys.indices {
      let key = number(postings.keys[index])
      guard key >= 0 else { continue }
      let slot = Int(next[key])
      next[key] += 1
      documents[slot] = postings.documents[index]
      frequencies[slot] = postings.frequencies[index]
    }
    self.starts = starts
    self.documents = documents
    self.frequencies = frequencies
  }

  /// Where the postings of a key stand; empty for a key that came later.
  func range(of key: Int) -> Range<Int> {
    guard key >= 0, key + 1 < starts.count else { return 0..<0 }
    return Int(starts[key])..<Int(starts[key + 1])
  }

  var bytes: Int { starts.count * 4 + documents.count * 3 }
}
