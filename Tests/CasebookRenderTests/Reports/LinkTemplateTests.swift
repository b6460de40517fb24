import CasebookRender
import CasebookSource
import Testing

@Suite("Places link to files and editors") struct LinkTemplateTests {
  @Test func aTemplateIsFilledAndTheAddressEncoded() {
    let template = LinkTemplate("vscode://file{path}:{line}:{column}")
    #expect(template?.address(path: "/kb/a b%é.md", line: 3, column: 7) == "vscode://file/kb/a%20b%25%C3%A9.md:3:7")
    #expect(
      LinkTemplate("file://host{path}")?.address(path: "/\u{1B}\\\n", line: 1, column: 1) == "file://host/%1B%5C%0A")
  }

  @Test(arguments: ["", "file", "file://{line}", "x{path}{row}", "x{path", "x {path}", "x\u{1B}{path}", "{path}\u{7}"])
  func whatIsNoTemplate(text: String) { #expect(LinkTemplate(text) == nil) }

  @Test func theReportIsTheSameTextWithLinksRoundItsPlaces() {
    let finding = ReportFixture.finding(
      ReportFixture.range(1, 4, 5), notes: [.init("there", path: "b.md", range: ReportFixture.range(2, 1, 2))])
    var report = ReportFixture.report(["a.md": "é x\n", "b.md": "y\nz\n"], [finding])
    let plain = ReportFixture.text(HumanReport(), report)
    report.link = { "x://\($0):\($1):\($2)" }
    let linked = ReportFixture.text(HumanReport(), report)
    #expect(linked.contains("--> \u{1B}]8;;x://a.md:1:3\u{1B}\\a.md:1:3\u{1B}]8;;\u{1B}\\\n"))
    #expect(linked.contains("::: \u{1B}]8;;x://b.md:2:1\u{1B}\\b.md:2:1\u{1B}]8;;\u{1B}\\\n"))
    #expect(linked.replacing(#/\x{1B}\]8;;[^\x{1B}]*\x{1B}\\/#, with: "") == plain)
  }
}

@Suite("Findings are counted by rule") struct StatisticsReportTests {
  @Test func theCommonestComesFirst() {
    let safe = Diagnostic.Fix(.safe, "do it", edits: [])
    let findings =
      (1...11).map { ReportFixture.finding(ReportFixture.range($0, 1, 2), severity: .info, fixes: [safe]) }
      + [
        ReportFixture.finding(ReportFixture.range(1, 1, 2), rule: 1, severity: .error),
        ReportFixture.finding(ReportFixture.range(1, 1, 2), fixes: [.init(.unsafe, "think", edits: [])]),
      ]
    #expect(
      ReportFixture.text(StatisticsReport(), ReportFixture.report(["a.md": "x\n"], findings)) == """
        11  info     CB202 missing-language  11 with a safe fix
         1  error    CB001 nested-fence
         1  warning  CB202 missing-language  1 with an unsafe fix

        1 error, 1 warning and 11 infos in 1 file; `casebook fix --write --style` mends 11

        """)
    #expect(
      ReportFixture.text(StatisticsReport(), ReportFixture.report(["a.md": ""], [])) == "no findings in 1 file\n")
  }
}
