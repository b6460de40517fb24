import CasebookSource
import Testing

@testable import CasebookModel

@Suite("Tools in the text of a case") struct ToolIndexTests {
  private let index = ToolIndex.builtIn

  private func read(_ step: String) -> RawCase? {
    let text = "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Tool: look\n\n\(step)\n"
    return DocumentReader.read(SourceFile(path: "a.md", bytes: Array(text.utf8))).model.cases.first
  }

  private func used(_ step: String) -> [String]? { read(step).map { index.ids(index.uses(in: $0).sure) } }

  @Test(
    "a name counts where it stands as words of its own",
    arguments: [
      ("With py-spy, then tracemalloc.", ["py-spy", "tracemalloc"]),
      ("TCPDUMP and Wireshark", ["tcpdump", "wireshark"]),
      ("EXPLAIN ANALYZE says", ["explain-analyze"]), ("EXPLAIN says", ["explain"]),
      ("py-spying, xstrace, strace2, strace-log, strace.txt, -strace, .strace", []), ("pidstat", ["pidstat"]),
      ("strace, strace", ["strace"]), ("`iostat`.", ["iostat"]), ("heap snapshots grow", ["heapsnapshot"]),
    ])
  func names(_ text: String, _ expected: [String]) { #expect(used(text) == expected) }

  @Test(
    "a common word counts where a command begins",
    arguments: [
      ("On top of that, free memory.", []), ("```python\ntop = 1\nx = free\n```", []), ("```sh\ntop -H\n```", ["top"]),
      ("```sh\n$ sudo perf top | ss -s; df -h\n```", ["perf", "ss", "df"]),
      ("```sh\ntimeout 5 perf top\n/usr/bin/perf record\n```", ["perf"]), ("```sh\necho perf 5 perf\n```", []),
    ])
  func commonWords(_ text: String, _ expected: [String]) { #expect(used(text) == expected) }

  @Test func aCommonWordMayBeMeantAnywhere() {
    let item = read("We ran perf for a minute.")
    #expect(item.map { index.ids(index.uses(in: $0).possible.numbers) } == ["perf"])
    #expect(item.map { index.ids(index.uses(in: $0).sure) } == [])
  }

  @Test("time grows with the text, whatever stands in it") func hostileText() {
    for piece in ["EXPLAIN (ANALYZE, ", "s", "st ", "perf", "\u{301}", "go test "] {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      #expect((used(text)?.count ?? 0) < 10)
    }
  }
}
