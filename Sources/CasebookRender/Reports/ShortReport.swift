import CasebookSource

/// One line a finding, for editors' problem matchers: `path:line:col: severity: message [CB001]`.
///
/// Columns count characters (Unicode scalars), as in every text for people.
package struct ShortReport: ReportFormat {
  package let name = "short"

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    var quoted = QuotedFiles(report.source)
    for diagnostic in report.diagnostics where diagnostic.suppression == nil {
      let file = quoted.file(diagnostic.path)
      let position = diagnostic.range.start
      let path = VisibleText.string(diagnostic.path)
      let message = VisibleText.string(diagnostic.message)
      output += Array(
        "\(path):\(position.line):\(file.scalarColumn(of: position)): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.rule)]\n"
          .utf8)
    }
    return output
  }
}
