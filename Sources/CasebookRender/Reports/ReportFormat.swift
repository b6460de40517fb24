/// A way to write findings down: `casebook validate --format name`.
package protocol ReportFormat: Sendable {
  /// What is typed after `--format`.
  var name: String { get }

  /// Writes the whole report.
  func write(_ report: Report) -> [UInt8]
}
