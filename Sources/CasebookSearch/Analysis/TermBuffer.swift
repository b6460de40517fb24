/// What a run holds, over one buffer of bytes that is used again for the next run.
struct TermBuffer: Sendable {
  /// A word or a number of a run.
  struct Part: Sendable {
    var start: Int32
    var end: Int32
    /// Letters, to be stemmed; a number or a pair of ideographs stays as it is.
    var isWord: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  private(set) var bytes: [UInt8] = []
  /// Words and numbers in order.
  private(set) var sequence: [Part] = []
  /// Compounds beside them.
  private(set) var extra: [Range<Int>] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    sequence.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
  }

  /// Takes a run of ASCII as all the bytes, capitals made small.
  mutating func fold(_ run: UnsafeBufferPointer<UInt8>, _ kinds: [UInt8]) {
    bytes.append(contentsOf: run)
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in 0..<min(bytes.count, kinds.count) where kinds[index] == PlainByte.upper { bytes[index] |= 0x20 }
    }
  }

  /// Appends a part of the bytes.
  mutating func appendSequence(_ range: Range<Int>, isWord: Bool) {
    sequence.append(
      Part(
        start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound), isWord: isWord))
  }

  /// Appends a compound among the bytes, unless it is too long.
  mutating func appendExtra(_ range: Range<Int>) {
    if range.count <= Analyzer.longestTerm { extra.append(range) }
  }

  /// Appends a part with bytes of its own.
  mutating func appendSequence(_ part: ArraySlice<UInt8>, isWord: Bool) {
    guard !part.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: part)
    appendSequence(start..<bytes.count, isWord: isWord)
  }

  /// Appends a compound with bytes of its own, unless it is too long.
  mutating func appendExtra(_ term: ArraySlice<UInt8>) {
    guard term.count <= Analyzer.longestTerm else { return }
    let start = bytes.count
    bytes.append(contentsOf: term)
    extra.append(start..<bytes.count)
  }
}
