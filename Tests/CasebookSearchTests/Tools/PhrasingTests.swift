import CasebookModel
import CasebookSearch
import CasebookSource
import Testing

/// The seven rows of the shipped knowledge base.
private let finder: ToolFinder = {
  let nowhere = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
  let rows = [
    ("Memory leaks", ["memray", "tracemalloc", "pidstat", "pprof"]), ("CPU profiling", ["py-spy", "perf", "top"]),
    ("Race conditions", ["py-spy", "rr", "pg_locks"]), ("Latency regressions", ["py-spy", "curl", "git"]),
    ("Network issues", ["ss", "tcpdump", "Wireshark"]),
    ("Database queries", ["EXPLAIN", "pg_stat_statements", "pg_stat_activity", "slow query log"]),
    ("Disk I/O", ["iostat", "biolatency", "iotop"]),
  ]
  return ToolFinder(
    issueTypes: rows.map { name, tools in
      IssueType(id: Slug.make(name), name: name, tools: tools.map { Located($0, at: nowhere) }, at: nowhere)
    }, registry: .builtIn)
}()

@Suite struct PhrasingTests {
  @Test(
    "of the ways to ask, nineteen in twenty are understood, and the others get no answer",
    arguments: [Phrasings.meant, Phrasings.meantLater])
  func understood(_ phrasings: [(query: String, types: Set<String>)]) {
    var right = 0
    for (query, types) in phrasings {
      let found = Set(finder.find(query).matches.map(\.issueType.id))
      if !found.isEmpty, found.isSubset(of: types) { right += 1 } else { print("MISS '\(query)': \(found.sorted())") }
      #expect(found.isSubset(of: types), "'\(query)' misleads to \(found.sorted())")
    }
    #expect(right * 100 >= phrasings.count * 95, "\(right) of \(phrasings.count)")
  }

  @Test("what is no question for the tools gets no answer", arguments: Phrasings.foreign + Phrasings.foreignLater)
  func foreign(_ query: String) { #expect(finder.find(query).matches.map(\.issueType.id) == []) }
}
