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
  /// All rules that could have found something, in the order of their ids; formats with a list of rules need it.
  package var rules: [ReportedRule]
  /// Code that nobody could check.
  package var unchecked: [UncheckedCode]
  /// Version of the program, for formats that name their maker.
  package var version: String
  /// Bytes of a file on disk; empty where it can't be read.
  package var source: @Sendable (String) -> [UInt8]
  /// Lines of a file with characters of several bytes, where they are known; columns of all others need no look at the file.
  package var wideLines: @Sendable (String) -> WideLines?
  package var style: ReportStyle
  /// What a place links to in a terminal: file, line, character column; `nil` for no link.
  package var link: @Sendable (String, Int, Int) -> String? = { _, _, _ in nil }

  package init(
    files: Int, diagnostics: [Diagnostic], archived: Set<String> = [], ruleNames: [RuleID: String],
    rules: [ReportedRule] = [], unchecked: [UncheckedCode] = [], version: String = "0.0.0",
    style: ReportStyle = ReportStyle(), wideLines: @escaping @Sendable (String) -> WideLines? = { _ in nil },
    source: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.files = files
    self.diagnostics = diagnostics
    self.archived = archived
    self.ruleNames = ruleNames
    self.rules = rules
    self.unchecked = unchecked
    self.version = version
    self.style = style
    self.wideLines = wideLines
    self.source = source
  }

  /// Findings that count first, then errors before warnings before infos; silenced ones are left out.
  func bySeverity() -> [Diagnostic] {
    let shown = diagnostics.enumerated().filter { $0.element.suppression == nil }
    return shown.sorted { a, b in
      let first = (counts(a.element) ? 0 : 1, b.element.severity, a.offset)
      let second = (counts(b.element) ? 0 : 1, a.element.severity, b.offset)
      return first < second
    }.map(\.element)
  }

  /// Whether a finding counts for the exit code.
  func counts(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.suppression == nil && !archived.contains(diagnostic.path)
  }

  /// `CB001 nested-fence`
  func title(of rule: RuleID) -> String { ruleNames[rule].map { "\(rule) \($0)" } ?? rule.description }
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
