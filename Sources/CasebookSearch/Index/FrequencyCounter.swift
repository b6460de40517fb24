/// Weighted frequencies of the keys of one document, kept in one array for all of them.
struct FrequencyCounter {
  private var counts: [UInt32] = []
  private var touched: [Int32] = []

  mutating func add(_ key: Int, _ weight: UInt32) {
    while counts.count <= key { counts.append(0) }
    if counts[key] == 0 { touched.append(Int32(truncatingIfNeeded: key)) }
    counts[key] &+= weight
  }

  /// Moves what was counted into postings, each frequency capped at a byte, and begins anew.
  mutating func drain(into postings: inout PostingCollector, document: UInt16) {
    for key in touched {
      postings.append(key: key, document: document, frequency: UInt8(clamping: counts[Int(key)]))
      counts[Int(key)] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Forgets the keys, for a segment that numbers its own.
  mutating func reset() {
    counts.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
  }
}

/// Postings in the order of documents, before they are grouped by key.
struct PostingCollector {
  private(set) var keys: [Int32] = []
  private(set) var documents: [UInt16] = []
  private(set) var frequencies: [UInt8] = []

  mutating func append(key: Int32, document: UInt16, frequency: UInt8) {
    keys.append(key)
    documents.append(document)
    frequencies.append(frequency)
  }

  /// How many documents hold each key.
  func documentFrequencies(keys count: Int) -> [Int32] {
    var result = [Int32](repeating: 0, count: count)
    for key in keys { result[Int(key)] += 1 }
    return result
  }
}
