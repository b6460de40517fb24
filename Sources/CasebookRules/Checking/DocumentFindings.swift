package import CasebookSource

/// What the rules say about one document, and the silences that findings about the whole library may still meet.
package struct DocumentFindings: Sendable {
  package var path: String
  package var profile: Profile
  /// In order; silenced ones bear their suppression.
  package var diagnostics: [Diagnostic]
  /// Silences asked for in this document.
  package var silences: [Silence]

  package init(path: String, profile: Profile, diagnostics: [Diagnostic], silences: [Silence]) {
    self.path = path
    self.profile = profile
    self.diagnostics = diagnostics
    self.silences = silences
  }
}

/// All findings about a knowledge base, in the order in which they are reported.
package struct LibraryFindings: Sendable {
  package var diagnostics: [Diagnostic]
  /// Documents whose findings are shown but do not count.
  package var archived: Set<String>

  package init(diagnostics: [Diagnostic], archived: Set<String>) {
    self.diagnostics = diagnostics
    self.archived = archived
  }

  /// Whether a finding counts for the exit code.
  package func counts(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.suppression == nil && !archived.contains(diagnostic.path)
  }
}
