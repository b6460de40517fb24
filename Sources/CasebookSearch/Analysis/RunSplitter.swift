/// Splits a run into the words, numbers and compounds that it holds, in lower case and not yet stemmed.
///
/// `MyClass.doSomething` → words `my`, `class`, `do`, `something`; beside them `myclass.dosomething`, `myclass`,
/// `dosomething`. Runs of ASCII letters, digits and plain joiners, as most are, go through one loop over the bytes; what
/// has other letters, apostrophes, `C++` or `C#` goes through units, which are folded characters.
struct RunSplitter: Sendable {
  private var reader = UnitReader()
  /// Kinds of the bytes of a plain run.
  private var kinds: [UInt8] = []
  /// Pieces of a plain run that have several parts.
  private var compounds: [Range<Int>] = []
  /// What the run that was split last holds.
  private(set) var found = TermBuffer()

  /// Lends out what was found, and takes it back: a copy would cost more than the split.
  mutating func swap(_ other: inout TermBuffer) { Swift.swap(&found, &other) }

  mutating func split(_ run: UnsafeBufferPointer<UInt8>) {
    found.removeAll()
    if splitPlain(run) { return }
    found.removeAll()
    reader.read(run)
    let units = reader.units
    var start = 0
    for index in units.indices where units[index].kind == .separator {
      appendCompound(units[start..<index])
      start = index + 1
    }
    appendCompound(units[start...])
  }

  /// Splits a run of ASCII letters, digits and `-_.:/@` that begins and ends with none of these; gives `false` for others.
  private mutating func splitPlain(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = run.first, let last = run.last, PlainByte.isWord(first), PlainByte.isWord(last) else {
      return false
    }
    guard readKinds(run) else { return false }
    var (pieces, pieceStart, index) = (0, 0, 0)
    compounds.removeAll(keepingCapacity: true)
    while index < kinds.count {
      while index < kinds.count, kinds[index] != PlainByte.joiner { index += 1 }
      if index > pieceStart {
        pieces += 1
        if splitPiece(pieceStart..<index) > 1 { compounds.append(pieceStart..<index) }
      }
      index += 1
      pieceStart = index
    }
    if pieces > 1 || !compounds.isEmpty { found.appendExtra(0..<run.count) }
    if pieces > 1 { for compound in compounds { found.appendExtra(compound) } }
    return true
  }

  /// Reads the run in lower case, and what its bytes are; `false` where one is not plain.
  private mutating func readKinds(_ run: UnsafeBufferPointer<UInt8>) -> Bool {
    kinds.removeAll(keepingCapacity: true)
    kinds.append(contentsOf: run)
    var all: UInt8 = 0
    PlainByte.kinds.withUnsafeBufferPointer { table in
      kinds.withUnsafeMutableBufferPointer { kinds in
        for index in kinds.indices {
          let kind = table[Int(kinds[index])]
          kinds[index] = kind
          all |= kind
        }
      }
    }
    guard all & PlainByte.other == 0 else { return false }
    found.fold(run, kinds)
    return true
  }

  /// Appends the parts of a piece of a plain run; gives their number.
  private mutating func splitPiece(_ piece: Range<Int>) -> Int {
    var count = 1
    var start = piece.lowerBound
    var before = kinds[start]
    for index in (start + 1)..<max(piece.upperBound, start + 1) {
      let here = kinds[index]
      if here == before, here != PlainByte.upper { continue }
      let isBoundary: Bool
      if before == PlainByte.upper {
        let startsWord = here == PlainByte.upper && index + 1 < piece.upperBound && kinds[index + 1] == PlainByte.lower
        isBoundary = startsWord || here == PlainByte.digit
      } else {
        isBoundary = true
      }
      if isBoundary {
        found.appendSequence(start..<index, isWord: kinds[start] != PlainByte.digit)
        start = index
        count += 1
      }
      before = here
    }
    found.appendSequence(start..<piece.upperBound, isWord: kinds[start] != PlainByte.digit)
    return count
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
    var start = units.startIndex
    var pieces: [(units: ArraySlice<Unit>, parts: Int)] = []
    while start < units.endIndex {
      let end = units[start...].firstIndex { $0.kind == .joiner } ?? units.endIndex
      if end > start { pieces.append((units[start..<end], appendParts(of: units[start..<end]))) }
      start = end + 1
    }
    let isPlain = pieces.count == 1 && pieces[0].parts == 1 && pieces[0].units.count == units.count
    guard !isPlain else { return }
    found.appendExtra(bytes(units))
    guard pieces.count > 1 else { return }
    for piece in pieces where piece.parts > 1 { found.appendExtra(bytes(piece.units)) }
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
    found.appendSequence(bytes(part), isWord: part.first?.kind != .digit)
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
        found.appendSequence(bytes(run), isWord: false)
      } else {
        for pair in run.startIndex..<(run.endIndex - 1) {
          found.appendSequence(bytes(run[pair...(pair + 1)]), isWord: false)
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
