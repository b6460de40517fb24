import CasebookRender
import CasebookSource

/// Makes reports from a few texts and findings.
enum ReportFixture {
  static func range(_ line: Int, _ start: Int, _ end: Int) -> SourceRange {
    SourceRange(start: Position(line: line, column: start), end: Position(line: line, column: end))
  }

  static func finding(
    _ range: SourceRange, _ message: String = "a rule", rule: Int = 202,
    severity: Severity = .warning, in path: String = "a.md", notes: [Diagnostic.Note] = [],
    fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: RuleID(rule), severity: severity, path: path, range: range, message: message, notes: notes, fixes: fixes)
  }

  static func report(
    _ files: [String: String], _ findings: [Diagnostic], archived: Set<String> = [], style: ReportStyle = ReportStyle()
  ) -> Report {
    let bytes = files.mapValues { Array($0.utf8) }
    return Report(
      files: files.count, diagnostics: findings, archived: archived,
      ruleNames: [RuleID(1): "nested-fence", RuleID(202): "missing-language"], style: style
    ) { bytes[$0] ?? [] }
  }

  /// Findings of every kind: an archived document, a silenced finding, one of the baseline, a rule that nobody described.
  static var mixed: Report {
    var silenced = finding(range(5, 1, 2), "meant")
    silenced.suppression = .init(reason: "a drawing", by: .comment)
    var known = finding(range(6, 1, 2), "known")
    known.suppression = .init(reason: "in the baseline", by: .baseline)
    var report = report(
      ["a.md": "🐛 one\ntwo\nthree\n\nfive\nsix\n", "old/b.md": "x\n"],
      [
        finding(range(1, 6, 9), "a rule", rule: 1, severity: .error), finding(range(2, 1, 1), "50%", severity: .info),
        silenced, known, finding(range(1, 1, 2), "<b> & c", in: "old/b.md"),
        finding(range(1, 1, 2), "a question", rule: 604, severity: .info, in: "old/b.md"),
      ], archived: ["old/b.md"])
    report.rules = [
      ReportedRule(RuleID(1), "nested-fence", .error, what: "First. Second.", why: "Why."),
      ReportedRule(
        RuleID(202), "missing-language", .info, isHeuristic: true, what: String(repeating: "é", count: 2_000),
        why: "Why."),
    ]
    report.version = "1.2.3"
    return report
  }

  static func text(_ format: some ReportFormat, _ report: Report) -> String {
    String(decoding: format.write(report), as: UTF8.self)
  }
}
