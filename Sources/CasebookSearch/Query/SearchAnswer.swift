/// How a case came to be found, best first.
package enum SearchTier: String, Sendable, CaseIterable {
  /// Its id or an alias is the query.
  case id
  case title
  /// Its problem or one of its symptoms is the query.
  case symptom
  /// It holds all words.
  case all
  /// It holds all words, the last one only begun.
  case prefix
  /// It holds all words, some read as their nearest neighbours.
  case typo
  /// The query is a word for its issue type.
  case synonym
  /// It holds some of the words.
  case partial
}

/// A case that answers a query.
package struct SearchHit: Sendable {
  package var found: SearchableCase
  package var score: Int
  package var tier: SearchTier
  /// The section where most of the query stands, and its line in the file.
  package var section: String
  package var line: Int
  package var snippet: SearchSnippet
  /// Words of the query that it holds, and how they were read.
  package var why: [String]
}

/// A value by which the answers can be narrowed, with the number of cases that would remain.
package struct FacetCount: Sendable, Hashable {
  package var value: String
  package var count: Int

  package init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}

/// What a query finds.
package struct SearchAnswer: Sendable {
  /// What was asked of a case in the end: all words, some of them, or words like them.
  package enum Mode: String, Sendable { case all, any, fuzzy }

  package var mode = Mode.all
  /// How many cases were found, shown or not.
  package var total = 0
  package var hits: [SearchHit] = []
  /// Counts of each filter's values; a filter in use does not narrow its own.
  package var facets: [SearchQuery.Filter: [FacetCount]] = [:]
  /// Only where nothing was found.
  package var suggestions: [String] = []
  /// Whether the index is damaged where the answer needed it: it must be built anew and asked again.
  package var isDamaged = false
  /// Misunderstandings to tell of: unknown filters and values, words read as others.
  package var notes: [String] = []
}
