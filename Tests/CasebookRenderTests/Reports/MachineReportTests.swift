import CasebookRender
import CasebookSource
import Testing

@Suite("Findings for programs") struct MachineReportTests {
  private typealias Fixture = ReportFixture

  @Test func shortIsOneLineAFinding() {
    let report = Fixture.report(
      ["a.md": "é x\ny\n"],
      [
        Fixture.finding(Fixture.range(1, 4, 5), "found `a\nb`"),
        Fixture.finding(Fixture.range(2, 1, 2), "a rule", rule: 1, severity: .error),
      ])
    #expect(
      Fixture.text(ShortReport(), report)
        == "a.md:1:3: warning: found `a␊b` [CB202]\na.md:2:1: error: a rule [CB001]\n")
  }

  @Test func jsonHasTheFieldsOfItsSchemaInOrder() {
    var finding = Fixture.finding(
      Fixture.range(1, 2, 3), "say \"x\"",
      notes: [.init("there", path: "b.md", range: Fixture.range(2, 1, 1))],
      fixes: [.init(.safe, "do it", edits: [.init(range: Fixture.range(1, 2, 2), replacement: "y\n")])])
    finding.suppression = .init(reason: "meant", by: .frontMatter)
    let json = Fixture.text(JSONReport(), Fixture.report(["a.md": "abc\n"], [finding]))
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
    #expect(
      json == #"{"schema": "casebook.validate/1","#
        + #""summary": {"files": 1,"errors": 0,"warnings": 0,"infos": 0,"suppressed": 1,"archived": 0,"fixable": 0},"#
        + #""diagnostics": [{"rule": "CB202","name": "missing-language","severity": "warning","path": "a.md","#
        + #""range": {"start": {"line": 1,"column": 2},"end": {"line": 1,"column": 3}},"message": "say \"x\"","#
        + #""notes": [{"message": "there","path": "b.md","#
        + #""range": {"start": {"line": 2,"column": 1},"end": {"line": 2,"column": 1}}}],"#
        + #""fixes": [{"safety": "safe","description": "do it","edits": [{"#
        + #""range": {"start": {"line": 1,"column": 2},"end": {"line": 1,"column": 2}},"replacement": "y\n"}]}],"#
        + #""suppressed": {"reason": "meant","by": "front matter"},"counts": false}]}"#)
  }

  @Test func noFindingsIsAnEmptyList() {
    #expect(Fixture.text(JSONReport(), Fixture.report(["a.md": ""], [])).contains("\"diagnostics\": []"))
    #expect(Fixture.text(ShortReport(), Fixture.report(["a.md": ""], [])) == "")
    #expect(Fixture.text(HumanReport(), Fixture.report(["a.md": ""], [])) == "no findings in 1 file\n")
  }

  @Test func formatsAreFoundByName() {
    #expect(ReportCatalog.all.map(\.name) == ["human", "short", "json", "sarif", "github", "junit", "statistics"])
    #expect(ReportCatalog.find("json") != nil)
    #expect(ReportCatalog.find("xml") == nil)
  }

  /// Ten thousand findings in one line of a megabyte are counted once, not once each.
  @Test func manyFindingsInOneLongLine() {
    let line = String(repeating: "é", count: 200_000)
    let findings = (0..<5_000).map { Fixture.finding(Fixture.range(1, $0 * 80 + 1, $0 * 80 + 3)) }
    let short = Fixture.text(ShortReport(), Fixture.report(["a.md": line], findings))
    #expect(short.hasSuffix("a.md:1:199961: warning: a rule [CB202]\n"))
  }
}
