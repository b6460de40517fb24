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

  private var stemmer = Stemmer()

  package init() {}

  /// Finds runs of bytes that may hold terms: letters, digits, joiners (`-_.:/@+#'`) and everything above ASCII.
  ///
  /// Only a table look-up a byte; what a run means is worked out once for each different run.
  package static func runs(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    var index = 0
    let count = text.count
    while index < count {
      while index < count, ByteTable.isRun[Int(text[index])] == 0 { index += 1 }
      let start = index
      while index < count, ByteTable.isRun[Int(text[index])] != 0 { index += 1 }
      if index > start { body(start..<index) }
    }
  }

  /// Analyzes a text of any kind.
  package mutating func terms(of text: [UInt8]) -> Terms {
    var result = Terms()
    text.withUnsafeBufferPointer { buffer in
      Self.runs(in: buffer) { run in appendTerms(of: UnsafeBufferPointer(rebasing: buffer[run]), to: &result) }
    }
    return result
  }

  /// Analyzes one run and appends its terms.
  package mutating func appendTerms(of run: UnsafeBufferPointer<UInt8>, to terms: inout Terms) {
    if let word = Self.plainWord(run) { return appendWord(word, to: &terms) }
    var compound: [Unit] = []
    UnitReader.read(run) { unit in
      if unit.kind == .separator {
        appendCompound(compound[...], to: &terms)
        compound.removeAll(keepingCapacity: true)
      } else {
        compound.append(unit)
      }
    }
    appendCompound(compound[...], to: &terms)
  }

  /// The run in lower case where it is one word of ASCII letters, as most are: `scan`, `Scan`, `SCAN`; not `scanFile`.
  private static func plainWord(_ run: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var capitals = 0
    for byte in run {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      default: return nil
      }
    }
    guard let first = run.first else { return nil }
    guard capitals == 0 || capitals == run.count || capitals == 1 && first < UInt8(ascii: "a") else { return nil }
    return run.map { $0 | 0x20 }
  }

  private mutating func appendCompound(_ units: ArraySlice<Unit>, to terms: inout Terms) {
    let units = withoutApostrophes(trimmed(units))
    guard let first = units.first else { return }
    if first.kind == .ideograph || units.contains(where: { $0.kind == .ideograph }) {
      return appendBigrams(units, to: &terms)
    }
    let pieces = units.split { $0.kind == .joiner }
    let parts = pieces.map(Self.parts(of:))
    let isPlain = pieces.count == 1 && parts[0].count == 1 && pieces[0].count == units.count
    let before = terms.sequence.count
    for part in parts.joined() {
      if part.first?.kind == .digit {
        appendSequence(Unit.bytes(part), to: &terms)
      } else {
        appendWord(Unit.bytes(part), to: &terms)
      }
    }
    guard !isPlain else { return }
    appendExtra(Unit.bytes(units), after: before, to: &terms)
    for (piece, split) in zip(pieces, parts) where pieces.count > 1 && split.count > 1 {
      appendExtra(Unit.bytes(piece), after: before, to: &terms)
    }
  }

  private mutating func appendWord(_ word: [UInt8], to terms: inout Terms) {
    guard !StopWords.words.contains(word) else { return }
    appendSequence(stemmer.stem(word), to: &terms)
  }

  private func appendSequence(_ term: [UInt8], to terms: inout Terms) {
    if !term.isEmpty { terms.sequence.append(Array(term.prefix(Self.longestTerm))) }
  }

  private func appendExtra(_ term: [UInt8], after first: Int, to terms: inout Terms) {
    guard term.count <= Self.longestTerm, terms.sequence.count - first != 1 || terms.sequence.last != term else {
      return
    }
    terms.extra.append(term)
  }

  /// `数据库` → `数据`, `据库`; letters between ideographs stay words.
  private mutating func appendBigrams(_ units: ArraySlice<Unit>, to terms: inout Terms) {
    var index = units.startIndex
    while index < units.endIndex {
      let end =
        units[index...].firstIndex { ($0.kind == .ideograph) != (units[index].kind == .ideograph) } ?? units.endIndex
      let run = units[index..<end]
      if units[index].kind != .ideograph {
        appendCompound(run, to: &terms)
      } else if run.count == 1 {
        appendSequence(Unit.bytes(run), to: &terms)
      } else {
        for pair in run.startIndex..<(run.endIndex - 1) {
          appendSequence(Unit.bytes(run[pair...(pair + 1)]), to: &terms)
        }
      }
      index = end
    }
  }

  /// Drops joiners at both ends, but keeps the `++` of `C++` and the `#` of `C#`.
  private func trimmed(_ units: ArraySlice<Unit>) -> ArraySlice<Unit> {
    var units = units
    while let first = units.first, first.kind == .joiner { units.removeFirst() }
    var end = units.endIndex
    while end > units.startIndex, units[end - 1].kind == .joiner { end -= 1 }
    let letters = end - units.startIndex
    guard letters >= 1, letters <= 2 else { return units[..<end] }
    let tail = Unit.bytes(units[end...])
    if tail.starts(with: "++".utf8) { return units[..<(end + 2)] }
    return tail.first == UInt8(ascii: "#") ? units[..<(end + 1)] : units[..<end]
  }

  /// `GC's` → `GC`, `doesn't` → `doesnt`.
  private func withoutApostrophes(_ units: ArraySlice<Unit>) -> ArraySlice<Unit> {
    guard let mark = units.firstIndex(where: \.isApostrophe) else { return units }
    if units.endIndex - mark == 2, units[mark + 1].bytes == Unit.letterS { return units[..<mark] }
    return units.filter { !$0.isApostrophe }[...]
  }

  /// Splits a piece at `aB`, `ABc` and between letters and digits: `HTTPServer2` → `http`, `server`, `2`.
  private static func parts(of piece: ArraySlice<Unit>) -> [ArraySlice<Unit>] {
    var result: [ArraySlice<Unit>] = []
    var start = piece.startIndex
    for index in piece.indices.dropFirst() {
      let (before, here) = (piece[index - 1].kind, piece[index].kind)
      let next = index + 1 < piece.endIndex ? piece[index + 1].kind : here
      let isBoundary =
        (before == .digit) != (here == .digit) || (before == .lower && here == .upper)
        || (before == .upper && here == .upper && next == .lower)
      if isBoundary {
        result.append(piece[start..<index])
        start = index
      }
    }
    result.append(piece[start...])
    return result
  }
}
