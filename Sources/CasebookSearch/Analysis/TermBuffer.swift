/// Terms of a run over one buffer of bytes, used again for the next run.
struct TermBuffer: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Terms in order.
  private(set) var sequence: [Range<Int>] = []
  /// Terms beside them.
  private(set) var extra: [Range<Int>] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    sequence.removeAll(keepingCapacity: true)
    extra.removeAll(keepingCapacity: true)
  }

  /// Appends a term, cut where it is too long.
  mutating func appendSequence(_ term: ArraySlice<UInt8>) {
    guard !term.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: term.prefix(Analyzer.longestTerm))
    sequence.append(start..<bytes.count)
  }

  /// Appends a whole or a piece unless it is too long, or all there is since `first` is the same word.
  mutating func appendExtra(_ term: ArraySlice<UInt8>, after first: Int) {
    guard term.count <= Analyzer.longestTerm else { return }
    if sequence.count - first == 1, let last = sequence.last, bytes[last] == term { return }
    let start = bytes.count
    bytes.append(contentsOf: term)
    extra.append(start..<bytes.count)
  }
}
