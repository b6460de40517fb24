import CasebookModel
import CasebookSource

/// CB601: an item of a prevention checklist that tells nobody to do anything.
struct ChecklistWithoutVerbRule: DocumentRule {
  let description = RuleDescription(
    601, "checklist-without-verb", .info, basis: .heuristic,
    what: """
      An item of a prevention checklist begins with an adjective and goes on with nouns only: \"Regular memory profiling\". \
      Items whose words are not known are taken to be well.
      """,
    why: """
      A box can be ticked when something was done. "Regular profiling" has neither an action nor an end: nobody does it, and \
      nobody knows whether it was done. \"Profile memory before each release\" has both.
      """,
    triggering: [
      RuleExample(
        "an adjective and nouns",
        "# A\n\n**Problem**: slow\n\n## Prevention\n- [ ] ⟦Regular memory profiling⟧\n- [ ] Set a budget\n"),
      RuleExample(
        "a property of the code",
        "# A\n\n**Problem**: slow\n\n## Prevention\n- [ ] ⟦Async non-critical operations⟧\n- [ ] Set a budget\n"),
    ],
    accepted: [
      RuleExample(
        "actions",
        "# A\n\n**Problem**: slow\n\n## Prevention\n- [ ] Set cache size limits\n- [ ] Load test before release\n- [ ] Monitor SLOs continuously\n"
      ),
      RuleExample(
        "a sentence with its verb",
        "# A\n\n**Problem**: slow\n\n## Prevention\n- [ ] Regular reviews are held by the team\n- [ ] Proper limits must be set\n"
      ),
      RuleExample(
        "a word that may be a verb", "# A\n\n**Problem**: slow\n\n## Prevention\n- [ ] Clean build folders weekly\n"),
    ])

  /// Adjectives and adverbs that are no verbs as well.
  private static let beginnings: Set<String> = [
    "async", "asynchronous", "automated", "automatic", "better", "central", "centralised", "centralized",
    "comprehensive",
    "consistent", "continuous", "daily", "frequent", "good", "improved", "incremental", "monthly", "more",
    "non-blocking",
    "ongoing", "optimistic", "periodic", "pessimistic", "proactive", "proper", "quarterly", "regular", "robust",
    "scheduled", "strict", "stronger", "thorough", "weekly",
  ]

  /// Words that make a sentence, or an order, of what holds them.
  private static let verbs: Set<String> = [
    "are", "be", "can", "ensure", "ensures", "for", "get", "gets", "has", "have", "helps", "is", "keeps", "made",
    "make",
    "must", "need", "needs", "prevents", "run", "runs", "set", "should", "to", "use", "was", "were", "will",
  ]

  /// Endings of nouns that stand for what one does or has; the last word has one of them.
  private static let endings = [
    "ing", "ions", "ion", "ments", "ment", "ews", "ew", "ests", "est", "cks", "ck", "its", "it",
  ]

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      for item in document.model.cases[index].prevention where Self.mayBe(item.text) && Self.isNoAction(item.text) {
        findings.append(
          finding(
            document.model.path, item.at,
            "an item of a checklist must say what to do; \(Words.quoted(item.text)) has no verb"
          ))
      }
    }
    return findings
  }

  private static let beginningKeys = WordKey.set(Array(beginnings))

  /// Whether the first word is one that no order begins with; few items pass.
  private static func mayBe(_ text: String) -> Bool {
    text.utf8.count <= 60
      && beginningKeys.contains(WordKey.of(text.utf8.prefix { $0 != 0x20 && $0 != 0x2C && $0 != 0x3A }))
  }

  private static func isNoAction(_ text: String) -> Bool {
    guard text.utf8.count <= 60, let start = text.utf8.split(separator: 0x20, maxSplits: 1).first,
      beginnings.contains(lowered(start))
    else { return false }
    let words = text.utf8.split(separator: 0x20).map(lowered)
    guard words.count >= 2, words.count <= 5, let last = words.last, endings.contains(where: last.hasSuffix) else {
      return false
    }
    return !words.contains {
      verbs.contains($0) || $0.utf8.contains(UInt8(ascii: ":")) || $0.utf8.contains(UInt8(ascii: ","))
    }
  }

  private static func lowered(_ word: Substring.UTF8View) -> String {
    String(decoding: word.lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
