package import CasebookSource

/// All that a report is made from: findings as values, and the files to quote.
package struct Report: Sendable {
  /// Documents that were checked.
  package var files: Int
  /// By path, position and rule, as the rules give them; silenced ones bear their suppression.
  package var diagnostics: [Diagnostic]
  /// Documents whose findings are shown but don't count.
  package var archived: Set<String>
  /// Names of rules: CB001 → `nested-fence`.
  package var ruleNames: [RuleID: String]
  /// Bytes of a file on disk; empty where it can't be read.
  package var source: @Sendable (String) -> [UInt8]
  package var style: ReportStyle

  package init(
    files: Int, diagnostics: [Diagnostic], archived: Set<String> = [], ruleNames: [RuleID: String],
    style: ReportStyle = ReportStyle(), source: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.files = files
    self.diagnostics = diagnostics
    self.archived = archived
    self.ruleNames = ruleNames
    self.style = style
    self.source = source
  }
}

/// How a report looks where people read it; machine formats don't ask.
package struct ReportStyle: Sendable, Hashable {
  /// Cells of a line; longer source lines are cut to a window round the caret.
  package var width: Int
  package var isColored: Bool

  package init(width: Int = 120, isColored: Bool = false) {
    self.width = width
    self.isColored = isColored
  }
}
