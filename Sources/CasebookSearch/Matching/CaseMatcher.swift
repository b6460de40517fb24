/// Finds the one case that fits a log or a description, or says that none does.
///
/// The telling words of the text, signatures thrice, rank the cases as a search does. A case fits if it holds enough of
/// their weight and leads over the next one; words that no case knows count against it. Distracting cases hurt more than
/// none (arXiv 2505.23422), so the thresholds are those at which nine of ten answers were right and eight of ten texts
/// without a case stayed without one, on texts that are not part of the tests.
package struct CaseMatcher: Sendable {
  /// Thresholds, in hundredths.
  package struct Thresholds: Sendable {
    /// Share of the text's weight that a case must hold.
    package var share = 60
    /// The same where a signature of few cases is among it.
    package var shareWithSignature = 35
    /// How much the best score must be of the second.
    package var lead = 140

    package init() {}
  }

  private let search: CaseSearch
  private let thresholds: Thresholds

  package init(_ search: CaseSearch, thresholds: Thresholds = Thresholds()) {
    self.search = search
    self.thresholds = thresholds
  }

  /// Matches a text; `cases` says of each whether it takes part, for measuring.
  package func match(_ text: [UInt8], among cases: [Bool]? = nil) -> MatchAnswer {
    let log = LogWords(text)
    let query = MatchQuery(log, in: search.index)
    var answer = MatchAnswer()
    answer.isCut = text.count > LogWords.longest
    var asked = IndexQuery()
    asked.words = query.terms.map { IndexQuery.Word(term: $0.entry, count: $0.isSignature ? 3 : 1) }
    let ranked = search.index.ranked(asked, .any, among: cases, limit: 3).documents
    guard let best = ranked.first else { return answer }
    let matches = ranked.map { match($0, query) }
    let second = ranked.count > 1 ? ranked[1].score : 0
    let fits = matches.first.map { self.fits($0, best.score, second, best.document, query) } ?? false
    if fits {
      answer.matches = [matches[0]]
      answer.nearest = Array(matches.dropFirst())
    } else {
      answer.nearest = matches
    }
    return answer
  }

  private func fits(_ match: CaseMatch, _ best: Int, _ second: Int, _ document: Int, _ query: MatchQuery) -> Bool {
    guard best * 100 >= second * thresholds.lead, match.held >= 2 || query.terms.count == 1 else { return false }
    if match.confidence >= thresholds.share { return true }
    let few = max(2, search.index.documentCount / 50)
    let hasSignature = query.terms.contains { term in
      term.isSignature && term.entry.frequency <= few && holds(document, term.entry)
    }
    return hasSignature && match.confidence >= thresholds.shareWithSignature
  }

  private func match(_ ranked: ScoredDocument, _ query: MatchQuery) -> CaseMatch {
    let held = query.terms.filter { holds(ranked.document, $0.entry) }
    let weight = held.reduce(0) { $0 + $1.weight }
    let all = max(query.weight + query.unknownWeight, 1)
    return CaseMatch(
      found: search.cases.head(ranked.document), score: ranked.score, confidence: weight * 100 / all,
      why: Self.why(held), held: held.count)
  }

  /// The weightiest words by the lines of the text: `line 3: OSError, ENOSPC`.
  private static func why(_ held: [MatchQuery.Term]) -> [String] {
    var lines: [Int: [String]] = [:]
    for term in held.prefix(12) where lines[term.line]?.contains(term.word) != true {
      lines[term.line, default: []].append(term.word)
    }
    return lines.sorted { $0.key < $1.key }.map { "line \($0.key): \($0.value.joined(separator: ", "))" }
  }

  private func holds(_ document: Int, _ term: TermEntry) -> Bool {
    var result = false
    term.list.forEach(below: search.index.documentCount) { other, _ in if other == document { result = true } }
    return result
  }
}
