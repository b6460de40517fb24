/// What each different run of a collection means in terms, worked out once and found by its bytes.
///
/// A meaning is one number: the term of a plain word plus one, nothing for a function word, or where in `terms` those of
/// a compound stand.
struct RunMeanings: Sendable {
  /// How a meaning is read.
  enum Meaning {
    /// Marks the meaning of a compound.
    static let isCompound: UInt64 = 1 << 63
    /// What a function word means.
    static let nothing: UInt64 = 0

    static func word(_ term: Int) -> UInt64 { UInt64(truncatingIfNeeded: term + 1) | 1 << 32 }

    /// How many terms stand in order.
    @inline(__always) static func sequence(_ meaning: UInt64) -> Int { Int(meaning >> 32 & 0xFFFF) }

    /// How many stand beside them, at most half as many as can be in order.
    @inline(__always) static func extra(_ meaning: UInt64) -> Int { Int(meaning >> 48 & 0x7FFF) }

    /// A term plus one, or the place of the first.
    @inline(__always) static func low(_ meaning: UInt64) -> Int { Int(meaning & 0xFFFF_FFFF) }
  }

  private var splitter = RunSplitter()
  /// Runs of the text at hand that were not met before, each with its number.
  private var unknown: [(index: Int, place: UInt64)] = []
  private var stemmer: WordStemmer
  private var runs = KeyTable(capacity: 1 << 16)
  /// Terms plus one of words and numbers that were met, nothing for function words; with `isSpelt` once a run was one.
  private var words = KeyTable(capacity: 1 << 14)
  private static let isSpelt: UInt64 = 1 << 32
  /// Terms plus one of all compounds, one after the other.
  private(set) var compounds: [Int32] = []
  private(set) var terms = TermTable(capacity: 1 << 16)
  private(set) var spellings = Spellings()

  init(without: RankingFeature?) { stemmer = WordStemmer(without: without) }

  /// Gives the terms of a text as meanings.
  mutating func read(_ text: [UInt8], into meanings: inout [UInt64]) {
    guard text.count <= Int(Int32.max) else { return meanings.removeAll() }
    text.withUnsafeBufferPointer { buffer in
      // Between two runs stands a byte at least.
      meanings = [UInt64](unsafeUninitializedCapacity: buffer.count / 2 + 1) { places, count in
        Analyzer.runs(in: buffer) { run in
          let place = UInt64(truncatingIfNeeded: run.lowerBound) << 32 | UInt64(truncatingIfNeeded: run.count)
          places.initializeElement(at: count, to: place)
          count += 1
        }
      }
      unknown.removeAll(keepingCapacity: true)
      runs.look(up: &meanings, in: buffer, missing: &unknown)
      for (index, place) in unknown {
        let start = Int(place >> 32)
        let run = UnsafeBufferPointer(rebasing: buffer[start..<(start + Int(place & 0xFFFF_FFFF))])
        let found = runs.find(run)
        meanings[index] = found == KeyTable.absent ? analyze(run) : found
      }
    }
  }

  /// The number of a pair of neighbours, which is a term of its own.
  mutating func pair(_ first: Int, _ second: Int) -> Int {
    terms.insertPair(first, second, TermDictionary.pairSeparator)
  }

  /// Works out the terms of a run that was not met before.
  private mutating func analyze(_ run: UnsafeBufferPointer<UInt8>) -> UInt64 {
    splitter.split(run)
    var found = TermBuffer()
    splitter.swap(&found)
    defer { splitter.swap(&found) }
    let start = compounds.count
    found.bytes.withUnsafeBufferPointer { bytes in
      for part in found.sequence.prefix(Int(UInt16.max)) {
        let term = word(UnsafeBufferPointer(rebasing: bytes[part.range]), isWord: part.isWord)
        if term != Meaning.nothing { compounds.append(Int32(truncatingIfNeeded: term)) }
      }
    }
    let sequence = compounds.count - start
    found.bytes.withUnsafeBufferPointer { bytes in
      for range in found.extra.prefix(0x7FFF) {
        compounds.append(Int32(truncatingIfNeeded: insert(UnsafeBufferPointer(rebasing: bytes[range]))))
      }
    }
    let extra = compounds.count - start - sequence
    let meaning: UInt64
    if extra == 0, sequence <= 1 {
      let term = Int(compounds.last ?? 0) - 1
      meaning = sequence == 0 ? Meaning.nothing : Meaning.word(term)
      compounds.removeLast(sequence)
      if sequence == 1, found.sequence.count == 1 { noteSpelling(run, found, of: term) }
    } else {
      meaning =
        Meaning.isCompound | UInt64(truncatingIfNeeded: extra) << 48 | UInt64(truncatingIfNeeded: sequence) << 32
        | UInt64(truncatingIfNeeded: start)
    }
    runs.insert(run, meaning)
    return meaning
  }

  /// Notes how the one word of a run was written, once, however its capitals stand.
  private mutating func noteSpelling(_ run: UnsafeBufferPointer<UInt8>, _ found: TermBuffer, of term: Int) {
    found.bytes.withUnsafeBufferPointer { word in
      let known = words.find(word)
      guard known != KeyTable.absent, known & Self.isSpelt == 0, Spellings.isOne(run) else { return }
      words.replace(word, known | Self.isSpelt)
      spellings.add(word, of: term)
    }
  }

  /// The term of a word or number plus one, or nothing.
  private mutating func word(_ word: UnsafeBufferPointer<UInt8>, isWord: Bool) -> UInt64 {
    let known = words.find(word)
    if known != KeyTable.absent { return known & 0xFFFF_FFFF }
    let term =
      isWord
      ? stemmer.stem(word)?.withUnsafeBufferPointer { insert($0) } ?? Meaning.nothing : insert(word)
    words.insert(word, term)
    return term
  }

  /// The number of a term plus one.
  private mutating func insert(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let cut = UnsafeBufferPointer(rebasing: term.prefix(Analyzer.longestTerm))
    return UInt64(truncatingIfNeeded: terms.insert(cut).id + 1)
  }
}
