package import CasebookModel
import CasebookSource

/// Results of checks for GitLab, Jenkins and whatever else reads JUnit's XML: a suite a check, a test a claim.
package enum ChecksJUnit {
  /// A check that has run, or is as it was recorded.
  package struct Result: Sendable {
    package var record: EvidenceRecord
    /// The longest of its variants.
    package var milliseconds: Double

    package init(record: EvidenceRecord, milliseconds: Double) {
      self.record = record
      self.milliseconds = milliseconds
    }
  }

  /// Where a check fails beside its claims, the verdict is a test of its own.
  package static func write(_ results: [Result], doctests: [DoctestResult] = []) -> [UInt8] {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let tests = results.map { Self.tests(of: $0.record) }
    let blocks = doctests.map(Self.test)
    let all = tests.flatMap(\.self) + blocks
    let blocksTime = Double(doctests.reduce(0) { $0 + $1.milliseconds })
    let total = results.reduce(blocksTime) { $0 + $1.milliseconds }
    xml.open("testsuites", [("name", "casebook check")] + counts(all, total))
    for (result, tests) in zip(results, tests) {
      xml.open("testsuite", [("name", result.record.check)] + counts(tests, result.milliseconds))
      for (index, test) in tests.enumerated() {
        let time = index == 0 ? seconds(result.milliseconds) : "0"
        let attributes = [("name", test.name), ("classname", result.record.caseID), ("time", time)]
        write(test, attributes, type: result.record.verdict.rawValue, &xml)
      }
      xml.close("testsuite")
    }
    if !blocks.isEmpty {
      xml.open("testsuite", [("name", "doctests")] + counts(blocks, blocksTime))
      for (result, test) in zip(doctests, blocks) {
        let attributes = [
          ("name", test.name), ("classname", result.program.caseID ?? result.program.path),
          ("file", result.program.path), ("time", seconds(Double(result.milliseconds))),
        ]
        write(test, attributes, type: "\(DoctestResult.rule)", &xml)
      }
      xml.close("testsuite")
    }
    xml.close("testsuites")
    return xml.bytes
  }

  private static func write(_ test: Test, _ attributes: [(String, String)], type: String, _ xml: inout XMLText) {
    switch test.end {
    case .passed: xml.empty("testcase", attributes)
    case .failed(let message):
      xml.open("testcase", attributes)
      xml.element("failure", [("message", message), ("type", type)], message + test.output)
      xml.close("testcase")
    case .skipped(let reason):
      xml.open("testcase", attributes)
      xml.element("skipped", [("message", reason)], reason)
      xml.close("testcase")
    }
  }

  private struct Test {
    enum End { case passed, failed(String), skipped(String) }

    var name: String
    var end: End
    /// What a program printed that failed.
    var output = ""

    var isFailed: Bool { if case .failed = end { true } else { false } }
    var isSkipped: Bool { if case .skipped = end { true } else { false } }
  }

  /// A doctest is one test, named by its place.
  private static func test(of result: DoctestResult) -> Test {
    let name = "\(result.program.path):\(result.program.at.start.line)"
    switch result.verdict {
    case .passed: return Test(name: name, end: .passed)
    case .skipped: return Test(name: name, end: .skipped(result.reason ?? "skipped"))
    case .failed:
      let lines = result.findings.map { "\($0.path):\($0.range.start.line):\($0.range.start.column): \($0.message)" }
      let output = result.output.isEmpty ? "" : "\n\(result.output)"
      return Test(name: name, end: .failed(lines.joined(separator: "\n")), output: output)
    }
  }

  private static func tests(of record: EvidenceRecord) -> [Test] {
    let expectations = Dictionary(record.variants.map { ($0.name, $0.expect) }, uniquingKeysWith: { first, _ in first })
    var tests = record.claims.map { claim in
      let name = "\(claim.text) (\(claim.fix))"
      switch expectations[claim.fix] ?? .proved {
      case .proved where !claim.holds: return Test(name: name, end: .failed("the claim does not hold"))
      case .proved where !claim.failsWhenSwapped:
        return Test(name: name, end: .failed("the claim holds with bug and fix exchanged as well"))
      case .proved, .refuted: return Test(name: name, end: .passed)
      }
    }
    if record.verdict == .skipped {
      return [Test(name: record.check, end: .skipped(record.reason ?? "skipped"))]
    }
    if record.verdict.isFailure, !tests.contains(where: \.isFailed) {
      let reason = record.reason.map { ": \($0)" } ?? ""
      tests.append(Test(name: record.verdict.rawValue, end: .failed(record.verdict.words + reason)))
    }
    return tests.isEmpty ? [Test(name: record.check, end: .passed)] : tests
  }

  private static func counts(_ tests: [Test], _ milliseconds: Double) -> [(String, String)] {
    [
      ("tests", "\(tests.count)"), ("failures", "\(tests.count(where: \.isFailed))"), ("errors", "0"),
      ("skipped", "\(tests.count(where: \.isSkipped))"), ("time", seconds(milliseconds)),
    ]
  }

  /// `0.034`
  private static func seconds(_ milliseconds: Double) -> String { "\(milliseconds.rounded() / 1_000)" }
}
