import CasebookModel
import CasebookSource
import Testing

@Suite("Issue types and tools over a library") struct IssueTypeTests {
  private let table = read(
    """
    # Tools

    | Issue | Tools |
    |---|---|
    | Memory leaks | tracemalloc, py-spy |
    | Race conditions | ThreadSanitizer |
    | Network issues | tcpdump |
    | Database queries | EXPLAIN ANALYZE |
    | Disk I/O | iostat |
    """, path: "z/tools.md"
  ).model

  private func resolved(_ text: String) -> RawCase? {
    var library = CaseLibrary(documents: [read(text, path: "a.md").model, table])
    library.resolveTools()
    return library.cases.first?.case
  }

  @Test(
    "The best match of title and problem",
    arguments: [
      ("Memory Leak Detection", "Service memory grows", "memory-leaks"), ("Race Condition", "x", "race-conditions"),
      ("Slow page", "Each database query takes 5 s", "database-queries"), ("Disk I/O is slow", "x", "disk-io"),
      ("Network is down", "x", "network-issues"), ("Slow", "the network is down", nil),
      ("Performance Degradation", "API response time increased", nil), ("Memory", "leaking pipes", nil),
      ("Race in the memory leak finder", "race condition", "memory-leaks"),
    ] as [(String, String, String?)])
  func lexicon(title: String, problem: String, expected: String?) {
    let raw = resolved("# \(title)\n\n**Problem**: \(problem)\n")
    #expect(raw?.issueType == expected)
    #expect(raw?.issueTypeSource == (expected == nil ? .unknown : .lexicon))
  }

  @Test func declaredTypesStay() {
    let raw = resolved("---\nissueType: other\n---\n# Memory leak\n\n**Problem**: x\n")
    #expect(raw?.issueType == "other" && raw?.issueTypeSource == .declared)
  }

  @Test("Tools that the text names, whole words, in order") func mentions() {
    let raw = resolved(
      """
      # A

      **Problem**: iostatx, not Tcpdump

      ## Investigation

      ### Profile

      Use `py-spy`, then py-spy again, then explain analyze.

      ```python
      import tracemalloc_x, tracemalloc
      ```
      """)
    #expect(raw?.toolsUsed == ["tcpdump", "py-spy", "EXPLAIN ANALYZE", "tracemalloc"])
  }

  @Test func rowsOfOneNameAreJoined() {
    let more = read("# More\n\n| Issue | Tools |\n|-|-|\n| memory leaks | memray, py-spy |\n", path: "b.md").model
    let library = CaseLibrary(documents: [table, more])
    #expect(library.issueTypes.first?.tools.map(\.value) == ["memray", "py-spy", "tracemalloc"])
  }

  @Test func casesAreFoundByAlias() {
    let library = CaseLibrary(documents: [read("---\nid: a\naliases: [b]\n---\n# T\n\n**Problem**: x\n").model])
    #expect(library.find("b")?.case.id == "a")
    #expect(library.find("c") == nil)
  }
}

@Suite("Slugs") struct SlugTests {
  @Test(
    arguments: [
      ("Disk I/O", "disk-io"), ("Memory Leak Detection", "memory-leak-detection"), ("  a -- b  ", "a-b"),
      ("Don't", "dont"), ("CPU/GPU", "cpu-gpu"), ("é", ""), ("", ""), ("a🐛", "a"), ("v2.4.0", "v2-4-0"),
    ])
  func slugs(text: String, slug: String) { #expect(Slug.make(text) == slug) }
}
