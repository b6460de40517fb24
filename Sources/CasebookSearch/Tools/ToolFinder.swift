package import CasebookModel
import CasebookSource

/// Why an issue type answers a query.
package enum ToolMatchReason: Hashable, Sendable {
  case exact, name, synonym, tool
  /// A word was read as another: `memry` as `memory`.
  case typo(written: String, read: String)
}

/// An issue type that answers a query, with its tools.
package struct ToolMatch: Sendable, Hashable {
  package var issueType: IssueType
  package var reason: ToolMatchReason
}

/// What a query finds: issue types best first, or names to try instead.
package struct ToolMatches: Sendable, Hashable {
  package var matches: [ToolMatch]
  /// Only where nothing fits.
  package var suggestions: [String]
}

/// Finds issue types in a reader's own words: `oom`, `memry leaks`, `slow queries`, `tcpdump`.
///
/// Tiers, the first that answers wins: exact id or name; a synonym or the words of a name; a tool's name; the same with
/// one or two letters wrong. A word that stands under several types shows all of them; no tier answers with a guess.
package struct ToolFinder: Sendable {
  private let entries: [Entry]
  private let registry: ToolRegistry
  /// Known words as written and as stems, each with its stem.
  private let vocabulary: [String: String]
  /// Known words as written, of four letters or more: what an unknown word may be a typing error for.
  private let spellings: Set<String>

  private struct Entry: Sendable {
    let type: IssueType
    let name: [String]
    let phrases: [[String]]
    let tools: [[String]]
  }

  /// Words that say nothing about the kind of trouble.
  private static let filler: Set<String> = Set(
    """
    a an and the of in on at to for with by is are was be been it its my our we i issue issues problem problems trouble \
    bug bugs error errors debug debugging tool tools find show help how why what when where which after before since \
    until while during under over our service app application server system machine node pod container process job \
    high low too very much many more most all any some each other two one only every still again now never always \
    keeps keep getting get gets got goes going go gone does do did has have had can could cannot not no up down back \
    stuck use used uses using takes take taking fails fail failing failed failure restart restarts restarting start \
    starts seconds minutes hours days week month last than then that this there time times spent out off into from \
    suddenly lots lot detected without between about because another die dies died
    """.split(separator: " ").flatMap { WordStems.of(String($0)) })

  package init(
    issueTypes: [IssueType], synonyms: SynonymTable = .builtIn, registry: ToolRegistry = ToolRegistry()
  ) {
    self.registry = registry
    let names = issueTypes.map { type in
      // A tool answers to each of its names.
      type.tools.flatMap { [$0.value] + (registry.find($0.value)?.spellings ?? []) }
    }
    entries = zip(issueTypes, names).map { type, names in
      Entry(
        type: type, name: WordStems.of(type.name),
        phrases: synonyms.phrases(of: type.id).map(WordStems.of).filter { !$0.isEmpty },
        tools: names.map(WordStems.of).filter { !$0.isEmpty })
    }
    var vocabulary: [String: String] = [:]
    var spellings: Set<String> = []
    for (type, names) in zip(issueTypes, names) {
      for phrase in [type.name] + synonyms.phrases(of: type.id) + names {
        for word in WordStems.words(phrase) {
          vocabulary[word.surface] = word.stem
          vocabulary[word.stem] = word.stem
          if word.surface.utf8.count >= 4 { spellings.insert(word.surface) }
        }
      }
    }
    self.vocabulary = vocabulary
    self.spellings = spellings
  }

  /// Answers a query; an empty one with all types.
  package func find(_ query: String) -> ToolMatches {
    let words = WordStems.of(query)
    guard !words.isEmpty else {
      return query.utf8.allSatisfy { $0 <= 0x20 }
        ? ToolMatches(matches: entries.map { ToolMatch(issueType: $0.type, reason: .exact) }, suggestions: [])
        : nothing(for: query)
    }
    let slug = Slug.make(query)
    let kind = IssueKind.of(slug)
    let exact =
      entries.first { $0.type.id == slug || $0.name == words }
      ?? entries.first { kind != nil && IssueKind.of($0.type.id) == kind }
    if let exact {
      return ToolMatches(matches: [ToolMatch(issueType: exact.type, reason: .exact)], suggestions: [])
    }
    if let tool = registry.find(query), !entries.contains(where: { $0.tools.contains(words) }) {
      let served = entries.filter { tool.serves($0.type.id) }
      if !served.isEmpty {
        return ToolMatches(matches: served.map { ToolMatch(issueType: $0.type, reason: .tool) }, suggestions: [])
      }
    }
    let plain = answer(words)
    let (corrected, change) = corrected(query)
    if let change, let found = answer(corrected), found.score > plain?.score ?? 0 {
      return ToolMatches(
        matches: found.matches.map {
          ToolMatch(issueType: $0.issueType, reason: .typo(written: change.written, read: change.read))
        }, suggestions: [])
    }
    if let plain { return ToolMatches(matches: plain.matches, suggestions: []) }
    return nothing(for: query)
  }

  /// What a type's phrases, name and tools cover of a query.
  private struct Coverage {
    var places: Set<Int> = []
    var longest = 0
    var reason = ToolMatchReason.synonym
    /// A phrase that means this type whatever stands round it: `oomkilled`, `seq scan`.
    var isTelling = false
    /// A word of the type's own name, or a tool of its row.
    var isNamed = false

    mutating func take(_ range: Range<Int>, _ reason: ToolMatchReason) {
      places.formUnion(range)
      if range.count > longest { (longest, self.reason) = (range.count, reason) }
      if reason != .synonym { isNamed = true }
    }
  }

  /// Scores each type by the words that its phrases cover; the best score and its ties answer.
  ///
  /// More than half of what was asked must be understood, half where it names the type, or a phrase that leaves no doubt
  /// be among it; else silence is better.
  private func answer(_ words: [String]) -> (score: Int, matches: [ToolMatch])? {
    let content = Set(words.indices.filter { !Self.isFiller(words[$0]) })
    guard !content.isEmpty else { return nil }
    var found: [(score: Int, match: ToolMatch)] = []
    for entry in entries {
      let coverage = coverage(of: words, by: entry)
      guard !coverage.places.isEmpty else { continue }
      let asked = content.union(coverage.places).count
      let enough = coverage.isNamed ? asked : asked + 1
      guard coverage.places.count * 2 >= enough || coverage.isTelling else { continue }
      let bonus = coverage.reason == .tool ? 2 : coverage.reason == .name ? 1 : 0
      let score = coverage.places.count * 4 + bonus + (coverage.isTelling ? 2 : 0)
      found.append((score, ToolMatch(issueType: entry.type, reason: coverage.reason)))
    }
    guard let top = found.map(\.score).max() else { return nil }
    return (top, found.filter { $0.score == top }.map(\.match))
  }

  private func coverage(of words: [String], by entry: Entry) -> Coverage {
    var result = Coverage()
    for tool in entry.tools { for range in words.ranges(holding: tool) { result.take(range, .tool) } }
    for place in words.indices where !Self.isFiller(words[place]) && entry.name.contains(words[place]) {
      result.take(place..<(place + 1), .name)
    }
    for phrase in entry.phrases {
      for range in words.ranges(holding: phrase) {
        result.take(range, .synonym)
        if Self.telling.contains(phrase) { result.isTelling = true }
      }
    }
    return result
  }

  /// Whether a word says nothing about the kind of trouble; a number does only inside a phrase.
  private static func isFiller(_ word: String) -> Bool {
    filler.contains(word) || word.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private static let telling = Set(SynonymTable.telling.map(WordStems.of))

  /// Reads each unknown word of four letters or more as its nearest known one with the same first letter: one edit up to
  /// seven letters, two above.
  private func corrected(_ query: String) -> ([String], (written: String, read: String)?) {
    var change: (written: String, read: String)?
    let result = WordStems.words(query).map { word -> String in
      guard word.surface.utf8.count >= 4, vocabulary[word.surface] == nil, vocabulary[word.stem] == nil,
        !Self.filler.contains(word.stem),
        !word.surface.utf8.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
      else { return word.stem }
      let limit = word.surface.utf8.count <= 7 ? 1 : 2
      let near = spellings.filter { $0.utf8.first == word.surface.utf8.first }
        .compactMap { known in
          EditDistance.between(word.surface, known, limit: limit).map { (distance: $0, known: known) }
        }
      guard let best = near.min(by: { ($0.distance, $0.known) < ($1.distance, $1.known) }) else { return word.stem }
      if change == nil { change = (word.surface, best.known) }
      return vocabulary[best.known] ?? best.known
    }
    return (result, change)
  }

  private func nothing(for query: String) -> ToolMatches {
    let names = entries.map(\.type.name)
    let near = DidYouMean.suggestions(for: query, among: names + entries.flatMap { $0.type.tools.map(\.value) })
    return ToolMatches(matches: [], suggestions: near.isEmpty ? names : near)
  }
}

extension Array where Element == String {
  /// Where the words of a phrase stand side by side, in order.
  fileprivate func ranges(holding phrase: [String]) -> [Range<Int>] {
    guard phrase.count <= count, !phrase.isEmpty else { return [] }
    return (0...(count - phrase.count)).filter { self[$0..<($0 + phrase.count)].elementsEqual(phrase) }
      .map { $0..<($0 + phrase.count) }
  }
}
