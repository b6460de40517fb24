import CasebookSearch
import Testing

@Suite struct SearchQueryTests {
  @Test func wordsPhrasesExclusionsAndFilters() {
    let query = SearchQuery("pool \"lock wait\" -mysql type:database-queries tool:\"slow query log\" tag:oom tag:heap")
    #expect(query.words == "pool lock wait")
    #expect(query.phrases == ["lock wait"])
    #expect(query.excluded == ["mysql"])
    #expect(query.filters == [.type: ["database-queries"], .tool: ["slow query log"], .tag: ["oom", "heap"]])
    #expect(query.notes.isEmpty)
  }

  @Test(
    "what looks like syntax and is none is searched as text",
    arguments: [
      ("a \"b c", "a \"b c"), ("\"", "\""), ("- x", "- x"), ("--flag", "--flag"), ("java:comp", "java:comp"),
      ("type:", "type:"), ("http://a.b", "http://a.b"), ("tag:\"", "tag:\""), ("\"\" x", "x"), ("a:b:c", "a:b:c"),
      ("Type:x", "Type:x"), ("(a OR b)*", "(a OR b)*"),
    ])
  func text(_ query: String, _ words: String) {
    #expect(SearchQuery(query).words == words)
    #expect(SearchQuery(query).filters.isEmpty)
  }

  @Test(
    "a filter that is nearly one is told of",
    arguments: [("tpye:disk", "type:"), ("tags:oom", "tag:"), ("tol:lsof", "tool:")])
  func near(_ query: String, _ filter: String) {
    let found = SearchQuery(query)
    #expect(found.notes.count == 1)
    #expect(found.notes.allSatisfy { $0.hasSuffix("did you mean '\(filter)'?") })
    #expect(found.words == query)
  }

  @Test("an empty query asks for nothing", arguments: ["", "   ", "\"\"", "\u{0}\u{1F}\n"])
  func empty(_ query: String) { #expect(SearchQuery(query).isEmpty) }

  @Test func aMegabyteIsReadInPartAndSaysSo() {
    let query = SearchQuery(String(repeating: "\"word ", count: 180_000))
    #expect(query.words.utf8.count <= SearchQuery.longest)
    #expect(query.notes.count == 1)
  }
}
