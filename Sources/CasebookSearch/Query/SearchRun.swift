/// One query on its way through the tiers.
struct SearchRun {
  private let query: SearchQuery
  private let search: CaseSearch
  private let limit: Int
  private let allowed: [Bool]?
  private var analyzer = Analyzer()
  private var terms: Analyzer.Terms
  /// Terms that were read for one of the query → the one of the query.
  private var readings: [[UInt8]: [UInt8]] = [:]
  /// Terms of the query that are plain words, and not in capitals → the word as written.
  private var written: [[UInt8]: [UInt8]] = [:]
  private var found: [(number: Int, score: Int, tier: SearchTier)] = []
  /// Cases that were found, shown or not, and their number.
  private var seen: [Bool]
  private var seenCount = 0
  private var lookups: [(query: IndexQuery, demand: SearchIndex.Demand)] = []
  private(set) var answer = SearchAnswer()

  /// Fewer hits than these, and some of the words will do.
  private static let enough = 3

  init(_ query: SearchQuery, in search: CaseSearch, limit: Int) {
    self.query = query
    self.search = search
    self.limit = min(max(limit, 0), TopDocuments.most)
    var isDamaged = false
    allowed = search.allowed(by: query, &isDamaged)
    answer.isDamaged = isDamaged
    seen = [Bool](repeating: false, count: search.index.documentCount)
    terms = analyzer.terms(of: Array(query.words.utf8))
    terms.sequence = Array(terms.sequence.prefix(IndexQuery.mostTerms))
    readWords()
  }

  /// Notes how plain words were written; one that is known as the name of something is not stemmed: `insertall`.
  private mutating func readWords() {
    for word in query.words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let found = analyzer.terms(of: Array(word))
      guard found.extra.isEmpty, found.sequence.count == 1, let term = found.sequence.first else { continue }
      let plain = PlainWords.of(String(decoding: word, as: UTF8.self))
      if search.index.find(term) == nil, search.index.find(plain) != nil {
        for place in terms.sequence.indices where terms.sequence[place] == term { terms.sequence[place] = plain }
      } else if word.contains(where: { $0 >= UInt8(ascii: "a") }) {
        // Words in capitals are names, never read as others: `ENOSPC`.
        written[term] = plain
      }
    }
  }

  mutating func work() {
    if query.words.isEmpty { return listAllowed() }
    let whole = PlainWords.of(query.words)
    for tier in [SearchTier.id, .title, .symptom] {
      for number in search.exact(tier, whole, &answer.isDamaged) where isAllowed(number) { take(number, 0, tier) }
    }
    let asked = IndexQuery(terms, in: search.index)
    look(asked, .all, .all)
    if !asked.unknown.isEmpty { readOtherwise(asked) }
    if seenCount < Self.enough {
      for number in search.meant(by: whole) where isAllowed(number) { take(number, 0, .synonym) }
    }
    if seenCount < Self.enough {
      look(asked, .any, .partial)
    }
    setMode()
    finish()
  }

  private func isAllowed(_ number: Int) -> Bool { allowed.map { $0[number] } ?? true }

  private mutating func take(_ number: Int, _ score: Int, _ tier: SearchTier) {
    if see(number) { found.append((number, score, tier)) }
  }

  private mutating func see(_ number: Int) -> Bool {
    guard seen.indices.contains(number), !seen[number] else { return false }
    seen[number] = true
    seenCount += 1
    return true
  }

  /// Filters alone list the cases that pass, by id.
  private mutating func listAllowed() {
    guard !query.isEmpty else { return }
    for number in seen.indices where isAllowed(number) { take(number, 0, .all) }
    finish()
  }

  private mutating func look(_ asked: IndexQuery, _ demand: SearchIndex.Demand, _ tier: SearchTier) {
    guard !asked.isEmpty else { return }
    let ranked = search.index.ranked(asked, demand, among: allowed, limit: TopDocuments.most)
    if !ranked.fitting.isEmpty { lookups.append((asked, demand)) }
    for hit in ranked.documents { take(hit.document, hit.score, tier) }
    for number in ranked.fitting { _ = see(number) }
  }

  /// Reads words that no case holds as what they may begin or misspell.
  private mutating func readOtherwise(_ asked: IndexQuery) {
    let vocabulary = Vocabulary(search.index)
    if let last = terms.sequence.last, asked.unknown == [last] { readAsBeginning(last, vocabulary) }
    guard seenCount < Self.enough else { return }
    var corrected = terms
    corrected.extra = []
    for place in corrected.sequence.indices where asked.unknown.contains(corrected.sequence[place]) {
      let word = corrected.sequence[place]
      guard let written = written[word], let near = vocabulary.nearest(to: written) else { continue }
      readings[near.term] = word
      corrected.sequence[place] = near.term
    }
    guard corrected.sequence != terms.sequence else { return }
    let before = seenCount
    let reread = IndexQuery(corrected, in: search.index)
    look(reread, .all, .typo)
    if seenCount > before { return }
    // A misspelt word counts for the search by some words too.
    look(reread, .any, .partial)
  }

  /// Takes cases that hold a word that begins with the last one: the best of the readings decides.
  private mutating func readAsBeginning(_ last: [UInt8], _ vocabulary: Vocabulary) {
    var scores: [Int: Int] = [:]
    for term in vocabulary.beginning(with: last) {
      var terms = terms
      terms.sequence[terms.sequence.count - 1] = term
      readings[term] = last
      let asked = IndexQuery(terms, in: search.index)
      lookups.append((asked, .all))
      for hit in search.index.ranked(asked, .all, among: allowed, limit: TopDocuments.most).documents {
        scores[hit.document] = max(scores[hit.document] ?? 0, hit.score)
      }
    }
    for (number, score) in scores.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      take(number, score, .prefix)
    }
  }

  private mutating func setMode() {
    let tiers = Set(found.map(\.tier))
    if tiers.contains(.id) || tiers.contains(.title) || tiers.contains(.symptom) || tiers.contains(.all) {
      answer.mode = .all
    } else if tiers.contains(.typo) || tiers.contains(.prefix) || tiers.contains(.synonym) {
      answer.mode = .fuzzy
    } else if tiers.contains(.partial) {
      answer.mode = .any
    }
  }

  private mutating func finish() {
    answer.total = seenCount
    let wanted = WantedTerms(Set(terms.sequence + terms.extra).union(readings.keys))
    for item in found.prefix(limit) { answer.hits.append(hit(item.number, item.score, item.tier, wanted)) }
    for filter in SearchQuery.Filter.allCases { answer.facets[filter] = facet(filter) }
  }

  private mutating func hit(_ number: Int, _ score: Int, _ tier: SearchTier, _ wanted: WantedTerms) -> SearchHit {
    let item = search.cases.head(number)
    var best = SearchSnippet()
    var place = (section: "Title", line: item.line)
    var held: Set<[UInt8]> = []
    for passage in search.passages(number, &answer.isDamaged) {
      let terms = SearchSnippet.terms(wanted, in: passage.text, analyzer: &analyzer)
      held.formUnion(terms)
      // The title is shown anyway: any text that holds as much says more.
      let isBetter = terms.count > best.terms.count
      let isBesideTitle = passage.field != .title && place.section == "Title"
      if isBetter || best.text.isEmpty || isBesideTitle && terms.count == best.terms.count {
        best = SearchSnippet(passage.text, terms: wanted, analyzer: &analyzer)
        place = (passage.section, passage.line)
      }
    }
    return SearchHit(
      found: item, score: score, tier: tier, section: place.section, line: place.line, snippet: best, why: why(held))
  }

  /// The words of the query that a case holds: `memory`, `'memry' read as 'memory'`.
  private mutating func why(_ held: Set<[UInt8]>) -> [String] {
    var result: [String] = []
    for word in query.words.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      let parts = analyzer.terms(of: Array(word))
      let own = parts.sequence + parts.extra
      let text = String(decoding: word, as: UTF8.self)
      if own.contains(where: held.contains) {
        if !result.contains(text) { result.append(text) }
      } else if let reading = reading(of: own, in: held) {
        let spelling = Vocabulary(search.index).spelling(of: reading)
        let reason = "'\(text)' read as '\(String(decoding: spelling, as: UTF8.self))'"
        if !result.contains(reason) { result.append(reason) }
      }
    }
    return result
  }

  private func reading(of own: [[UInt8]], in held: Set<[UInt8]>) -> [UInt8]? {
    readings.filter { own.contains($0.value) && held.contains($0.key) }.keys.min { $0.lexicographicallyPrecedes($1) }
  }

  /// Counts the values of a filter over what is found without that filter.
  private mutating func facet(_ filter: SearchQuery.Filter) -> [FacetCount] {
    var fitting = seen
    if query.filters[filter] != nil {
      let others = search.allowed(by: query, ignoring: filter, &answer.isDamaged)
      for number in fitting.indices { fitting[number] = query.words.isEmpty && others?[number] ?? true }
      for lookup in lookups {
        let ranked = search.index.ranked(lookup.query, lookup.demand, among: others, limit: 0)
        for number in ranked.fitting { fitting[number] = true }
      }
    }
    return search.facets.values(of: filter).compactMap { value in
      var count = 0
      value.list.forEach(below: fitting.count) { number, _ in if fitting[number] { count += 1 } }
      return count > 0 ? FacetCount(value: value.text, count: count) : nil
    }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }
}
