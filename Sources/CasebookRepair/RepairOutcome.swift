package import CasebookSource

/// What one repair found in a text: edits that make it read as it was meant, and findings for the reader.
package struct RepairOutcome: Sendable {
  /// Replacements in offsets of the text examined, sorted and disjoint.
  package var edits: [TextEdit]
  /// Findings, positions on disk.
  package var diagnostics: [Diagnostic]

  package init(edits: [TextEdit] = [], diagnostics: [Diagnostic] = []) {
    self.edits = edits
    self.diagnostics = diagnostics
  }

  /// Nothing to change, nothing to say.
  package static let nothing = RepairOutcome()
}
