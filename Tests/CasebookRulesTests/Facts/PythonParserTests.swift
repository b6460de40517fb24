import Testing

@testable import CasebookRules

@Suite("Answers of Python are taken for what they are") struct PythonParserTests {
  private func parser(_ count: Int) -> PythonParser { PythonParser((0..<count).map { Array("x = \($0)\n".utf8) }) }

  private func outcome(_ end: ParserOutcome.End, _ output: String) -> ParserOutcome {
    ParserOutcome(end, output: Array(output.utf8))
  }

  @Test func anAbsentProgramIsAskedOnce() {
    var parser = parser(3)
    #expect(parser.next().count == 1)
    parser.take([outcome(.notFound, "")])
    #expect(parser.failure == .absent)
    #expect(parser.next().isEmpty)
  }

  @Test(arguments: [
    (ParserOutcome.End.killed, "", "does not answer"), (.exited(0), "Hello\nB\t0\n", "answers what is not understood"),
    (.exited(3), "", "fails with 3"), (.exited(0), "V\told\n", "is older than 3.8"),
  ])
  func rubbishIsNoVerdict(end: ParserOutcome.End, output: String, why: String) {
    var parser = parser(1)
    _ = parser.next()
    parser.take([outcome(end, output)])
    #expect(parser.failure == .unusable(why))
    #expect(parser.next().isEmpty)
  }

  @Test("a block on which the process dies is given up, those behind it are asked again") func goesOnBehindADeath() {
    var parser = parser(4)
    _ = parser.next()
    parser.take([outcome(.killed, "V\tok\t3.12\nB\t0\nX\t1\t2\t3\tSyntaxError\tno\nE\t0\nB\t1\nD\t1")])
    let next = parser.next()
    #expect(next.count == 1)
    #expect(String(decoding: next[0].input, as: UTF8.self) == "2 6\nx = 2\n3 6\nx = 3\n")
    parser.take([outcome(.exited(0), "V\tok\nB\t2\nI\t-\t-\nE\t2\nB\t3\nP\nE\t3\n")])
    #expect(parser.failure == nil)
    let kinds = parser.facts.map { facts in
      switch facts {
      case .unknown: "unknown"
      case .sound: "sound"
      case .python: "python"
      case .fault(let fault): fault.message
      }
    }
    #expect(kinds == ["Python 3.12 does not parse this: no", "unknown", "python", "sound"])
    #expect(parser.next().isEmpty)
  }

  @Test func deathsAreCounted() {
    var parser = parser(40)
    var rounds = 0
    while true {
      let runs = parser.next()
      if runs.isEmpty { break }
      rounds += 1
      parser.take(runs.map { _ in outcome(.killed, "V\tok\n") })
    }
    #expect(rounds == 8)
  }

  @Test(
    "damaged records are passed over",
    arguments: [
      "D", "D\t1\t2", "C\t1\t2\tx", "N\t999999999999999999\t1\t1\t1\tx", "X\t-1", "\t\t\t", "I", "O\t1", "L\t0\t0\t0",
    ])
  func damagedRecords(record: String) {
    let answers = PythonAnswers(Array("V\tok\nB\t0\n\(record)\nE\t0\nE\t7\nB\tx\n".utf8))
    #expect(answers.facts.count == 1)
  }

  @Test func signaturesTellWhatDoesNotFit() throws {
    let answers = PythonAnswers(Array("V\tok\nB\t0\nD\t1\t4\t2\t0\tf\t-\t-1\t-\ta,/,b=,*,c,**d\ta:1:6\t-\nE\t0\n".utf8))
    let signature = try #require(answers.facts[0]?.python?.definitions.first?.signature)
    #expect(signature.misfit(positions: 1, keywords: ["c"]) == nil)
    #expect(signature.misfit(positions: 2, keywords: ["c", "x"]) == nil)
    #expect(signature.misfit(positions: 0, keywords: ["a", "c"]) == .missing(["a"]))
    #expect(signature.misfit(positions: 3, keywords: ["c"]) == .tooMany(given: 3, taken: 2))
    #expect(signature.misfit(positions: 2, keywords: ["b", "c"]) == .twice("b"))
    #expect(signature.misfit(positions: 1, keywords: []) == .missing(["c"]))
  }
}
