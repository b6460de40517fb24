import CasebookSource

/// The findings about one file, sorted into tests.
struct JUnitSuite {
  /// The findings of one rule that share a fate.
  struct Test {
    var rule: RuleID
    /// Why the findings don't count; `nil` where they do.
    var reason: String?
    var findings: [Diagnostic]
  }

  var path: String
  var tests: [Test] = []

  var failures: Int { tests.count { $0.reason == nil } }
  var skipped: Int { tests.count { $0.reason != nil } }

  /// One suite for each file with findings, in the order of the findings.
  static func suites(of report: Report) -> [JUnitSuite] {
    struct Key: Hashable {
      var rule: RuleID
      var reason: String?
    }
    var suites: [JUnitSuite] = []
    var places: [String: Int] = [:]
    var tests: [[Key: Int]] = []
    for finding in report.diagnostics {
      let index = places[finding.path] ?? suites.count
      if index == suites.count {
        places[finding.path] = index
        suites.append(JUnitSuite(path: finding.path))
        tests.append([:])
      }
      let key = Key(rule: finding.rule, reason: reason(finding, report))
      if let test = tests[index][key] {
        suites[index].tests[test].findings.append(finding)
      } else {
        tests[index][key] = suites[index].tests.count
        suites[index].tests.append(Test(rule: key.rule, reason: key.reason, findings: [finding]))
      }
    }
    return suites
  }

  private static func reason(_ finding: Diagnostic, _ report: Report) -> String? {
    if let suppression = finding.suppression {
      switch suppression.by {
      case .comment, .frontMatter: return "silenced: \(suppression.reason)"
      case .baseline: return "in the baseline"
      }
    }
    return report.counts(finding) ? nil : "the document is archived"
  }
}
