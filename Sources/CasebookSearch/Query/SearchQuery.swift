import CasebookSource

/// A query taken apart: words, quoted phrases, excluded words and filters; nothing else is syntax.
///
/// `pool "lock wait" -mysql type:database-queries` → words `pool lock wait`, a phrase, an excluded word, a filter. What
/// looks like syntax and is none is searched as text: a lone quote, `foo:bar`, a dash between blanks.
package struct SearchQuery: Sendable, Hashable {
  /// What a filter asks of a case.
  package enum Filter: String, Sendable, CaseIterable { case type, tool, tag, severity, proof }

  /// More of a query is not read.
  package static let longest = 4_096

  /// All that is searched, phrases included.
  package private(set) var words = ""
  package private(set) var phrases: [String] = []
  package private(set) var excluded: [String] = []
  /// Values of a filter, any of which will do.
  package private(set) var filters: [Filter: [String]] = [:]
  /// What was not understood as it may have been meant.
  package private(set) var notes: [String] = []

  package init(_ text: String) {
    let bytes = Array(text.utf8.prefix(Self.longest))
    if text.utf8.count > Self.longest {
      notes.append("only the first \(Self.longest) bytes of the query were read")
    }
    var reader = Reader(bytes: bytes)
    while let token = reader.next() {
      switch token {
      case .phrase(let phrase) where phrase.utf8.allSatisfy { $0 <= 0x20 }: break
      case .phrase(let phrase):
        phrases.append(phrase)
        add(phrase)
      case .excluded(let word): excluded.append(word)
      case .filter(let filter, let value): require(filter, value)
      case .word(let word):
        noteNearFilter(word)
        add(word)
      }
    }
  }

  /// Adds a filter, as an option of the command line does.
  package mutating func require(_ filter: Filter, _ value: String) { filters[filter, default: []].append(value) }

  /// Whether nothing is asked at all.
  package var isEmpty: Bool { filters.isEmpty && words.isEmpty && excluded.isEmpty }

  private mutating func add(_ word: String) { words += words.isEmpty ? word : " " + word }

  /// `tpye:disk` is text, but probably not meant as such.
  private mutating func noteNearFilter(_ word: String) {
    let key = word.prefix { $0 != ":" }
    guard key.utf8.count < word.utf8.count - 1, key.utf8.count <= 8 else { return }
    let near = DidYouMean.suggestions(for: String(key), among: Filter.allCases.map(\.rawValue))
    if let name = near.first { notes.append("'\(key):' is no filter; did you mean '\(name):'?") }
  }

  private enum Token {
    case word(String), phrase(String), excluded(String)
    case filter(Filter, String)
  }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0
    /// Whether a quote was met that nothing closes.
    var hasOpenQuote = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
      while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
      guard index < bytes.count else { return nil }
      if let phrase = quoted() { return .phrase(phrase) }
      let word = bare()
      if let filter = filter(word) { return filter }
      if word.utf8.first == UInt8(ascii: "-"), word.utf8.dropFirst().first.map(Self.isWord) ?? false {
        return .excluded(String(word.dropFirst()))
      }
      return .word(word)
    }

    private mutating func quoted() -> String? {
      guard bytes[index] == UInt8(ascii: "\""), !hasOpenQuote else { return nil }
      guard let end = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) else {
        hasOpenQuote = true
        return nil
      }
      defer { index = end + 1 }
      return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    }

    private mutating func bare() -> String {
      let start = index
      while index < bytes.count, bytes[index] > 0x20 { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// `tag:oom`, `tool:"slow query log"`.
    private mutating func filter(_ word: String) -> Token? {
      guard let colon = word.utf8.firstIndex(of: UInt8(ascii: ":")),
        let filter = Filter(rawValue: String(word[..<colon]))
      else { return nil }
      var value = String(word[word.utf8.index(after: colon)...])
      if value.utf8.first == UInt8(ascii: "\"") {
        index -= value.utf8.count
        if let phrase = quoted() {
          value = phrase
        } else {
          index += value.utf8.count
          value.removeFirst()
        }
      }
      return value.isEmpty ? nil : .filter(filter, value)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
  }
}
