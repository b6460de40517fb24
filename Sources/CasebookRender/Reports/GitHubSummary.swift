import CasebookSource

/// The findings as a table of Markdown, for the summary page of a GitHub run.
enum GitHubSummary {
  /// GitHub refuses a summary of 1 MiB or more; other steps of the same run are not counted in.
  private static let limit = 1_000_000

  /// ```
  /// | place | severity | rule | finding |
  /// ```
  static func markdown(_ report: Report) -> [UInt8] {
    let findings = report.bySeverity()
    var text = Array("## casebook\n\n\(escaped(ReportTotals(report).sentence(files: report.files)))\n\n".utf8)
    guard !findings.isEmpty else { return text }
    text += Array("| place | severity | rule | finding |\n| --- | --- | --- | --- |\n".utf8)
    for (index, finding) in findings.enumerated() {
      let cells = [
        "\(finding.path):\(finding.range.start.line)", finding.severity.rawValue, report.title(of: finding.rule),
        finding.message,
      ]
      let row = Array("| \(cells.map(escaped).joined(separator: " | ")) |\n".utf8)
      guard text.count + row.count <= limit else {
        text += Array("\n\(findings.count - index) more not shown\n".utf8)
        break
      }
      text += row
    }
    return text
  }

  /// Makes every mark of Markdown and HTML plain text.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.string(text).unicodeScalars {
      switch scalar {
      case "&", "<", ">", "|", "`", "*", "_", "[", "]", "\\", "~", "#", "@", "$", "!", ":":
        result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
