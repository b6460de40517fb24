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

  private struct Entry: Sendable {
    let type: IssueType
    let name: [String]
    let phrases: [[String]]
    let tools: [[String]]
  }

  /// Words that say nothing about the kind of trouble.
  private static let filler: Set<String> = Set(
    WordStems.of(
      """
      a an and the of in on at to for with by is are was be it its my our we i issue issues problem problems trouble bug \
      bugs error errors debug debugging tool tools find show help how why what when after under our service app \
      application server high too very much keeps getting
      """))

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
    for (type, names) in zip(issueTypes, names) {
      for phrase in [type.name] + synonyms.phrases(of: type.id) + names {
        for word in WordStems.words(phrase) {
          vocabulary[word.surface] = word.stem
          vocabulary[word.stem] = word.stem
        }
      }
    }
    self.vocabulary = vocabulary
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
    let (corrected, change) = corrected(query)
    if let change, let found = answer(corrected) {
      return ToolMatches(
        matches: found.matches.map {
          ToolMatch(issueType: $0.issueType, reason: .typo(written: change.written, read: change.read))
        }, suggestions: [])
    }
    if let found = answer(words) { return found }
    return nothing(for: query)
  }

  /// Scores each type by the longest phrase the query holds; the best score and its ties answer.
  private func answer(_ words: [String]) -> ToolMatches? {
    let content = words.filter { !Self.filler.contains($0) }
    guard !content.isEmpty else { return nil }
    var found: [(score: Int, match: ToolMatch)] = []
    for entry in entries {
      var best = 0
      var reason = ToolMatchReason.synonym
      for phrase in entry.phrases where words.holds(phrase) {
        if phrase.count * 2 > best { (best, reason) = (phrase.count * 2, .synonym) }
      }
      let shared = Set(content).intersection(entry.name).count
      if shared > 0, shared * 2 + 1 > best { (best, reason) = (shared * 2 + 1, .name) }
      for tool in entry.tools where words.holds(tool) {
        if tool.count * 2 + 2 > best { (best, reason) = (tool.count * 2 + 2, .tool) }
      }
      // Half of what was asked must be understood, or silence is better.
      if best >= content.count { found.append((best, ToolMatch(issueType: entry.type, reason: reason))) }
    }
    guard let top = found.map(\.score).max() else { return nil }
    return ToolMatches(matches: found.filter { $0.score == top }.map(\.match), suggestions: [])
  }

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
      let near = vocabulary.keys.filter { $0.utf8.count >= 4 && $0.utf8.first == word.surface.utf8.first }
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
  /// Whether the words of a phrase stand side by side, in order.
  fileprivate func holds(_ phrase: [String]) -> Bool {
    guard phrase.count <= count, !phrase.isEmpty else { return false }
    return (0...(count - phrase.count)).contains { self[$0..<($0 + phrase.count)].elementsEqual(phrase) }
  }
}
