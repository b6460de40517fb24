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

  static func text(_ format: some ReportFormat, _ report: Report) -> String {
    String(decoding: format.write(report), as: UTF8.self)
  }
}
