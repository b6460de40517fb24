import CasebookModel
import CasebookSearch
import CasebookSource
import Testing

/// The original's table: six types; and the seventh of the shipped knowledge base.
private let finder: ToolFinder = {
  let nowhere = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
  let rows = [
    ("Memory leaks", ["tracemalloc", "pympler", "memory_profiler"]),
    ("CPU profiling", ["cProfile", "py-spy", "line_profiler"]),
    ("Race conditions", ["ThreadSanitizer", "coverage analysis"]),
    ("Network issues", ["tcpdump", "wireshark", "mitmproxy"]),
    ("Database queries", ["EXPLAIN ANALYZE", "slow query log"]),
    ("Disk I/O", ["iostat", "strace", "lsof"]),
  ]
  return ToolFinder(
    issueTypes: rows.map { name, tools in
      IssueType(id: Slug.make(name), name: name, tools: tools.map { Located($0, at: nowhere) }, at: nowhere)
    })
}()

@Suite struct ToolFinderTests {
  @Test(
    "a phrasing finds its one issue type",
    arguments: [
      ("memory leak", "memory-leaks"), ("Memory leaks", "memory-leaks"), ("memory-leaks", "memory-leaks"),
      ("memry leaks", "memory-leaks"), ("memory leeks", "memory-leaks"), ("oom", "memory-leaks"),
      ("OOMKilled", "memory-leaks"), ("out of memory", "memory-leaks"), ("leaking memory", "memory-leaks"),
      ("heap growth", "memory-leaks"), ("exit code 137", "memory-leaks"), ("rss grows", "memory-leaks"),
      ("slow queries", "database-queries"), ("slow query", "database-queries"), ("slow sql", "database-queries"),
      ("slow queris", "database-queries"),
      ("n+1", "database-queries"), ("N+1 queries", "database-queries"), ("missing index", "database-queries"),
      ("databse", "database-queries"), ("postgres", "database-queries"), ("full table scan", "database-queries"),
      ("high cpu", "cpu-profiling"), ("cpu", "cpu-profiling"), ("100% CPU", "cpu-profiling"),
      ("flame graph", "cpu-profiling"), ("hot loop", "cpu-profiling"), ("cpu spikes", "cpu-profiling"),
      ("race", "race-conditions"), ("racing threads", "race-conditions"), ("flaky tests", "race-conditions"),
      ("deadlocks", "race-conditions"), ("lost updates", "race-conditions"), ("rase conditions", "race-conditions"),
      ("race condtion", "race-conditions"), ("concurrency", "race-conditions"), ("heisenbug", "race-conditions"),
      ("network", "network-issues"), ("connection refused", "network-issues"), ("timeouts", "network-issues"),
      ("packet loss", "network-issues"), ("dns", "network-issues"), ("netwrok issues", "network-issues"),
      ("disk full", "disk-io"), ("Disk I/O", "disk-io"), ("disk io", "disk-io"), ("iowait", "disk-io"),
      ("too many open files", "disk-io"), ("ENOSPC", "disk-io"), ("no space left on device", "disk-io"),
      ("tcpdump", "network-issues"), ("lsof", "disk-io"), ("py-spy", "cpu-profiling"),
      ("tracemaloc", "memory-leaks"), ("how to debug a memory leak", "memory-leaks"),
    ])
  func finds(_ query: String, _ expected: String) {
    #expect(finder.find(query).matches.map(\.issueType.id) == [expected])
  }

  @Test("an unknown word is silent and suggests", arguments: ["kubernetes", "blockchain", "xyzzy", "…", "zz top"])
  func silent(_ query: String) {
    let found = finder.find(query)
    #expect(found.matches.isEmpty)
    #expect(!found.suggestions.isEmpty)
  }

  @Test func aWordUnderSeveralTypesShowsAll() {
    #expect(
      finder.find("slow").matches.map(\.issueType.id) == [
        "cpu-profiling", "network-issues", "database-queries", "disk-io",
      ])
  }

  @Test func nothingAskedIsTheWholeTable() { #expect(finder.find("  ").matches.count == 6) }

  @Test func aTypoSaysWhatWasRead() {
    #expect(finder.find("memry leaks").matches.first?.reason == .typo(written: "memry", read: "memory"))
  }

  @Test(
    "stems", arguments: [("queries", "query"), ("racing", "rac"), ("race", "rac"), ("running", "run"), ("gas", "gas")])
  func stems(_ word: String, _ stem: String) { #expect(WordStems.of(word) == [stem]) }

  private func ids(_ query: String) -> [String] {
    let nowhere = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
    let rows = [("Races", ["ThreadSanitizer"]), ("High CPU", ["perf"]), ("Disk I/O", ["iostat"])]
    let types = rows.map { name, tools in
      IssueType(id: Slug.make(name), name: name, tools: tools.map { Located($0, at: nowhere) }, at: nowhere)
    }
    return ToolFinder(issueTypes: types, registry: .builtIn).find(query).matches.map(\.issueType.id)
  }

  @Test(
    "with a registry a tool answers to its aliases, and one that no row has leads to the rows that it serves",
    arguments: [
      ("tsan", ["races"]), ("fio", [Slug.make("Disk I/O")]), ("biolatency", [Slug.make("Disk I/O")]),
      ("go test -race", ["races"]),
      ("cpu profiling", ["high-cpu"]), ("pegged", ["high-cpu"]), ("coverage", []), ("unheard of", []),
    ])
  func registry(_ query: String, _ expected: [String]) { #expect(ids(query) == expected) }
}
