import CasebookSource

/// How many findings a report holds, and of what kind; silenced ones are counted apart.
package struct ReportTotals: Sendable, Hashable {
  package var errors = 0
  package var warnings = 0
  package var infos = 0
  package var suppressed = 0
  /// Of the silenced ones: those that stand in the baseline.
  package var baselined = 0
  /// Of the errors, warnings and infos: those in archived documents, which don't count.
  package var archived = 0
  /// Of the errors and warnings: those that `casebook fix --write` settles.
  package var safelyFixable = 0
  /// Of the infos: those that `casebook fix --write --style` settles.
  package var styleFixable = 0

  package init(_ report: Report) {
    for diagnostic in report.diagnostics {
      if let suppression = diagnostic.suppression {
        suppressed += 1
        if suppression.by == .baseline { baselined += 1 }
        continue
      }
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
      if report.archived.contains(diagnostic.path) { archived += 1 }
      guard diagnostic.fixes.contains(where: { $0.safety == .safe }) else { continue }
      if diagnostic.severity == .info { styleFixable += 1 } else { safelyFixable += 1 }
    }
  }

  /// `1 error, 2 warnings and 1 info in 3 files; 1 of them is mended by \`casebook fix --write\``
  package func sentence(files: Int) -> String {
    let place = "in \(Self.count(files, "file", "files"))"
    let kinds = [
      (errors, "error", "errors"), (warnings, "warning", "warnings"), (infos, "info", "infos"),
    ].filter { $0.0 > 0 }.map { Self.count($0.0, $0.1, $0.2) }
    guard let last = kinds.last else {
      return (["no findings \(place)"] + silent).joined(separator: "; ")
    }
    let list = kinds.count > 1 ? kinds.dropLast().joined(separator: ", ") + " and " + last : last
    var parts = ["\(list) \(place)"]
    if safelyFixable > 0 { parts.append("`casebook fix --write` mends \(safelyFixable)") }
    if styleFixable > 0 { parts.append("`casebook fix --write --style` mends \(safelyFixable + styleFixable)") }
    if archived > 0 { parts.append("\(archived) in archived documents don't count") }
    return (parts + silent).joined(separator: "; ")
  }

  /// What is not shown: "2 silenced", "40 in the baseline".
  private var silent: [String] {
    var parts: [String] = []
    if suppressed > baselined { parts.append("\(suppressed - baselined) silenced") }
    if baselined > 0 { parts.append("\(baselined) in the baseline") }
    return parts
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
