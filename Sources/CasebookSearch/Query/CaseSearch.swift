package import CasebookModel
import CasebookSource

/// Finds cases by words, phrases and filters; one engine for every surface.
///
/// Tiers, each behind the one before: id or alias, title, symptom; all words; all words with the last one begun; all words
/// with some read as their neighbours; some of the words, only where fewer than three were found. Inside a tier the
/// score decides, then the id.
package struct CaseSearch: Sendable {
  let cases: [SearchableCase]
  let index: SearchIndex
  /// Names and statements as bare words → cases, by tier.
  private let exact: [SearchTier: [[UInt8]: [Int]]]
  private let issueTypeNames: [String]

  /// Indexes a library whose documents hold all their texts.
  package init(_ library: CaseLibrary) {
    let resolution = CaseResolution(library.issueTypes)
    var cases: [SearchableCase] = []
    var exact: [SearchTier: [[UInt8]: [Int]]] = [:]
    for document in library.documents {
      var document = document
      resolution.resolve(&document)
      for raw in document.cases { cases.append(SearchableCase(raw, in: document)) }
    }
    cases.sort { ($0.id, $0.path, $0.line) < ($1.id, $1.path, $1.line) }
    var builder = IndexBuilder()
    for (number, item) in cases.enumerated() {
      builder.add(item.fields)
      for name in [item.id] + item.aliases { exact[.id, default: [:]][PlainWords.of(name), default: []].append(number) }
      exact[.title, default: [:]][PlainWords.of(item.title), default: []].append(number)
      for passage in item.passages where passage.field == .symptom {
        exact[.symptom, default: [:]][PlainWords.of(passage.text), default: []].append(number)
      }
    }
    self.cases = cases
    self.exact = exact
    index = builder.finish()
    issueTypeNames = library.issueTypes.map(\.name)
  }

  /// Answers a query with at most so many cases; every query has an answer, if an empty one.
  package func find(_ query: SearchQuery, limit: Int = 10) -> SearchAnswer {
    var run = SearchRun(query, in: self, limit: limit)
    run.work()
    var answer = run.answer
    answer.notes = query.notes + unknownValues(query) + answer.notes
    if answer.hits.isEmpty, answer.total == 0 { answer.suggestions = suggestions(query) }
    return answer
  }

  /// Cases whose name or statement is the query, word for word.
  func exact(_ tier: SearchTier, _ words: [UInt8]) -> [Int] { words.isEmpty ? [] : exact[tier]?[words] ?? [] }

  /// The cases that filters and exclusions leave, one filter set aside if named; `nil` where they leave all.
  func allowed(by query: SearchQuery, ignoring ignored: SearchQuery.Filter? = nil) -> [Bool]? {
    var filters = query.filters
    if let ignored { filters[ignored] = nil }
    guard !filters.isEmpty || !query.excluded.isEmpty || !query.phrases.isEmpty else { return nil }
    var allowed = [Bool](repeating: true, count: cases.count)
    for (filter, values) in filters {
      let wanted = Set(values.map(PlainWords.of))
      for number in cases.indices
      where !cases[number].values(of: filter).contains(where: { wanted.contains(PlainWords.of($0)) }) {
        allowed[number] = false
      }
    }
    var analyzer = Analyzer()
    for word in query.excluded {
      for number in holding(analyzer.terms(of: Array(word.utf8))) { allowed[number] = false }
    }
    for phrase in query.phrases.map(PlainWords.of) where !phrase.isEmpty {
      let holders = Set(holding(analyzer.terms(of: phrase)))
      let isOfFunctionWords = analyzer.terms(of: phrase).sequence.isEmpty
      for number in cases.indices where allowed[number] {
        allowed[number] =
          (isOfFunctionWords || holders.contains(number))
          && cases[number].passages.contains { PlainWords.contain(PlainWords.of($0.text), phrase) }
      }
    }
    return allowed
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
    SearchQuery.Filter.allCases.flatMap { filter -> [String] in
      let known = Set(cases.flatMap { $0.values(of: filter) })
      let folded = Set(known.map(PlainWords.of))
      return (query.filters[filter] ?? []).filter { !folded.contains(PlainWords.of($0)) }.map { value in
        "no case has the \(filter.rawValue) '\(value)'\(DidYouMean.hint(for: value, among: known.sorted()))"
      }
    }
  }

  /// Names near the query, else the issue types.
  private func suggestions(_ query: SearchQuery) -> [String] {
    let names = cases.flatMap { [$0.id, $0.title] + $0.aliases + $0.tags + $0.tools } + issueTypeNames
    let near = query.words.isEmpty ? [] : DidYouMean.suggestions(for: query.words, among: names)
    return near.isEmpty ? issueTypeNames : near
  }
}
