import CasebookSource

/// Findings as test results, for GitLab, Jenkins and whatever else reads JUnit's XML: a suite a file, a test a rule.
///
/// What does not count is a skipped test with its reason; a clean knowledge base is one test that passed.
package struct JUnitReport: ReportFormat {
  package let name = "junit"
  package let paths = ReportPaths.belowRepository

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    let suites = JUnitSuite.suites(of: report)
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let unchecked = report.unchecked
    let tests = suites.reduce(unchecked.count) { $0 + $1.tests.count }
    let failures = suites.reduce(0) { $0 + $1.failures }
    xml.open(
      "testsuites",
      [("name", "casebook")] + counts(max(tests, 1), failures, suites.reduce(unchecked.count) { $0 + $1.skipped }))
    if !unchecked.isEmpty {
      xml.open("testsuite", [("name", "parsers")] + counts(unchecked.count, 0, unchecked.count))
      for item in unchecked {
        xml.open("testcase", [("name", "code in \(item.language)"), ("classname", "parsers"), ("time", "0")])
        xml.element("skipped", [("message", item.sentence)], "")
        xml.close("testcase")
      }
      xml.close("testsuite")
    } else if suites.isEmpty {
      xml.open("testsuite", [("name", "casebook")] + counts(1, 0, 0))
      let passed = ReportTotals(report).sentence(files: report.files)
      xml.empty("testcase", [("name", passed), ("classname", "casebook"), ("time", "0")])
      xml.close("testsuite")
    }
    var quoted = QuotedFiles(report)
    for suite in suites {
      xml.open(
        "testsuite",
        [("name", suite.path), ("file", suite.path)] + counts(suite.tests.count, suite.failures, suite.skipped))
      for test in suite.tests { write(test, suite.path, report, &quoted, into: &xml) }
      xml.close("testsuite")
    }
    xml.close("testsuites")
    return xml.bytes
  }

  private func counts(_ tests: Int, _ failures: Int, _ skipped: Int) -> [(String, String)] {
    [
      ("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "0"), ("skipped", "\(skipped)"), ("time", "0"),
    ]
  }

  private func write(
    _ test: JUnitSuite.Test, _ path: String, _ report: Report, _ quoted: inout QuotedFiles, into xml: inout XMLText
  ) {
    let lines = test.findings.map { finding in
      let start = finding.range.start
      let place = "\(path):\(start.line):\(quoted.scalarColumn(of: start, in: path))"
      return "\(place): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]"
    }
    xml.open(
      "testcase",
      [
        ("name", report.title(of: test.rule) + (test.reason.map { " (\($0))" } ?? "")), ("classname", path),
        ("file", path), ("line", "\(test.findings.first?.range.start.line ?? 1)"), ("time", "0"),
      ])
    let body = lines.joined(separator: "\n")
    if let reason = test.reason {
      xml.element("skipped", [("message", reason)], body)
    } else {
      let more = lines.count > 1 ? " (and \(lines.count - 1) more)" : ""
      let severity = test.findings.map(\.severity).max() ?? .info
      // GitLab shows the body, others show the attribute.
      xml.element(
        "failure", [("message", (test.findings.first?.message ?? "") + more), ("type", severity.rawValue)], body)
    }
    xml.close("testcase")
  }
}
