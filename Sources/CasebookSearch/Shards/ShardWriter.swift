/// Writes the parts of the browser's index one kind after the other.
struct ShardWriter {
  /// Cases in a file of cards or of texts.
  static let casesInFile = 12
  /// Bytes that a leaf should not exceed. Words are asked for most, names by a hash that no word tells, so that each query
  /// loads one leaf of them.
  private enum LeafSize {
    static let words = 4_000
    static let otherTerms = 8_000
    static let pairs = 4_000
    static let names = 1_000
    static let spellings = 8_000
    static let facets = 4_000
  }

  private let search: CaseSearch
  private let documents: Int
  /// Separators of the leaves, by table.
  private var separators: [(table: String, keys: [UInt8])] = []
  private(set) var parts: [(name: String, bytes: [UInt8])] = []

  init(_ search: CaseSearch) {
    self.search = search
    documents = search.caseCount
  }

  private func table(_ letter: String, _ size: Int) -> ShardTable {
    ShardTable(letter, size: size, documents: documents)
  }

  private mutating func close(_ table: ShardTable) {
    var table = table
    let keys = table.finish()
    guard !table.leaves.isEmpty else { return }
    separators.append((table.letter, keys))
    for (number, leaf) in table.leaves.enumerated() { add("\(table.letter)\(number)", [leaf.keys, leaf.bits]) }
  }

  private mutating func add(_ name: String, _ texts: [[UInt8]]) {
    var bytes: [UInt8] = []
    ShardScript.append(name, texts, to: &bytes)
    parts.append((name, bytes))
  }

  /// Words (`w`), terms with digits or punctuation (`x`), pairs of neighbours (`p`), spellings with how common they are
  /// (`s`).
  mutating func writeTerms() {
    var words = table("w", LeafSize.words)
    var others = table("x", LeafSize.otherTerms)
    var pairs = table("p", LeafSize.pairs)
    var spellings = table("s", LeafSize.spellings)
    var postings: [UInt32] = []
    var frequencies: [Int] = []
    let count = documents
    search.index.terms.forEachEntry { term, entry in
      Self.read(entry.list, below: count, into: &postings)
      frequencies.append(postings.count)
      if term.contains(TermDictionary.pairSeparator) {
        pairs.append(term, postings)
      } else if term.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) {
        words.append(term, postings)
      } else {
        others.append(term, postings)
      }
    }
    search.index.forEachSpelling(beginning: []) { word, term in
      spellings.append(word, count: frequencies.indices.contains(term) ? frequencies[term] : 1)
      return true
    }
    for table in [words, others, pairs, spellings] { close(table) }
  }

  private static func read(_ list: PostingList, below count: Int, into postings: inout [UInt32]) {
    postings.removeAll(keepingCapacity: true)
    list.forEach(below: count) { document, frequency in
      postings.append(UInt32(truncatingIfNeeded: document << 4 | frequency))
    }
  }

  /// Hashes of what cases are called and say of themselves (`n`): seven digits to the base 32, cases with their tier.
  private mutating func writeNames(_ names: [UInt64]) {
    var table = table("n", LeafSize.names)
    var postings: [UInt32] = []
    let names = names.sorted()
    for (place, name) in names.enumerated() {
      let number = UInt32(truncatingIfNeeded: name) >> 2
      // A title that is a symptom too counts as a title.
      if postings.last.map({ $0 >> 4 < number }) ?? true { postings.append(number << 4 | UInt32(name & 3)) }
      if place + 1 == names.count || names[place + 1] >> 32 != name >> 32 {
        table.append(Self.digits(Int(name >> 32)), postings)
        postings.removeAll(keepingCapacity: true)
      }
    }
    close(table)
  }

  /// FNV-1a of a name's bare words, with case and tier.
  private static func name(_ words: [UInt8], _ number: Int, _ tier: UInt64) -> UInt64 {
    let hash = words.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    return UInt64(hash) << 32 | UInt64(truncatingIfNeeded: number) << 2 | tier
  }

  private static func digits(_ hash: Int) -> [UInt8] {
    (0..<7).map { place in
      let digit = UInt8(truncatingIfNeeded: hash >> (30 - 5 * place) & 31)
      return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }

  /// Values of filters (`f`, by filter and number; `=` and a phrase for the issue types that it stands for), and their
  /// names (`v`).
  mutating func writeFacets() {
    var lists: [(key: [UInt8], postings: [UInt32])] = []
    var names = ShardJSON()
    names.open("{")
    names.member("issueTypes", search.facets.issueTypes)
    var postings: [UInt32] = []
    for filter in SearchQuery.Filter.allCases {
      let values = search.facets.values(of: filter)
      names.member(filter.rawValue, values.map(\.text))
      for (number, value) in values.enumerated() {
        Self.read(value.list, below: documents, into: &postings)
        lists.append((Array("\(filter.rawValue) \(number)".utf8), postings))
      }
      if filter == .type { lists += phrases(values.map(\.text)) }
    }
    names.close("}")
    lists.sort { $0.key.lexicographicallyPrecedes($1.key) }
    var table = table("f", LeafSize.facets)
    for list in lists where !list.postings.isEmpty { table.append(list.key, list.postings) }
    close(table)
    add("v", [names.bytes])
  }

  /// What people say for issue types, each with the numbers of the types among the filter's values.
  private func phrases(_ types: [String]) -> [(key: [UInt8], postings: [UInt32])] {
    var numbers: [[UInt8]: Set<Int>] = [:]
    let known = Dictionary(grouping: types.indices) { PlainWords.of(types[$0]) }
    for (type, phrases) in search.synonyms.phrases {
      guard let own = known[PlainWords.of(type)] else { continue }
      for phrase in phrases.map(PlainWords.of) where !phrase.isEmpty { numbers[phrase, default: []].formUnion(own) }
    }
    return numbers.map { phrase, types in
      ([UInt8(ascii: "=")] + phrase, types.sorted().map { UInt32(truncatingIfNeeded: $0 << 4) })
    }
  }

  /// Cards (`c`) and texts (`t`), so many cases to a file, and names.
  mutating func writeCases(_ address: (SearchableCase) -> String?) {
    var names: [UInt64] = []
    for first in stride(from: 0, to: documents, by: Self.casesInFile) {
      var (cards, texts) = (ShardJSON(), ShardJSON())
      cards.open("[")
      texts.open("[")
      for number in first..<min(first + Self.casesInFile, documents) {
        let item = search.cases.head(number)
        let statements = search.cases.statements(number)
        cards.card(item, summary: statements.dropFirst().first?.bytes ?? [], address: address(item))
        let words = statements.map { PlainWords.of($0.bytes) }
        texts.list(words)
        names += item.names.map(PlainWords.of).filter { !$0.isEmpty }.map { Self.name($0, number, 0) }
        for (statement, words) in zip(statements, words) where !words.isEmpty {
          names.append(Self.name(words, number, statement.field == .title ? 1 : 2))
        }
      }
      cards.close("]")
      texts.close("]")
      add("c\(first / Self.casesInFile)", [cards.bytes])
      add("t\(first / Self.casesInFile)", [texts.bytes])
    }
    writeNames(names)
  }

  /// The root, with the folder of the other parts below its own.
  func root(files: String) -> [UInt8] {
    let classes = search.index.lengthClasses.bytes.prefix(documents)
    let used = Set(classes).sorted()
    var json = ShardJSON()
    json.open("{")
    json.member("version", SearchShards.version)
    json.member("files", text: files)
    json.member("cases", documents)
    json.member("length", search.index.totalLength)
    json.member("casesInFile", Self.casesInFile)
    json.member("filters", SearchQuery.Filter.allCases.map(\.rawValue))
    json.member("classes", used.map(Int.init))
    json.member("lengths", digits: classes.map { used.firstIndex(of: $0) ?? 0 })
    json.open("leaves", "{")
    for (table, keys) in separators { json.member(table, quoted: keys) }
    json.close("}")
    json.close("}")
    var bytes: [UInt8] = []
    ShardScript.append("root", [json.bytes], to: &bytes)
    return bytes
  }
}
