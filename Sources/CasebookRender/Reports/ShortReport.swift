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
    output.reserveCapacity(report.diagnostics.count * 128)
    var quoted = QuotedFiles(report)
    var last = (path: "", shown: "")
    for diagnostic in report.diagnostics where diagnostic.suppression == nil {
      if diagnostic.path != last.path { last = (diagnostic.path, VisibleText.string(diagnostic.path)) }
      let start = diagnostic.range.start
      output.append(contentsOf: last.shown.utf8)
      output.append(UInt8(ascii: ":"))
      output.append(contentsOf: String(start.line).utf8)
      output.append(UInt8(ascii: ":"))
      output.append(contentsOf: String(quoted.scalarColumn(of: start, in: diagnostic.path)).utf8)
      output.append(contentsOf: ": ".utf8)
      output.append(contentsOf: diagnostic.severity.rawValue.utf8)
      output.append(contentsOf: ": ".utf8)
      output.append(contentsOf: VisibleText.string(diagnostic.message).utf8)
      output.append(contentsOf: " [".utf8)
      output.append(contentsOf: diagnostic.rule.description.utf8)
      output.append(contentsOf: "]\n".utf8)
    }
    return output
  }
}
