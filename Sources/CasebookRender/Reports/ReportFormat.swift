/// A way to write findings down: `casebook validate --format name`.
package protocol ReportFormat: Sendable {
  /// What is typed after `--format`.
  var name: String { get }
  /// How the paths of the report that is handed in must read.
  var paths: ReportPaths { get }

  /// Writes the whole report.
  func write(_ report: Report) -> [UInt8]

  /// What the format had no room for, as a sentence for standard error; `nil` where it holds everything.
  func omission(_ report: Report) -> String?

  /// Markdown for the summary page of a CI run, where the format belongs to one that has such a page.
  func stepSummary(_ report: Report) -> [UInt8]?
}

extension ReportFormat {
  package func omission(_ report: Report) -> String? { nil }
  package func stepSummary(_ report: Report) -> [UInt8]? { nil }
}
