import CasebookSource

/// One line a finding, for editors' problem matchers: `path:line:col: severity: message [CB001]`.
///
/// Columns count characters (Unicode scalars), as in every text for people.
package struct ShortReport: ReportFormat {
  package let name = "short"
  package let paths = ReportPaths.asTyped

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    var output: [UInt8] = []
    var quoted = QuotedFiles(report.source)
    for diagnostic in report.diagnostics where diagnostic.suppression == nil {
      let start = diagnostic.range.start
      // The first column needs no look at the file.
      let column = start.column == 1 ? 1 : quoted.file(diagnostic.path).scalarColumn(of: start)
      let place = "\(VisibleText.string(diagnostic.path)):\(start.line):\(column)"
      let message = VisibleText.string(diagnostic.message)
      output += Array("\(place): \(diagnostic.severity.rawValue): \(message) [\(diagnostic.rule)]\n".utf8)
    }
    return output
  }
}
