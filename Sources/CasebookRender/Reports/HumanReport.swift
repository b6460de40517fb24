import CasebookSource

/// Findings for people, as a good compiler shows them: the rule, the place, the line with carets, help.
///
/// ```
/// warning[CB202]: a fence must name its language
///   --> notes.md:28:1
///    |
/// 28 | ```
///    | ^^^
///    |
///    = help: name it `text` (safe; `casebook fix --write`)
///    = more: casebook explain CB202
/// ```
package struct HumanReport: ReportFormat {
  package let name = "human"
  package let paths = ReportPaths.asTyped

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    var painter = findings(report)
    painter.add(.bold, ReportTotals(report).sentence(files: report.files))
    painter.line()
    return painter.bytes
  }

  /// The findings alone, without the sentence that counts them.
  package func writeFindings(_ report: Report) -> [UInt8] { findings(report).bytes }

  private func findings(_ report: Report) -> ReportPainter {
    var painter = ReportPainter(isColored: report.style.isColored)
    var quoted = QuotedFiles(report)
    for diagnostic in report.diagnostics where diagnostic.suppression == nil {
      write(diagnostic, report, &quoted, &painter)
      painter.line()
    }
    return painter
  }

  private func write(
    _ diagnostic: Diagnostic, _ report: Report, _ quoted: inout QuotedFiles, _ painter: inout ReportPainter
  ) {
    painter.add(.severity(diagnostic.severity), "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]")
    painter.add(.bold, ": " + VisibleText.string(diagnostic.message))
    painter.line()
    let snippets = Snippet.snippets(of: diagnostic)
    let lastLine = snippets.flatMap(\.marks).map(\.range.start.line).max() ?? 1
    let gutter = String(lastLine).utf8.count
    for (index, snippet) in snippets.enumerated() {
      let file = quoted.file(snippet.path)
      let column = file.scalarColumn(of: snippet.at)
      let place = VisibleText.string(snippet.path) + ":\(snippet.at.line):\(column)"
      painter.add(.frame, String(repeating: " ", count: gutter) + (index == 0 ? "--> " : "::: "))
      painter.add(
        .plain, report.link(snippet.path, snippet.at.line, column).map { LinkTemplate.link(place, to: $0) } ?? place)
      painter.line()
      SnippetWriter(file: file, gutter: gutter, width: report.style.width, severity: diagnostic.severity)
        .write(snippet, into: &painter)
    }
    for fix in diagnostic.fixes {
      let how =
        switch fix.safety {
        case .safe: "safe; `casebook fix --write\(diagnostic.severity == .info ? " --style" : "")`"
        case .unsafe: "unsafe"
        }
      footer("help", VisibleText.string(fix.description) + " (\(how))", gutter, &painter)
    }
    footer("more", "casebook explain \(diagnostic.rule)", gutter, &painter)
  }

  private func footer(_ label: String, _ text: String, _ gutter: Int, _ painter: inout ReportPainter) {
    painter.add(.frame, String(repeating: " ", count: gutter + 1) + "= ")
    painter.add(.bold, label)
    painter.add(.plain, ": " + text)
    painter.line()
  }
}
