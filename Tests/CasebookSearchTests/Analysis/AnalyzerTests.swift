import CasebookSearch
import Testing

private func terms(_ text: [UInt8]) -> (sequence: [String], extra: [String]) {
  var analyzer = Analyzer()
  let found = analyzer.terms(of: text)
  return (
    found.sequence.map { String(decoding: $0, as: UTF8.self) }, found.extra.map { String(decoding: $0, as: UTF8.self) }
  )
}

@Suite struct AnalyzerTests {
  @Test(
    "words are folded, stemmed and rid of function words",
    arguments: [
      ("The connections were refused", ["connect", "refus"]), ("Scan SCAN scan", ["scan", "scan", "scan"]),
      ("Größe naïve", ["gross", "naiv"]), ("ΩΜΈΓΑ", ["ωμέγα"]),
      ("the worker's heap isn’t growing", ["worker", "heap", "grow"]),
      ("数据库 lock", ["数据", "据库", "lock"]), ("", []), (" \u{0}\u{1B} … — ", []),
    ])
  func words(_ text: String, _ expected: [String]) { #expect(terms(Array(text.utf8)).sequence == expected) }

  @Test(
    "a compound gives itself and its parts",
    arguments: [
      ("MyClass.doSomething", ["class", "someth"], ["myclass.dosomething", "myclass", "dosomething"]),
      ("p99", ["p", "99"], ["p99"]), ("v2.4.0", ["v", "2", "4", "0"], ["v2.4.0", "v2"]),
      ("HTTPServer2", ["http", "server", "2"], ["httpserver2"]), ("read-only", ["read"], ["read-only"]),
      ("C++", ["c"], ["c++"]), ("I/O", ["o"], ["i/o"]), ("N+1", ["n", "1"], ["n+1"]), ("ENOSPC", ["enospc"], []),
    ])
  func compounds(_ text: String, _ sequence: [String], _ extra: [String]) {
    let found = terms(Array(text.utf8))
    #expect(found.sequence == sequence)
    #expect(found.extra == extra)
  }

  @Test("nothing with a digit is dropped", arguments: ["137", "99", "exit 137", "a1", "0x7f"])
  func digits(_ text: String) {
    let found = terms(Array(text.utf8))
    #expect((found.sequence + found.extra).contains { $0.contains(where: \.isNumber) })
  }

  @Test func aTermIsNeverLongerThanItsLimit() {
    let found = terms([UInt8](repeating: UInt8(ascii: "x"), count: 100_000))
    #expect(found.sequence.map(\.utf8.count) == [Analyzer.longestTerm])
  }

  @Test("bytes that are no text end in terms or in nothing") func hostile() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<80)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let found = terms(bytes)
      #expect(found.sequence.count + found.extra.count <= 3 * bytes.count, "\(bytes)")
    }
  }
}
