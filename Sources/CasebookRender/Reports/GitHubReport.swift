import CasebookSource

/// Findings as annotations of a GitHub workflow, and as a table for its summary page.
///
/// ```
/// ::error file=notes.md,line=28,endLine=28,col=1,endColumn=4,title=CB001 nested-fence::a fence must be longer …
/// ```
/// GitHub keeps ten errors, ten warnings and ten notices of a step and drops the rest without a word, so no more are
/// printed, and the rest is counted.
package struct GitHubReport: ReportFormat {
  package let name = "github"
  package let paths = ReportPaths.belowRepository

  private static let limit = 10

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    var quoted = QuotedFiles(report)
    var output: [UInt8] = []
    var printed: [Severity: Int] = [:]
    var left = 0
    for finding in report.bySeverity() {
      guard printed[finding.severity, default: 0] < Self.limit else {
        left += 1
        continue
      }
      printed[finding.severity, default: 0] += 1
      output += Array((annotation(finding, report, &quoted) + "\n").utf8)
    }
    if left > 0 { output += Array("\(left) more not shown\n".utf8) }
    output += Array((ReportTotals(report).sentence(files: report.files) + "\n").utf8)
    return output
  }

  package func stepSummary(_ report: Report) -> [UInt8]? { GitHubSummary.markdown(report) }

  private func annotation(_ finding: Diagnostic, _ report: Report, _ quoted: inout QuotedFiles) -> String {
    let file = quoted.file(finding.path)
    let range = finding.range
    var properties = ["file=\(property(finding.path))", "line=\(range.start.line)", "endLine=\(range.end.line)"]
    // Columns are only understood within one line.
    if range.start.line == range.end.line {
      properties.append("col=\(file.column(of: range.start, in: .utf16))")
      properties.append("endColumn=\(file.column(of: range.end, in: .utf16))")
    }
    properties.append("title=\(property(report.title(of: finding.rule)))")
    let help = finding.fixes.map { "\nhelp: \($0.description) (\($0.safety.rawValue))" }.joined()
    return "::\(level(finding.severity)) \(properties.joined(separator: ","))::\(data(finding.message + help))"
  }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  /// `50%` → `50%25`; line breaks are escaped, other control bytes made visible.
  private func data(_ text: String) -> String { escaped(text, of: "%\r\n") }

  /// The same for a property, which also ends at a comma and a colon.
  private func property(_ text: String) -> String { escaped(text, of: "%\r\n:,") }

  private func escaped(_ text: String, of special: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      guard special.unicodeScalars.contains(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":": result += "%3A"
      default: result += "%2C"
      }
    }
    return VisibleText.string(result)
  }
}
