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
  private var reader = UnitReader()
  private var word: [UInt8] = []
  private let stopWords = StopWords.set
  /// Terms of the run that was analyzed last.
  private(set) var found = TermBuffer()

  package init() {}

  /// Finds runs of bytes that may hold terms: letters, digits, joiners (`-_.:/@+#'`) and everything above ASCII.
  ///
  /// Only a table look-up a byte; what a run means is worked out once for each different run. Joiners that say nothing at
  /// either end are left out, so that `word.` and `word` are one run.
  @inline(__always) package static func runs(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
    ByteTable.flags.withUnsafeBufferPointer { flags in
      var index = 0
      let count = text.count
      while index < count {
        while index < count, flags[Int(text[index])] == 0 { index += 1 }
        var start = index
        while index < count, flags[Int(text[index])] != 0 { index += 1 }
        var end = index
        while end > start, flags[Int(text[end - 1])] & ByteTable.idle != 0 { end -= 1 }
        while start < end, flags[Int(text[start])] & ByteTable.joiner != 0 { start += 1 }
        if end > start { body(start..<end) }
      }
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
    analyze(run)
    for range in found.sequence { terms.sequence.append(Array(found.bytes[range])) }
    for range in found.extra { terms.extra.append(Array(found.bytes[range])) }
  }

  /// Analyzes one run; its terms are in `found` until the next.
  mutating func analyze(_ run: UnsafeBufferPointer<UInt8>) {
    found.removeAll()
    if readPlainWord(run) { return appendWord() }
    reader.read(run)
    let units = reader.units
    var start = 0
    for index in units.indices where units[index].kind == .separator {
      appendCompound(units[start..<index])
      start = index + 1
    }
    appendCompound(units[start...])
  }

  /// Takes the run in lower case where it is one word of ASCII letters, as most are: `scan`, `Scan`, `SCAN`; not
  /// `scanFile`.
  private mutating func readPlainWord(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    var capitals = 0
    for byte in run {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      default: return false
      }
    }
    guard let first = run.first else { return false }
    guard capitals == 0 || capitals == run.count || capitals == 1 && first < UInt8(ascii: "a") else { return false }
    word.removeAll(keepingCapacity: true)
    for byte in run { word.append(byte | 0x20) }
    return true
  }

  /// The folded bytes of units that stand one after the other.
  private func bytes(_ units: ArraySlice<Unit>) -> ArraySlice<UInt8> {
    guard let first = units.first, let last = units.last else { return [] }
    return reader.folded[Int(first.start)..<Int(last.end)]
  }

  private mutating func appendCompound(_ units: ArraySlice<Unit>) {
    let units = trimmed(units)
    guard !units.isEmpty else { return }
    if units.contains(where: { $0.kind == .joiner && reader.folded[Int($0.start)] == UInt8(ascii: "'") }) {
      return appendWithoutApostrophes(units)
    }
    if units.contains(where: { $0.kind == .ideograph }) { return appendBigrams(units) }
    let before = found.sequence.count
    var start = units.startIndex
    var pieces: [(units: ArraySlice<Unit>, parts: Int)] = []
    while start < units.endIndex {
      let end = units[start...].firstIndex { $0.kind == .joiner } ?? units.endIndex
      if end > start { pieces.append((units[start..<end], appendParts(of: units[start..<end]))) }
      start = end + 1
    }
    let isPlain = pieces.count == 1 && pieces[0].parts == 1 && pieces[0].units.count == units.count
    guard !isPlain else { return }
    found.appendExtra(bytes(units), after: before)
    guard pieces.count > 1 else { return }
    for piece in pieces where piece.parts > 1 { found.appendExtra(bytes(piece.units), after: before) }
  }

  /// Appends the parts of a piece, split at `aB`, `ABc` and between letters and digits: `HTTPServer2` → `http`, `server`,
  /// `2`; gives their number.
  private mutating func appendParts(of piece: ArraySlice<Unit>) -> Int {
    var count = 1
    var start = piece.startIndex
    for index in piece.indices.dropFirst() {
      let (before, here) = (piece[index - 1].kind, piece[index].kind)
      let next = index + 1 < piece.endIndex ? piece[index + 1].kind : here
      let isBoundary =
        (before == .digit) != (here == .digit) || (before == .lower && here == .upper)
        || (before == .upper && here == .upper && next == .lower)
      if isBoundary {
        appendPart(piece[start..<index])
        start = index
        count += 1
      }
    }
    appendPart(piece[start...])
    return count
  }

  private mutating func appendPart(_ part: ArraySlice<Unit>) {
    if part.first?.kind == .digit { return found.appendSequence(bytes(part)) }
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: bytes(part))
    appendWord()
  }

  /// Appends the stem of the word that was read, unless it is a function word.
  private mutating func appendWord() {
    if word.withUnsafeBufferPointer({ stopWords.contains($0) }) { return }
    stemmer.read(word)
    found.appendSequence(stemmer.word[...])
  }

  /// `数据库` → `数据`, `据库`; letters between ideographs stay words.
  private mutating func appendBigrams(_ units: ArraySlice<Unit>) {
    var index = units.startIndex
    while index < units.endIndex {
      let end =
        units[index...].firstIndex { ($0.kind == .ideograph) != (units[index].kind == .ideograph) } ?? units.endIndex
      let run = units[index..<end]
      if units[index].kind != .ideograph {
        appendCompound(run)
      } else if run.count == 1 {
        found.appendSequence(bytes(run))
      } else {
        for pair in run.startIndex..<(run.endIndex - 1) { found.appendSequence(bytes(run[pair...(pair + 1)])) }
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
    let tail = bytes(units[end...])
    if tail.starts(with: "++".utf8) { return units[..<(end + 2)] }
    return tail.first == UInt8(ascii: "#") ? units[..<(end + 1)] : units[..<end]
  }

  /// `GC's` → `GC`, `doesn't` → `doesnt`: what is left is read as a run of its own.
  private mutating func appendWithoutApostrophes(_ units: ArraySlice<Unit>) {
    let apostrophe = UInt8(ascii: "'")
    guard let mark = units.firstIndex(where: { reader.folded[Int($0.start)] == apostrophe }) else { return }
    let isPossessive = units.endIndex - mark == 2 && bytes(units[(mark + 1)...]).elementsEqual([UInt8(ascii: "s")])
    if isPossessive { return appendCompound(units[..<mark]) }
    let kept = units.filter { reader.folded[Int($0.start)] != apostrophe }
    let all = reader
    reader.keep(kept)
    appendCompound(reader.units[...])
    reader = all
  }
}
