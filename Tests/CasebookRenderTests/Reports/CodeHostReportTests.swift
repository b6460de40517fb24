import CasebookRender
import CasebookSource
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

@Suite("Findings for code hosts and CI") struct CodeHostReportTests {
  private typealias Fixture = ReportFixture

  private func json(_ report: Report) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(SARIFReport().write(report)))
    return try #require(object as? [String: Any])
  }

  private func run(_ report: Report) throws -> [String: Any] {
    try #require((json(report)["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ report: Report) throws -> [[String: Any]] {
    try #require(run(report)["results"] as? [[String: Any]])
  }

  private func region(_ result: [String: Any]) throws -> [String: Int] {
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    return try #require(place["region"] as? [String: Int])
  }

  @Test("SARIF has every property that GitHub requires, none of them empty") func requiredProperties() throws {
    let report = Fixture.mixed
    let json = try json(report)
    #expect((json["$schema"] as? String)?.contains("sarif-2.1.0") == true)
    #expect(json["version"] as? String == "2.1.0")
    let run = try run(report)
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "casebook")
    #expect(driver["semanticVersion"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["CB001", "CB202", "CB604"])
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        let text = try #require((rule[key] as? [String: Any])?["text"] as? String)
        #expect(!text.isEmpty)
        #expect(key == "help" || text.utf16.count <= 1_024, "\(key) of \(rule["id"] ?? "")")
      }
      let properties = try #require(rule["properties"] as? [String: Any])
      #expect((properties["tags"] as? [String])?.isEmpty == false)
      #expect(properties["precision"] as? String != nil)
      #expect(properties["problem.severity"] as? String != nil)
    }
    let results = try results(report)
    #expect(results.count == 4)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] as? String != nil)
      #expect((result["locations"] as? [Any])?.count == 1)
      #expect(try region(result).keys.sorted() == ["endColumn", "endLine", "startColumn", "startLine"])
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      #expect(prints["primaryLocationLineHash"]?.isEmpty == false)
    }
  }

  @Test("columns of SARIF count units of UTF-16, also where a charset was mistaken") func utf16Columns() throws {
    let report = Fixture.report(
      ["a.md": "🐛 ab\n", "b.md": "‚Üí ab\n"],
      [Fixture.finding(Fixture.range(1, 6, 8)), Fixture.finding(Fixture.range(1, 9, 11), in: "b.md")])
    let regions = try results(report).map(region)
    #expect(regions[0] == ["startLine": 1, "startColumn": 4, "endLine": 1, "endColumn": 6])
    #expect(regions[1] == ["startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7])
  }

  @Test func aLineInsertedAboveKeepsTheFingerprint() throws {
    func prints(_ text: String, _ lines: [Int]) throws -> [String] {
      let findings = lines.map { Fixture.finding(Fixture.range($0, 1, 4)) }
      return try results(Fixture.report(["a.md": text], findings)).compactMap {
        ($0["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
      }
    }
    let before = try prints("```\na\n```\n", [1, 3])
    #expect(Set(before).count == 2)
    #expect(try prints("new\n```\na\n```\n", [2, 4]) == before)
    #expect(try prints("~~~\na\n```\n", [1, 3])[0] != before[0])
  }

  @Test func fixesAndNotesAreCarriedAlong() throws {
    let finding = Fixture.finding(
      Fixture.range(1, 1, 4), notes: [.init("there", path: "b c.md", range: Fixture.range(1, 1, 2))],
      fixes: [
        .init(.safe, "name it", edits: [.init(range: Fixture.range(1, 4, 4), replacement: "text")]),
        .init(.unsafe, "think", edits: []),
      ])
    let result = try #require(try results(Fixture.report(["a.md": "```\n", "b c.md": "x\n"], [finding])).first)
    let fixes = try #require(result["fixes"] as? [[String: Any]])
    #expect(fixes.count == 1, "a fix without edits is no SARIF fix")
    let text = Fixture.text(SARIFReport(), Fixture.report(["a.md": "```\n"], [finding]))
    #expect(text.contains("\"insertedContent\": {") && text.contains("\"text\": \"text\""))
    #expect(text.contains("\"uri\": \"b%20c.md\""))
  }

  @Test("more results than GitHub keeps: errors first, the rest counted") func sarifLimit() throws {
    var findings = (0..<5_010).map { Fixture.finding(Fixture.range($0 + 1, 1, 1)) }
    findings.append(Fixture.finding(Fixture.range(9_000, 1, 1), rule: 1, severity: .error))
    let report = Fixture.report(["a.md": ""], findings)
    let results = try results(report)
    #expect(results.count == 5_000)
    #expect(results.contains { $0["ruleId"] as? String == "CB001" })
    #expect((try run(report)["properties"] as? [String: Int])?["omitted"] == 11)
    #expect(SARIFReport().omission(report)?.hasPrefix("11 more findings") == true)
    #expect(SARIFReport().omission(Fixture.mixed) == nil)
  }

  @Test func annotationsAreEscapedAndErrorsComeFirst() {
    let report = Fixture.report(
      ["a,b:c%.md": "é x\n"],
      [
        Fixture.finding(Fixture.range(1, 4, 5), "100%\r\nof: it,", in: "a,b:c%.md"),
        Fixture.finding(
          SourceRange(start: Position(line: 1, column: 1), end: Position(line: 2, column: 1)), "\u{1B}[0m", rule: 1,
          severity: .error, in: "a,b:c%.md"),
      ])
    let lines = Fixture.text(GitHubReport(), report).split(separator: "\n")
    #expect(
      lines.prefix(2) == [
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=CB001 nested-fence::␛[0m",
        "::warning file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=3,endColumn=4,title=CB202 missing-language::"
          + "100%25%0D%0Aof: it,",
      ])
  }

  @Test func tenAnnotationsOfEachLevelAndACount() {
    let severities: [Severity] = [.info, .warning, .error]
    let findings = severities.flatMap { severity in
      (1...12).map { Fixture.finding(Fixture.range($0, 1, 2), severity: severity) }
    }
    let report = Fixture.report(["a.md": ""], findings)
    let lines = Fixture.text(GitHubReport(), report).split(separator: "\n").map(String.init)
    #expect(lines.prefix(10).allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[10..<20].allSatisfy { $0.hasPrefix("::warning ") })
    #expect(lines[20..<30].allSatisfy { $0.hasPrefix("::notice ") })
    #expect(lines[30] == "6 more not shown")
    let rows = String(decoding: GitHubReport().stepSummary(report) ?? [], as: UTF8.self)
      .split(separator: "\n").count { $0.hasPrefix("| a.md") }
    #expect(rows == 36)
  }

  @Test func theSummaryIsPlainTextAndBelowTheLimit() {
    let evil = Fixture.finding(Fixture.range(1, 1, 2), "<img src=x> | `a` [b](c) \u{1B}")
    let text = String(
      decoding: GitHubReport().stepSummary(Fixture.report(["a.md": ""], [evil])) ?? [], as: UTF8.self)
    #expect(text.contains("&#60;img src=x&#62; &#124; &#96;a&#96; &#91;b&#93;(c) ␛ |"))
    let many = (1...20_000).map { Fixture.finding(Fixture.range($0, 1, 2), String(repeating: "x", count: 100)) }
    let long = GitHubReport().stepSummary(Fixture.report(["a.md": ""], many)) ?? []
    #expect(long.count < 1 << 20)
    #expect(String(decoding: long.suffix(40), as: UTF8.self).contains("more not shown"))
  }

  @Test func junitEscapesAndLeavesOutWhatXMLHasNoPlaceFor() throws {
    var meant = Fixture.finding(Fixture.range(2, 1, 2), rule: 1)
    meant.suppression = .init(reason: "\"so\"", by: .comment)
    let report = Fixture.report(
      ["a.md": "x\ny\n"],
      [Fixture.finding(Fixture.range(1, 1, 2), "a < b & \"c\"\n\u{1B}\u{FFFE}"), meant])
    let text = Fixture.text(JUnitReport(), report)
    #expect(text.contains("<failure message=\"a &lt; b &amp; &quot;c&quot;&#10;\" type=\"warning\">"))
    #expect(text.contains(">a.md:1:1: warning: a &lt; b &amp; \"c\"\n [CB202]</failure>"))
    #expect(text.contains("<skipped message=\"silenced: &quot;so&quot;\">"))
    #expect(text.contains("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\""))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }

  @Test func aCleanKnowledgeBaseIsATestThatPassed() {
    let text = Fixture.text(JUnitReport(), Fixture.report(["a.md": ""], []))
    #expect(text.contains("<testcase name=\"no findings in 1 file\" classname=\"casebook\" time=\"0\"/>"))
    #expect(XMLParser(data: Data(text.utf8)).parse())
  }
}
