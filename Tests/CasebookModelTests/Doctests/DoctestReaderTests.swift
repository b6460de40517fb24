import CasebookSource
import Testing

@testable import CasebookModel

private func tests(_ text: String) -> [Doctest] {
  DoctestReader.read(DocumentReader.read(SourceFile(path: "a.md", text: text)))
}

private func programs(_ text: String) -> [DoctestProgram] {
  DoctestPlan.programs(DocumentReader.read(SourceFile(path: "a.md", text: text)))
}

@Suite("Doctests are found, with what their marks say") struct DoctestReaderTests {
  @Test(
    "marks",
    arguments: [
      (".doctest", Doctest.Expectation.runs, "a block that says nothing else runs"),
      (".doctest no-run", .compiles, "a word"),
      ("#name .doctest .no-run", .compiles, "or a class"),
      (".doctest should-trap timeout=5s", .traps, "with a time"),
      (".doctest compile-fail=\"cannot find 'y'\"", .failsToCompile(saying: "cannot find 'y'"), "with a text"),
      (".scenario of=Cache", .tellsApart(type: "Cache"), "a scenario"),
      (".fix .doctest .numberLines title=\"a.swift\"", .runs, "roles and marks of other tools change nothing"),
    ])
  func marks(_ marks: String, _ expectation: Doctest.Expectation, _ reason: String) throws {
    let found = tests("# A\n\n```swift {\(marks)}\nlet x = 1\n```\n")
    try #require(found.count == 1, "\(reason)")
    #expect(found[0].expectation == expectation && found[0].faults.isEmpty, "\(reason): \(found[0].faults)")
  }

  @Test(
    "what is not understood is a fault, and names the place",
    arguments: [
      ("swift {.doctest no-rum}", "no mark 'no-rum'; did you mean 'no-run'?", 20),
      ("swift {.doctest .shuold-trap}", "did you mean 'should-trap'?", 21),
      ("swift {.doctest grop=a}", "no mark 'grop='; did you mean 'group'?", 20),
      ("swift {.doctest timeout=1h}", "'1h' is not", 28),
      ("swift {.doctest timeout=61s}", "at most 60 s", 28),
      ("swift {.doctest no-run should-trap}", "exclude each other", 27),
      ("swift {.doctest compile-fail=\"\"}", "must quote a part of the error", 20),
      ("swift {.doctest of=Cache}", "belongs to a scenario", 20),
      ("swift {.scenario}", "must say which type", 1),
      ("python {.doctest}", "'python' is never run", 1),
      ("{.doctest}", "a block without a language is never run", 1),
    ])
  func faults(_ info: String, _ message: String, _ column: Int) throws {
    let found = programs("# A\n\n```\(info)\nx\n```\n")
    let fault = try #require(found.first?.faults.first)
    #expect(fault.message.contains(message), "\(fault.message)")
    #expect(fault.range.start == Position(line: 3, column: column))
  }

  @Test("other blocks are none") func others() {
    #expect(tests("# A\n\n```swift\nlet x = 1 // .doctest\n```\n\n```swift {.doctests}\n```\n\n`{.doctest}`\n").isEmpty)
  }

  @Test("a sample of a document is not run, a case in a fence is") func quoted() {
    let block = "```swift {.doctest}\nlet x = 1\n```\n"
    #expect(tests("# How to write doctests\n\n````markdown\n\(block)````\n").isEmpty)
    let session = "## Symptoms\n\n- slow\n\n## Investigation\n\n### 1. Evidence\n\n\(block)\n"
    let text = "# A\n\n**Problem**: slow\n\n**Debugging Session (Example)**:\n\n````markdown\n\(session)````\n"
    #expect(tests(text).map(\.at.start.line) == [16])
  }
}

@Suite("Doctests become programs that point into the document") struct DoctestProgramTests {
  private func text(_ program: DoctestProgram, _ source: Int = 0) -> String {
    String(decoding: program.sources[source].text, as: UTF8.self)
  }

  @Test("a group is one program; what traps or fails to compile has one of its own") func groups() throws {
    let found = programs(
      """
      ```swift {.doctest group=a}
      let x = 1
      ```

      ```swift {.doctest}
      let y = 2
      ```

      ```swift {.doctest group=a should-trap}
      fatalError()
      ```

      ```swift {.doctest group=a}
      print(x)
      ```

      """)
    try #require(found.count == 3)
    #expect(found.map(\.blockLines) == [[5], [1, 9], [1, 13]])
    #expect(
      text(found[2])
        == "#sourceLocation(file: \"a.md\", line: 2)\nlet x = 1\n#sourceLocation(file: \"a.md\", line: 14)\nprint(x)\n#sourceLocation()\n"
    )
  }

  @Test("columns lead back to the file: a list, a value, letters of several bytes") func places() throws {
    let found = programs("- a\n\n  ```swift {.doctest}\n    é(1) // → 2\n  let zé = f(1) // → 1\n  ```\n")
    try #require(found.count == 1)
    #expect(text(found[0]).contains("  casebookExpect(1, é(1)) // → 2"))
    #expect(text(found[0]).contains("let zé = f(1); casebookExpect(2, zé) // → 1"))
    // `  casebookExpect(1, ` is before what stands in column 5 on disk.
    #expect(found[0].range(line: 4, column: 21).start == Position(line: 4, column: 5))
    #expect(found[0].range(line: 4, column: 3).start == Position(line: 4, column: 5))
    #expect(
      found[0].range(line: 5, column: 11)
        == SourceRange(start: .init(line: 5, column: 13), end: .init(line: 5, column: 14)))
    #expect(found[0].range(line: 99, column: 1) == found[0].at)
  }

  @Test("a name that would end a literal is told without it") func hostileName() {
    let document = DocumentReader.read(SourceFile(path: "a\"\\(f())\n.md", text: "```swift {.doctest}\nx\n```\n"))
    let program = DoctestPlan.programs(document)[0]
    #expect(program.name == "a__(f())_.md")
  }

  @Test("the digest names code and marks, not the place") func digests() {
    let digest = { (text: String) in programs(text).last?.digest }
    let block = "```swift {.doctest}\nlet x = 1\n```\n"
    #expect(digest(block) == digest("# Moved\n\n> quoted\n\n" + block.replacing("```", with: "~~~~~")))
    #expect(digest(block) != digest(block.replacing("1", with: "2")))
    #expect(digest(block) != digest(block.replacing("doctest", with: "doctest should-trap")))
    #expect(digest(block) != digest(block.replacing("doctest", with: "doctest timeout=1s")))
  }

  @Test("a scenario is compiled with each bug and each fix of its type") func scenarios() throws {
    let text = """
      # A

      **Problem**: slow

      ### 1. Root cause

      ```swift {.bug}
      struct Cache { let bug = 1 }
      ```

      ### 2. Fix

      ```swift {.fix}
      struct Cache { let fix = 1 }
      ```

      ```swift {.fix}
      // struct Cache is above
      actor Other {}
      ```

      ```swift {.scenario of=cache}
      _ = Cache()
      ```

      """
    let found = programs(text)
    try #require(found.count == 1 && found[0].sources.map(\.side) == [.bug, .fix])
    #expect(
      found[0].faults.isEmpty && self.text(found[0]).contains("let bug") && self.text(found[0], 1).contains("let fix"))
    let unknown = programs(text.replacing("of=cache", with: "of=Cach"))[0]
    #expect(unknown.faults.first?.message == "no bug in Swift defines 'Cach'; did you mean 'Cache'?")
  }
}

@Suite("A value behind `// →`") struct ExpectedValueTests {
  @Test(
    "lines that say a value",
    arguments: [
      ("f(1) // → 2", "casebookExpect(1, f(1)) // → 2", "2"),
      ("  try await f() //→ [1, 2] ", "  casebookExpect(1, try await f()) //→ [1, 2] ", "[1, 2]"),
      ("let a: Int = f() // → 3", "let a: Int = f(); casebookExpect(1, a) // → 3", "3"),
      ("var b=1 // → 1", "var b=1; casebookExpect(1, b) // → 1", "1"),
      ("print(\"http://a\") // → http://a", "casebookExpect(1, print(\"http://a\")) // → http://a", "http://a"),
    ])
  func values(_ line: String, _ rewritten: String, _ value: String) throws {
    guard case .value(let read) = ExpectedValue.read(Array(line.utf8), number: 1) else {
      Issue.record("no value: \(line)")
      return
    }
    #expect(String(decoding: read.rewritten, as: UTF8.self) == rewritten && read.text == value)
  }

  @Test(
    "lines that say none",
    arguments: ["f(1) // 2 → 3", "f(\"// → 1\")", "// → 1", "let x = 1", "", "/", "\"\\\"// → 2\""])
  func none(_ line: String) {
    guard case .none = ExpectedValue.read(Array(line.utf8), number: 1) else {
      Issue.record("a value: \(line)")
      return
    }
  }

  @Test(
    "lines that can't be compared",
    arguments: [
      "f(1) // →", "for x in y { f(x) } // → 1", "} // → 1", ".map { $0 } // → 1", "return 1 // → 1", "f( // → 1",
      "let (a, b) = f() // → 1", "a + // → 2", "x] // → 1",
    ])
  func faults(_ line: String) {
    guard case .fault = ExpectedValue.read(Array(line.utf8), number: 1) else {
      Issue.record("no fault: \(line)")
      return
    }
  }
}

@Suite("What compiler and program say is judged") struct DoctestJudgeTests {
  private func judged(_ marks: String, _ code: String, _ trial: DoctestTrial) -> [String] {
    let program = programs("# A\n\n```swift {.doctest\(marks)}\n\(code)\n```\n")[0]
    let result = DoctestResult.judged(program, [trial])
    #expect((result.verdict == .failed) == !result.findings.isEmpty)
    return result.findings.map { "\($0.range.start) \($0.message)" }
  }

  private func trial(_ end: DoctestTrial.End, errors: String = "", marked program: String = "") -> DoctestTrial {
    var trial = DoctestTrial(compiles: true)
    trial.end = end
    trial.errors = Array(errors.utf8)
    return trial
  }

  private func compiled(_ messages: String) -> DoctestTrial {
    DoctestTrial(compiles: false, messages: Array(messages.utf8))
  }

  @Test("errors of the compiler, brought to the file") func errors() {
    let messages = "a.md:4:9: error: cannot find 'y' in scope\nlet x = y\n        ^\na.md:4:1: note: here\n"
    #expect(judged("", "let x = y", compiled(messages)) == ["4:9 cannot find 'y' in scope"])
    #expect(judged("", "let x = 1", compiled("<unknown>:0: error: no module\n")) == ["3:1 no module"])
    #expect(judged("", "let x = 1", compiled("Stack dump:\n")) == ["3:1 the compiler gave up: Stack dump:"])
  }

  @Test("a block that must not compile") func compileFail() {
    let messages = "a.md:4:9: error: cannot find 'y' in scope\n"
    #expect(judged(" compile-fail=\"find 'y'\"", "let x = y", compiled(messages)).isEmpty)
    #expect(judged(" compile-fail=\"find 'z'\"", "let x = y", compiled(messages)).count == 2)
    #expect(judged(" compile-fail=\"y\"", "let y = 1", trial(.notStarted)).first?.contains("it compiles") == true)
  }

  @Test("traps, wanted or not") func traps() {
    let fatal = "Doctest0/a.md:5: Fatal error: no user\nCurrent stack trace:\n0  lib\n"
    #expect(
      judged("", "f()\ng()", trial(.signalled(5), errors: fatal)) == [
        "5:1 the program must end well; it was stopped: Fatal error: no user"
      ])
    #expect(judged(" should-trap", "f()\ng()", trial(.signalled(4), errors: fatal)).isEmpty)
    #expect(judged(" should-trap", "f()", trial(.exited(0))).first?.contains("ended with exit code 0") == true)
    #expect(judged(" should-trap", "f()", trial(.signalled(9))).first?.contains("signal 9") == true)
    #expect(judged(" should-trap", "f()", trial(.timedOut(milliseconds: 200))).first?.contains("within 0.2 s") == true)
  }

  @Test(
    "every end but a good one fails",
    arguments: [
      DoctestTrial.End.exited(1), .signalled(11), .timedOut(milliseconds: 5_000), .printedTooMuch, .wroteTooMuch,
      .leftProcesses(1), .refused("swiftc died of signal 11"),
    ])
  func ends(_ end: DoctestTrial.End) {
    #expect(judged("", "f()", trial(end)).count == 1)
    #expect(judged("", "f()", trial(.exited(0))).isEmpty)
  }

  @Test("values: the same, another, none") func values() {
    let program = programs("# A\n\n```swift {.doctest}\nf() // → 2\n```\n")[0]
    let mark = DoctestSupport.mark(of: program)
    func judged(_ errors: String, _ end: DoctestTrial.End = .exited(0)) -> [String] {
      DoctestResult.judged(program, [trial(end, errors: errors)]).findings.map(\.message)
    }
    #expect(judged("\(mark) 1\t2\t2\n").isEmpty)
    #expect(judged("\(mark) 1\t2\tA.B(2)\n\(mark) 1\t3\t3\n") == ["the value must be 2; it is 3"])
    #expect(judged("") == ["the program ended before this value was reached"])
    #expect(judged("casebook:other 1\t2\n").count == 1)
    #expect(judged("\(mark) 9\t2\n\(mark) x\n\(mark)\n").count == 1)
  }

  @Test("a scenario must fail with the bug, and hold with the fix") func scenario() throws {
    let sides = "```swift {.bug}\nstruct C {}\n```\n\n### 2. Fix\n\n```swift {.fix}\nstruct C {}\n```\n\n"
    let text = "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\n\(sides)```swift {.scenario of=C}\n_ = C()\n```\n"
    let program = try #require(programs(text).first)
    func judged(_ bug: DoctestTrial, _ fix: DoctestTrial) -> [String] {
      DoctestResult.judged(program, [bug, fix]).findings.map(\.message)
    }
    #expect(judged(trial(.signalled(5)), trial(.exited(0))).isEmpty)
    #expect(judged(trial(.exited(0)), trial(.exited(0))).first?.contains("must fail with the bug") == true)
    #expect(judged(trial(.signalled(5)), trial(.exited(3))).first?.contains("(with the fix)") == true)
    #expect(judged(compiled("a.md:8:1: error: no\n"), trial(.exited(0))) == ["no (with the bug)"])
  }
}
