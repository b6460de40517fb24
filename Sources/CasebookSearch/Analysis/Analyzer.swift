/// Turns text into terms, on UTF-8 bytes; the browser's half gives the same terms for the same text.
///
/// A plain word gives its Porter2 stem, or nothing where it is a function word. A compound (`MyClass.doSomething`,
/// `v2.4.0`, `read-modify-write`) gives itself, its pieces between punctuation, and its parts at changes of case and
/// between letters and digits. Parts stand in the sequence of words, so that pairs of neighbours cross them; wholes and
/// pieces are extra. Nothing with a digit is dropped.
package struct Analyzer: Sendable {
  /// Terms of a stretch of text: `sequence` in order, `extra` beside them.
  package struct Terms: Sendable, Equatable {
    package var sequence: [[UInt8]] = []
    package var extra: [[UInt8]] = []
  }

  /// A longer term is not indexed as a whole; its parts are.
  package static let longestTerm = 64

  private var splitter = RunSplitter()
  private var words: WordStemmer

  package init(without: RankingFeature? = nil) { words = WordStemmer(without: without) }

  /// Finds runs of bytes that may hold terms: letters, digits, joiners (`-_.:/@+#'`) and everything above ASCII.
  ///
  /// What a run means is worked out once for each different run. Joiners that say nothing at either end are left out, so
  /// that `word.` and `word` are one run. Sixty-four bytes are classed at once, and only the changes between runs and what
  /// parts them are visited: where a word ends can't be foretold, so a loop over bytes stumbles at each end.
  @inline(__always) package static func runs(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var open = -1
    var carry: UInt64 = 0
    var index = 0
    while index < text.count {
      let mask = RunMask.of(text, at: index)
      var edges = mask ^ (mask << 1 | carry)
      carry = mask >> 63
      while edges != 0 {
        let place = index + edges.trailingZeroBitCount
        edges &= edges - 1
        if open < 0 {
          open = place
        } else {
          close(text, open, place, body)
          open = -1
        }
      }
      index += 64
    }
    if open >= 0 { close(text, open, text.count, body) }
  }

  /// Hands over a run without the joiners at its ends.
  @inline(__always) private static func close(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ body: (Range<Int>) -> Void
  ) {
    var (start, end) = (start, end)
    ByteTable.flags.withUnsafeBufferPointer { flags in
      while end > start, flags[Int(text[end - 1])] & ByteTable.idle != 0 { end -= 1 }
      while start < end, flags[Int(text[start])] & ByteTable.joiner != 0 { start += 1 }
    }
    if end > start { body(start..<end) }
  }

  /// Analyzes a text of any kind.
  package mutating func terms(of text: [UInt8]) -> Terms {
    var result = Terms()
    text.withUnsafeBufferPointer { buffer in
      Self.runs(in: buffer) { run in appendTerms(of: UnsafeBufferPointer(rebasing: buffer[run]), to: &result) }
    }
    return result
  }

  /// The wanted terms that a run holds.
  mutating func terms(_ wanted: WantedTerms, of run: UnsafeBufferPointer<UInt8>) -> Set<[UInt8]> {
    splitter.split(run)
    var held: Set<[UInt8]> = []
    func take(_ term: ArraySlice<UInt8>) {
      let term = Array(term.prefix(Self.longestTerm))
      if wanted.terms.contains(term) { held.insert(term) }
    }
    let found = splitter.found
    for part in found.sequence where wanted.mayBegin(found.bytes[part.range]) {
      let bytes = found.bytes[part.range]
      if !part.isWord {
        take(bytes)
      } else if let stem = bytes.withUnsafeBufferPointer({ words.stem($0) }) {
        take(stem)
      }
    }
    for range in found.extra where wanted.mayBegin(found.bytes[range]) { take(found.bytes[range]) }
    return held
  }

  /// Analyzes one run and appends its terms.
  package mutating func appendTerms(of run: UnsafeBufferPointer<UInt8>, to terms: inout Terms) {
    splitter.split(run)
    let found = splitter.found
    for part in found.sequence {
      if !part.isWord {
        terms.sequence.append(Array(found.bytes[part.range].prefix(Self.longestTerm)))
      } else if let stem = found.bytes[part.range].withUnsafeBufferPointer({ words.stem($0) }) {
        terms.sequence.append(Array(stem))
      }
    }
    for range in found.extra { terms.extra.append(Array(found.bytes[range])) }
  }
}
