import CasebookModel
import CasebookSearch
import CasebookSource
import Testing

private func library(_ documents: [String]) -> CaseLibrary {
  CaseLibrary(
    documents: documents.enumerated().map { number, text in
      DocumentReader.read(SourceFile(path: "d\(number).md", bytes: Array(text.utf8))).model
    })
}

private let search = CaseSearch(
  library([
    """
    ---
    tags: [heap, oom]
    aliases: [CB-17]
    issueType: memory-leaks
    ---
    # Cache without a bound

    **Problem**: The worker's memory grows until the OOM killer ends it

    ### Symptoms
    - Memory grows 100MB/hour
    - Restart temporarily fixes

    ### Investigation

    **1. Profile the heap**

    Take snapshots with tracemalloc and compare them.

    **2. Fix**

    ```python
    self._cache.popitem(last=False)
    ```
    """,
    """
    ---
    id: order-lock
    tags: [db]
    severity: P1
    issueType: database-queries
    ---
    # Lock wait in the order table

    **Problem**: Requests hang with a lock wait timeout; memory is fine

    ### Symptoms
    - p99 of 9 s in `OrderStore.insertAll`
    """,
    """
    ---
    tags: [net, oom]
    issueType: network-issues
    ---
    # Connections refused after a deploy

    **Problem**: The proxy answers ECONNREFUSED, exit 137 follows
    """,
    """
    # Tools

    | Issue | Tools |
    | --- | --- |
    | Memory leaks | tracemalloc |
    | Network issues | tcpdump |
    """,
  ]))

private func ids(_ query: String) -> [String] { search.find(SearchQuery(query)).hits.map(\.found.id) }
private func tiers(_ query: String) -> [SearchTier] { search.find(SearchQuery(query)).hits.map(\.tier) }

private let leak = "cache-without-a-bound"
private let lock = "order-lock"
private let refused = "connections-refused-after-a-deploy"

@Suite struct CaseSearchTests {
  @Test(
    "each tier finds its case first",
    arguments: [
      (leak, leak, SearchTier.id), ("cb-17", leak, .id), ("Lock wait in the order table", lock, .title),
      ("memory grows 100MB/hour", leak, .symptom), ("memory snapshot", leak, .all),
      ("p99", lock, .all), ("99", lock, .all), ("OrderStore.insertAll", lock, .all), ("insertall", lock, .all),
      ("store insert", lock, .all), ("popitem", leak, .all), ("exit 137", refused, .all),
      ("econnrefused", refused, .all),
      ("snapsh", leak, .prefix), ("worker snap", leak, .prefix), ("memroy snapshots", leak, .typo),
      ("conections refused", refused, .typo), ("deploy unicorn", refused, .partial),
    ])
  func finds(_ query: String, _ id: String, _ tier: SearchTier) {
    #expect(ids(query).first == id)
    #expect(tiers(query).first == tier)
  }

  @Test func allWordsComeBeforeSomeWords() {
    #expect(ids("memory timeout") == [lock, leak])
    #expect(tiers("memory timeout") == [.all, .partial])
    #expect(search.find(SearchQuery("memory timeout")).mode == .all)
    #expect(search.find(SearchQuery("deploy unicorn")).mode == .any)
    #expect(search.find(SearchQuery("memroy snapshots")).mode == .fuzzy)
  }

  @Test func filtersPhrasesAndExclusionsNarrow() {
    #expect(ids("memory type:database-queries") == [lock])
    #expect(ids("memory type:\"Database queries\"") == [lock])
    #expect(ids("tag:oom") == [leak, refused])
    #expect(ids("tag:oom tag:db").count == 3)
    #expect(ids("tag:oom type:network-issues") == [refused])
    #expect(ids("tool:tracemalloc") == [leak])
    #expect(ids("\"lock wait\"") == [lock])
    #expect(ids("\"wait lock\"").isEmpty)
    #expect(ids("\"until the OOM\"") == [leak])
    #expect(ids("memory -timeout") == [leak])
    #expect(ids("-memory") == [refused])
  }

  @Test func facetsCountWhatAChoiceWouldLeave() {
    let answer = search.find(SearchQuery("tag:oom"))
    #expect(answer.facets[.type] == [.init(value: "memory-leaks", count: 1), .init(value: "network-issues", count: 1)])
    #expect(answer.facets[.tag]?.first == FacetCount(value: "oom", count: 2))
    #expect(answer.facets[.tag]?.contains(FacetCount(value: "db", count: 1)) == true)
  }

  @Test func severityAndProofFilterToo() {
    #expect(ids("severity:p1") == [lock])
    #expect(ids("memory severity:P1 proof:unlinked") == [lock])
    let answer = search.find(SearchQuery("memory"))
    #expect(answer.facets[.severity] == [FacetCount(value: "P1", count: 1)])
    #expect(answer.facets[.proof] == [FacetCount(value: "unlinked", count: 2)])
    #expect(
      search.find(SearchQuery("memory proof:verifed severity:P9")).notes == [
        "no case has the proof 'verifed'; did you mean 'verified'?",
        "no case has the severity 'P9'; did you mean 'P1'?",
      ])
  }

  @Test func aHitTellsWhereAndWhy() throws {
    let hit = try #require(search.find(SearchQuery("worker memroy")).hits.first)
    #expect(hit.section == "Problem")
    #expect(hit.line == 8)
    #expect(hit.snippet.text == "The worker's memory grows until the OOM killer ends it")
    let bytes = Array(hit.snippet.text.utf8)
    #expect(hit.snippet.marks.map { String(decoding: bytes[$0], as: UTF8.self) } == ["worker's", "memory"])
    #expect(hit.why.first == "worker")
    #expect(hit.why.last?.hasPrefix("'memroy' read as 'memory'") == true)
  }

  @Test func nothingFoundSuggests() {
    let answer = search.find(SearchQuery("zzzz"))
    #expect(answer.hits.isEmpty && answer.total == 0)
    #expect(answer.suggestions == ["Memory leaks", "Network issues"])
    #expect(
      search.find(SearchQuery("memory tag:omo")).notes == [
        "no case has the tag 'omo'; did you mean 'oom'?"
      ])
  }

  @Test(
    "words with digits or all in capitals are never read as others",
    arguments: ["exit 139", "p98", "EXIT139", "MEMROY SNAPSHOTS"])
  func keepsNumbers(_ query: String) { #expect(!tiers(query).contains(.typo)) }

  @Test func limitsShowLessAndCountAll() {
    let answer = search.find(SearchQuery("memory"), limit: 1)
    #expect(answer.hits.count == 1 && answer.total == 2)
    #expect(search.find(SearchQuery("memory"), limit: 0).total == 2)
  }

  @Test("any bytes are answered, with whole snippets") func hostile() {
    let pieces = [
      "memory", "\"", "-", "type:", "tag:\"", ":", "\u{0}", "é", "数据", "💥", " ", "\\", "OOM", "a", "99", "\u{202E}",
    ]
    for _ in 0..<1_500 {
      let query = (0..<Int.random(in: 0..<12)).map { _ in pieces.randomElement() ?? "" }.joined()
      let answer = search.find(SearchQuery(query), limit: 3)
      #expect(answer.hits.count <= 3, "\(query)")
      for hit in answer.hits {
        #expect(hit.snippet.text.utf8.count <= SearchSnippet.longest + 6, "\(query)")
        #expect(hit.snippet.marks.allSatisfy { $0.upperBound <= hit.snippet.text.utf8.count }, "\(query)")
      }
    }
  }

  @Test("a hundred thousand strings of random bytes are read and asked") func randomBytes() {
    var fixture = SearchFixture(seed: 1)
    for number in 0..<100_000 {
      let bytes = (0..<(1 + fixture.number(below: 6))).map { _ in UInt8(truncatingIfNeeded: fixture.number(below: 256))
      }
      let query = SearchQuery(String(decoding: bytes, as: UTF8.self))
      // Every hundredth goes through all tiers, since a search has to work off its snippets.
      if number.isMultiple(of: 100) { #expect(search.find(query, limit: 1).hits.count <= 1, "\(bytes)") }
    }
  }

  @Test(
    "what no case can hold is answered with nothing, not with an error",
    arguments: [
      "ไม่พบ", "память течёт", "\u{202E}txt", "\"", "\"\"", "\u{0}\u{1}\u{7F}", "-", "--", "type:", ":::", "💥",
    ])
  func foreign(_ query: String) {
    #expect(search.find(SearchQuery(query)).hits.isEmpty)
    #expect(search.find(SearchQuery(String(repeating: query, count: 1_000_000 / query.utf8.count))).hits.isEmpty)
  }

  @Test func aWordForAnIssueTypeFindsItsCases() {
    var search = search
    search.synonyms.extend(with: ["network-issues": ["gremlins in the wire"]])
    let hit = search.find(SearchQuery("Gremlins in the wire")).hits.first
    #expect(hit?.found.issueType == "network-issues")
    #expect(hit?.tier == .synonym)
  }

  @Test func anEmptyLibraryAnswersNothing() {
    #expect(CaseSearch(library([])).find(SearchQuery("memory \"a b\" -c tag:x")).hits.isEmpty)
  }
}
