import CasebookModel
import CasebookSource
import Testing

@testable import CasebookRules

@Suite("The baseline of an inherited pile") struct BaselineTests {
  private let rules = RuleSet(RuleConfiguration())

  private func read(_ text: String, _ path: String = "a.md") -> ReadDocument {
    DocumentReader.read(SourceFile(path: path, bytes: Array(text.utf8)))
  }

  private func findings(_ text: String) -> LibraryFindings {
    let document = read(text)
    return rules.conclude(CaseLibrary(documents: [document.model]), [rules.examine(document)])
  }

  private func keys(_ text: String) -> BaselineKeys {
    BaselineKeys(cases: CasePlaces([read(text).model])) { _ in Array(text.utf8) }
  }

  private func baseline(_ text: String) -> Baseline {
    var keys = keys(text)
    return Baseline(of: findings(text), &keys)
  }

  private func apply(_ baseline: Baseline, to text: String) -> (shown: [Diagnostic], stale: [Baseline.Entry]) {
    var keys = keys(text)
    var findings = findings(text)
    let stale = baseline.apply(to: &findings, &keys)
    return (findings.diagnostics.filter { $0.suppression == nil }, stale)
  }

  private let pile = "# Notes\n\n```\na\n```\n\n```\nb\n```\n"

  @Test func whatIsKnownIsSilentWhereverItMoves() {
    let known = baseline(pile)
    #expect(known.count == 2)
    #expect(known.entries.count == 1, "both fences read the same")
    #expect(apply(known, to: pile).shown.isEmpty)
    let moved = apply(known, to: "# Notes\n\nA line more.\n\n" + pile.dropFirst(9))
    #expect(moved.shown.isEmpty && moved.stale.isEmpty)
  }

  @Test func whatIsNewIsShown() {
    let result = apply(baseline(pile), to: pile + "\n```\nc\n```\n")
    #expect(result.shown.map(\.rule.number) == [202])
    #expect(result.shown.first?.range.start.line == 11)
  }

  @Test func whatWasMendedIsStaleAndTheFileShrinks() {
    let known = baseline(pile)
    let mended = "# Notes\n\n```text\na\n```\n\n```\nb\n```\n"
    let result = apply(known, to: mended)
    #expect(result.shown.isEmpty)
    #expect(result.stale.map(\.count) == [1])
    #expect(known.shrunk(to: baseline(mended)).count == 1)
    #expect(known.shrunk(to: baseline(pile + "\n```\nc\n```\n")) == known, "it never grows")
    #expect(known.shrunk(to: baseline("# Notes\n")).entries.isEmpty)
    let stale = Baseline.stale(result.stale[0], path: "baseline.txt")
    #expect(stale.rule.number == 902 && stale.severity == .info)
  }

  @Test func silencedAndArchivedFindingsStayOut() {
    #expect(baseline("<!-- casebook-ignore CB202: a drawing -->\n```\na\n```\n").entries.isEmpty)
    var keys = keys(pile)
    var archived = findings(pile)
    archived.archived = ["a.md"]
    #expect(Baseline(of: archived, &keys).entries.isEmpty)
  }

  @Test("rules that can't be silenced never enter it") func unsilenceable() {
    let text = "<!-- casebook-ignore CB202 -->\n```text\na\n```\n"
    #expect(findings(text).diagnostics.contains { $0.rule.number == 901 })
    #expect(baseline(text).entries.isEmpty)
  }

  @Test func anyFileReadsBackAsItWasWritten() throws {
    let entries = ["", "-", "heap growth", "50%", "π"].map { name in
      Baseline.Entry(
        key: BaselineKey(
          rule: RuleID(1), path: "a b/\(name)\n.md", caseID: name, hash: "0123456789abcdef"), count: 2)
    }
    let bytes = BaselineFile.write(Baseline(entries: entries))
    let back = try BaselineFile.read(bytes)
    #expect(back.entries.map(\.key) == Baseline(entries: entries).entries.map(\.key))
    #expect(BaselineFile.write(back) == bytes)
  }

  @Test(
    "a broken file names the line",
    arguments: [
      ("", 1, "begin with"), ("CB202 a.md - 0123456789abcdef 1\n", 1, "begin with"),
      ("casebook-baseline/1\n\nCB202 a.md\n", 3, "found 2"),
      ("casebook-baseline/1\nXX a.md - 0123456789abcdef 1\n", 2, "no id of a rule"),
      ("casebook-baseline/1\nCB202 a.md - 0123 1\n", 2, "no hash"),
      ("casebook-baseline/1\nCB202 a.md - 0123456789abcdef 0\n", 2, "no number"),
      ("casebook-baseline/1\nCB202 a%2 - 0123456789abcdef 1\n", 2, "two digits"),
      (
        "casebook-baseline/1\nCB202 a - 0123456789abcdef 1\n# why\nCB202 a - 0123456789abcdef 1\n", 4, "line 2"
      ),
    ]) func brokenFiles(text: String, line: Int, message: String) throws
  {
    let mistake = #expect(throws: BaselineFile.Mistake.self) { try BaselineFile.read(Array(text.utf8)) }
    #expect(mistake?.line == line)
    #expect(mistake?.message.contains(message) == true)
  }
}
