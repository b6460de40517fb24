import Foundation
import TestSupport
import Testing

/// A Python with the readers that others use; `CASEBOOK_PYTHON` names another one than `python3`.
enum Python {
  static let path = ProcessInfo.processInfo.environment["CASEBOOK_PYTHON"] ?? "python3"
  static let hasReaders =
    (try? Sandbox().run("'\(path)' -c 'import sarif.loader, junitparser'").status) == 0
  static let hasSchema = (try? Sandbox().run("'\(path)' -c 'import jsonschema'").status) == 0
}

@Suite(
  "Other programs read the reports",
  .enabled(if: Python.hasReaders, "SKIPPED: no Python with sarif-tools and junitparser (see CASEBOOK_PYTHON)"))
struct ReportReadersTests {
  /// Runs Python over a report of the repository's own documents; gives what it prints, and the number of findings.
  private func read(_ format: String, _ script: String) throws -> (printed: String, findings: Int) {
    let sandbox = try Sandbox()
    let short = try sandbox.run("casebook validate --format short").output
    let report = try sandbox.run("casebook validate --format \(format) > report")
    #expect(report.output == "")
    let file = "\(sandbox.folder)/read.py"
    try Data(script.utf8).write(to: URL(fileURLWithPath: file))
    let result = try sandbox.run("'\(Python.path)' read.py")
    #expect(result.status == 0, "\(result.output)")
    return (result.output, short.split(separator: "\n").count)
  }

  @Test func sarifTools() throws {
    let result = try read(
      "sarif",
      """
      from sarif import loader
      print(loader.load_sarif_file("report").get_result_count())
      """)
    #expect(result.findings > 50)
    #expect(result.printed == "\(result.findings)\n")
  }

  @Test func junitparser() throws {
    let result = try read(
      "junit",
      """
      import junitparser
      xml = junitparser.JUnitXml.fromfile("report")
      results = [result for suite in xml for case in suite for result in case.result]
      assert xml.tests == len(results), xml.tests
      assert all(result.message for result in results)
      print(sum(len(result.text.splitlines()) for result in results))
      """)
    #expect(result.printed == "\(result.findings)\n")
  }
}

@Suite("Hooks for pre-commit") struct HookTests {
  @Test func everyHookRuns() throws {
    let text = Repository.text(".pre-commit-hooks.yaml")
    let entries = text.split(separator: "\n").filter { $0.hasPrefix("  entry: ") }.map { $0.dropFirst(9) }
    #expect(entries.count == 2)
    for entry in entries {
      let sandbox = try Sandbox()
      _ = try sandbox.run(#"printf '# A\n\ntext\n' > good.md; printf '# B\n\n```sh\nls\n' > bad.md"#)
      let good = try sandbox.run("\(entry) good.md")
      #expect(good.status == 0 && good.output == "")
      let bad = try sandbox.run("\(entry) good.md bad.md")
      #expect(bad.status == 1 && bad.output.hasPrefix("bad.md:3:1: error: "))
    }
  }
}
