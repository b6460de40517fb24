import CasebookRender
import CasebookSource
import Testing

@Suite("Every format gives the same findings") struct SameFindingsTests {
  /// Rule and start line of each finding, as a text of the format names them.
  private func findings(_ text: String, _ pattern: Regex<(Substring, Substring, Substring)>) -> [String] {
    text.matches(of: pattern).map { "\($0.output.2):\($0.output.1)" }.sorted()
  }

  @Test func allOfThem() {
    let report = ReportFixture.mixed
    let expected = report.diagnostics.filter { $0.suppression == nil }
      .map { "\($0.rule):\($0.range.start.line)" }.sorted()
    #expect(expected.count == 4)
    func text(_ format: some ReportFormat) -> String { ReportFixture.text(format, report) }
    #expect(findings(text(ShortReport()), #/\.md:(\d+):\d+: .* \[(CB\d+)\]/#) == expected)
    #expect(findings(text(GitHubReport()), #/line=(\d+),.*title=(CB\d+)/#) == expected)
    let junit = text(JUnitReport()).split(separator: "\n")
      .filter { !$0.contains("message=\"silenced") && !$0.contains("message=\"in the baseline") }
    #expect(findings(junit.joined(separator: "\n"), #/\.md:(\d+):\d+: .* \[(CB\d+)\]/#) == expected)
    let human = text(HumanReport()).matches(of: #/\w+\[(CB\d+)\]: .*\n *--> .*:(\d+):\d+\n/#)
    #expect(human.map { "\($0.output.1):\($0.output.2)" }.sorted() == expected)
    let sarif = text(SARIFReport()).matches(
      of: #/"ruleId": "(CB\d+)"(?:(?!"ruleId")[\s\S])*?"startLine": (\d+)/#)
    #expect(sarif.map { "\($0.output.1):\($0.output.2)" }.sorted() == expected)
    let json = text(JSONReport()).matches(
      of: #/"rule": "(CB\d+)"(?:(?!"rule")[\s\S])*?"line": (\d+)(?:(?!"rule")[\s\S])*?"(suppressed|counts)"/#)
    #expect(
      json.filter { $0.output.3 == "counts" }.map { "\($0.output.1):\($0.output.2)" }.sorted() == expected)
  }
}
