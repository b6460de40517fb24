import CasebookModel
import CasebookSource
import Testing

@testable import CasebookSearch

private let search: CaseSearch = {
  var builder = CaseIndexBuilder()
  for (id, text) in MatchCases.documents {
    let source = "---\nid: \(id)\n---\n\n" + text.replacing("\n**", with: "\n\n**").replacing("\n###", with: "\n\n###")
    builder.add(DocumentReader.read(SourceFile(path: "\(id).md", bytes: Array(source.utf8))).model)
  }
  return CaseSearch(CaseIndex.build([builder], issueTypes: []))
}()

private func match(_ text: String) -> MatchAnswer { CaseMatcher(search).match(Array(text.utf8)) }

@Suite struct CaseMatcherTests {
  @Test("of what is answered nine of ten are right, and eight of ten misfits stay without a case")
  func evaluation() {
    #expect(search.caseCount == MatchCases.documents.count)
    var (answered, right) = (0, 0)
    for (text, id) in MatchCases.texts {
      guard let first = match(text).matches.first else { continue }
      answered += 1
      if first.found.id == id { right += 1 }
    }
    let abstained = MatchCases.misfits.count { match($0).matches.isEmpty }
    #expect(answered * 10 >= MatchCases.texts.count * 7, "\(answered) answered")
    #expect(right * 10 >= answered * 9, "\(right) of \(answered) right")
    #expect(abstained * 10 >= MatchCases.misfits.count * 8, "\(abstained) of \(MatchCases.misfits.count) abstained")
  }

  @Test func aMatchSaysWhyAndWhatToDo() throws {
    let found = try #require(match("INFO start\nreason OOMKilled, exit code 137").matches.first)
    #expect(found.found.id == "cache-oom")
    #expect(found.why.contains { $0.hasPrefix("line 2: ") && $0.contains("OOMKilled") })
    #expect(found.found.firstCheck == "Compare two heap snapshots")
    #expect(found.found.firstCommand == "jcmd 1 GC.heap_dump /tmp/a.hprof")
  }

  @Test("The first command looks, and neither sets a variable nor makes the trouble again") func firstCommand() {
    let text = """
      # Slow

      **Problem**: slow

      ## Investigation

      ### 1. Reproduce

      ```bash {.repro}
      base=http://127.0.0.1
      curl $base
      ```

      """
    func command(_ text: String) -> String? {
      DocumentReader.read(SourceFile(path: "a.md", text: text)).model.cases.first.flatMap(FirstSteps.command)
    }
    #expect(command(text) == "curl $base")
    #expect(command(text + "### 2. Isolate\n\n```sql {.tool}\n-- locks\nSELECT 1;\n```\n") == "SELECT 1;")
  }

  @Test(
    "times, addresses, ids and bare numbers say nothing",
    arguments: [
      ("2026-02-16T11:03:22.123Z app[412]: OSError: [Errno 28] ENOSPC", ["app", "OSError", "Errno", "28", "ENOSPC"]),
      ("\u{1B}[31mfatal\u{1B}[0m at 0x7ffd3a20 took 153ms", ["fatal", "at", "took"]),
      ("10.0.0.1:5432 refused 123e4567-e89b-12d3-a456-426614174000", ["refused"]),
      ("exit code 137 pid 4711 status=503", ["exit", "code", "137", "pid", "status", "503"]),
    ])
  func words(_ text: String, _ expected: [String]) {
    let log = LogWords(Array(text.utf8))
    #expect(log.words.map { String(decoding: log.text[$0.range], as: UTF8.self) } == expected)
  }

  @Test(
    "a name of a failure is told from other words",
    arguments: [
      ("OSError", true), ("java.lang.NullPointerException", true), ("ENOSPC", true), ("SIGSEGV", true),
      ("CrashLoopBackOff", true), ("ORA-00060", true), ("ERR_CONNECTION_RESET", true), ("Error", false),
      ("ERROR", false), ("WARN", false), ("memory", false), ("2026", false), ("HTTP", false), ("END", false),
    ])
  func signatures(_ word: String, _ expected: Bool) { #expect(ErrorSignature.isOne(Array(word.utf8)[...]) == expected) }

  @Test("any bytes are answered: nothing, one line of a MiB, escapes without an end") func hostile() {
    for text in [
      [], [0x1B], Array("\u{1B}[".utf8), [UInt8](repeating: 0xFF, count: 3_000), Array("=:=-_.".utf8),
      [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20), [UInt8](repeating: 0x1B, count: 1 << 20),
      Array(String(repeating: "OSError ", count: 200_000).utf8),
    ] {
      let answer = CaseMatcher(search).match(text)
      #expect(answer.matches.count <= 1)
      #expect(answer.isCut == (text.count > LogWords.longest))
    }
  }
}
