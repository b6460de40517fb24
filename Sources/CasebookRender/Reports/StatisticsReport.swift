import CasebookSource

/// How many findings each rule has, the most first: what to begin with in an inherited pile.
///
/// ```
///   746  info     CB202 missing-language     746 safely mended by `casebook fix --style`
///     4  error    CB004 front-matter-syntax
/// ```
package struct StatisticsReport: ReportFormat {
  package let name = "statistics"
  package let paths = ReportPaths.asTyped

  package init() {}

  private struct Key: Hashable {
    var rule: RuleID
    var severity: Severity
  }

  private struct Row {
    var rule: RuleID
    var severity: Severity
    var count = 0
    var safe = 0
    var unsafe = 0
  }

  package func write(_ report: Report) -> [UInt8] {
    var painter = ReportPainter(isColored: report.style.isColored)
    let rows = rows(report)
    let digits = String(rows.map(\.count).max() ?? 0).utf8.count
    let width = rows.map { report.title(of: $0.rule).utf8.count }.max() ?? 0
    for row in rows {
      painter.add(.plain, Self.right(String(row.count), digits) + "  ")
      painter.add(.severity(row.severity), Self.left(row.severity.rawValue, 7))
      let title = report.title(of: row.rule)
      let notes = notes(row)
      painter.add(.plain, "  " + (notes.isEmpty ? title : Self.left(title, width) + "  " + notes))
      painter.line()
    }
    if !rows.isEmpty { painter.line() }
    painter.add(.bold, ReportTotals(report).sentence(files: report.files))
    painter.line()
    return painter.bytes
  }

  /// One row a rule and severity, since a profile or a guess may change the severity of some findings only.
  private func rows(_ report: Report) -> [Row] {
    var rows: [Row] = []
    var index: [Key: Int] = [:]
    for finding in report.diagnostics where finding.suppression == nil {
      let key = Key(rule: finding.rule, severity: finding.severity)
      let place = index[key] ?? rows.count
      if place == rows.count {
        index[key] = place
        rows.append(Row(rule: finding.rule, severity: finding.severity))
      }
      rows[place].count += 1
      if finding.fixes.contains(where: { $0.safety == .safe }) {
        rows[place].safe += 1
      } else if !finding.fixes.isEmpty {
        rows[place].unsafe += 1
      }
    }
    return rows.sorted { a, b in
      a.count != b.count ? a.count > b.count : a.rule != b.rule ? a.rule < b.rule : a.severity > b.severity
    }
  }

  private func notes(_ row: Row) -> String {
    var notes: [String] = []
    if row.safe > 0 { notes.append("\(row.safe) with a safe fix") }
    if row.unsafe > 0 { notes.append("\(row.unsafe) with an unsafe fix") }
    return notes.joined(separator: ", ")
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }
}
