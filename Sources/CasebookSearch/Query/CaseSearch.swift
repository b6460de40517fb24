package import CasebookModel
import CasebookSource

/// Finds cases by words, phrases and filters; one engine for every surface.
///
/// Tiers, each behind the one before: id or alias, title, symptom; all words; all words with the last one begun; all words
/// with some read as their neighbours; some of the words, only where fewer than three were found. Inside a tier the
/// score decides, then whether the case is verified, then the id.
package struct CaseSearch: Sendable {
  let index: SearchIndex
  let cases: CaseStore
  let facets: CaseFacets
  private let names: CaseNames
  /// Phrases that stand for an issue type.
  package var synonyms = SynonymTable.builtIn

  /// Searches an index that was built before.
  package init(_ file: IndexFile) {
    index = SearchIndex(file)
    cases = CaseStore(records: file[.caseRecords], heads: file[.caseHeads], texts: file[.caseTexts])
    facets = CaseFacets(file[.facets])
    names = CaseNames(entries: file[.names])
  }

  /// Indexes a library whose documents hold all their texts.
  package init(_ library: CaseLibrary) {
    let resolution = CaseResolution(library.issueTypes)
    var builder = CaseIndexBuilder(proofs: library.proofs)
    for document in library.documents {
      var document = document
      resolution.resolve(&document)
      builder.add(document)
    }
    self.init(CaseIndex.build([builder], issueTypes: library.issueTypes.map(\.name)))
  }

  /// What the index was made from, as its builder wrote it.
  package var manifest: UnsafeRawBufferPointer { index.file[.manifest].bytes }

  package var caseCount: Int { min(index.documentCount, cases.count) }

  /// A case by its number, without its texts.
  package func item(_ number: Int) -> SearchableCase { cases.head(number) }

  /// The id of a case by its number.
  package func caseID(_ number: Int) -> String { cases.head(number).id }

  /// Answers a query with at most so many cases; every query has an answer, if an empty one.
  package func find(_ query: SearchQuery, limit: Int = 10) -> SearchAnswer {
    var run = SearchRun(query, in: self, limit: limit)
    run.work()
    var answer = run.answer
    answer.notes = query.notes + unknownValues(query) + answer.notes
    if answer.hits.isEmpty, answer.total == 0 { answer.suggestions = suggestions(query) }
    return answer
  }

  /// Cases of the issue types for which a query stands, word for word: `oom kill` → those of `memory-leaks`.
  func meant(by words: [UInt8]) -> [Int] {
    let types = Set(
      synonyms.phrases.filter { $0.value.contains { PlainWords.of($0) == words } }.map { PlainWords.of($0.key) })
    guard !types.isEmpty else { return [] }
    var result: Set<Int> = []
    for value in facets.values(of: .type) where types.contains(PlainWords.of(value.text)) {
      value.list.forEach(below: index.documentCount) { number, _ in result.insert(number) }
    }
    return result.sorted()
  }

  /// Cases whose name or statement is the query, word for word.
  func exact(_ tier: SearchTier, _ words: [UInt8], _ isDamaged: inout Bool) -> [Int] {
    guard !words.isEmpty else { return [] }
    return names.numbers(CaseNames.hash(words), tier).filter { number in
      guard number < caseCount else { return false }
      let item = cases.head(number)
      switch tier {
      case .id: return item.names.contains { PlainWords.of($0) == words }
      case .title: return PlainWords.of(item.title) == words
      case .symptom, .all, .prefix, .typo, .synonym, .partial:
        return passages(number, &isDamaged).contains { $0.field == .symptom && PlainWords.of($0.text) == words }
      }
    }
  }

  /// The cases that filters and exclusions leave, one filter set aside if named; `nil` where they leave all.
  func allowed(
    by query: SearchQuery, ignoring ignored: SearchQuery.Filter? = nil, _ isDamaged: inout Bool
  ) -> [Bool]? {
    var filters = query.filters
    if let ignored { filters[ignored] = nil }
    guard !filters.isEmpty || !query.excluded.isEmpty || !query.phrases.isEmpty else { return nil }
    let count = index.documentCount
    var allowed = [Bool](repeating: true, count: count)
    for (filter, values) in filters {
      let wanted = Set(values.map(PlainWords.of))
      var holders = [Bool](repeating: false, count: count)
      for value in facets.values(of: filter) where wanted.contains(PlainWords.of(value.text)) {
        value.list.forEach(below: count) { number, _ in holders[number] = true }
      }
      for number in allowed.indices where !holders[number] { allowed[number] = false }
    }
    var analyzer = Analyzer()
    for word in query.excluded {
      for number in holding(analyzer.terms(of: Array(word.utf8))) { allowed[number] = false }
    }
    for phrase in query.phrases.map(PlainWords.of) where !phrase.isEmpty {
      let terms = analyzer.terms(of: phrase)
      if !terms.sequence.isEmpty {
        let holders = Set(holding(terms))
        for number in allowed.indices where !holders.contains(number) { allowed[number] = false }
      }
      for number in allowed.indices where allowed[number] {
        allowed[number] = passages(number, &isDamaged).contains {
          $0.field.isStatement && PlainWords.contain(PlainWords.of($0.text), phrase)
        }
      }
    }
    return allowed
  }

  /// The texts of a case; none where they are damaged, which is told.
  func passages(_ number: Int, _ isDamaged: inout Bool) -> [SearchableCase.Passage] {
    if let passages = cases.passages(number) { return passages }
    isDamaged = true
    return []
  }

  /// Cases that hold all of some terms.
  private func holding(_ terms: Analyzer.Terms) -> [Int] {
    var result: Set<Int>?
    for term in terms.sequence {
      let documents = index.find(term).map(index.documents) ?? []
      result = result.map { $0.intersection(documents) } ?? Set(documents)
    }
    return (result ?? []).sorted()
  }

  private func unknownValues(_ query: SearchQuery) -> [String] {
    query.filters.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { filter -> [String] in
      let known = filter == .proof ? ProofState.allCases.map(\.rawValue) : facets.values(of: filter).map(\.text)
      let folded = Set(known.map(PlainWords.of))
      return (query.filters[filter] ?? []).filter { !folded.contains(PlainWords.of($0)) }.map { value in
        "no case has the \(filter.rawValue) '\(value)'\(DidYouMean.hint(for: value, among: known))"
      }
    }
  }

  /// Names near the query, else the issue types.
  private func suggestions(_ query: SearchQuery) -> [String] {
    guard !query.words.isEmpty else { return facets.issueTypes }
    var names = (facets.values(of: .tag) + facets.values(of: .tool)).map(\.text) + facets.issueTypes
    for number in 0..<caseCount {
      let item = cases.head(number)
      names += item.names + [item.title]
    }
    let near = DidYouMean.suggestions(for: query.words, among: names)
    return near.isEmpty ? facets.issueTypes : near
  }
}
