package import CasebookModel

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
  package static func write(_ results: [Result]) -> [UInt8] {
    var xml = XMLText()
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    let tests = results.map { Self.tests(of: $0.record) }
    let all = tests.flatMap(\.self)
    let total = results.reduce(0) { $0 + $1.milliseconds }
    xml.open("testsuites", [("name", "casebook check")] + counts(all, total))
    for (result, tests) in zip(results, tests) {
      xml.open("testsuite", [("name", result.record.check)] + counts(tests, result.milliseconds))
      for (index, test) in tests.enumerated() {
        let time = index == 0 ? seconds(result.milliseconds) : "0"
        let attributes = [("name", test.name), ("classname", result.record.caseID), ("time", time)]
        switch test.end {
        case .passed: xml.empty("testcase", attributes)
        case .failed(let message):
          xml.open("testcase", attributes)
          xml.element("failure", [("message", message), ("type", result.record.verdict.rawValue)], message)
          xml.close("testcase")
        case .skipped(let reason):
          xml.open("testcase", attributes)
          xml.element("skipped", [("message", reason)], reason)
          xml.close("testcase")
        }
      }
      xml.close("testsuite")
    }
    xml.close("testsuites")
    return xml.bytes
  }

  private struct Test {
    enum End { case passed, failed(String), skipped(String) }

    var name: String
    var end: End

    var isFailed: Bool { if case .failed = end { true } else { false } }
    var isSkipped: Bool { if case .skipped = end { true } else { false } }
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
