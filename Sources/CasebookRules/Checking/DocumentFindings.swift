package import CasebookModel
package import CasebookSource

/// What the rules say about one document, and the silences that findings about the whole library may still meet.
package struct DocumentFindings: Sendable {
  package var path: String
  package var profile: Profile
  /// In order; silenced ones bear their suppression.
  package var diagnostics: [Diagnostic]
  /// For each case, in order, the tools of the registry that it speaks of.
  package var tools: [ToolUses] = []
  /// Code that the language's own parsers are to read, where there is any.
  package var exhibits: DocumentExhibits?
  /// What rules did not understand, if that is asked for.
  package var abstentions: [Abstention] = []
  /// Silences asked for in this document: those for the whole file, then by the place where their block begins.
  package private(set) var silences: [Silence]

  package init(path: String, profile: Profile, diagnostics: [Diagnostic], silences: [Silence]) {
    self.path = path
    self.profile = profile
    self.diagnostics = diagnostics
    self.silences = silences.sorted { $0.order < $1.order }
  }

  var hasSilences: Bool { !silences.isEmpty }

  /// Marks a finding as silenced where the document asks for it, and the silence as used.
  mutating func silence(_ finding: inout Diagnostic) {
    guard !silences.isEmpty, let index = silence(for: finding) else { return }
    silences[index].isUsed = true
    finding.suppression = Diagnostic.Suppression(reason: silences[index].reason, by: silences[index].by)
  }

  /// The silence nearest above a finding; scopes nest only as deep as blocks do, so few have to be tried.
  private func silence(for finding: Diagnostic) -> Int? {
    var low = 0
    var high = silences.count
    while low < high {
      let middle = (low + high) / 2
      if silences[middle].order <= finding.range.start { low = middle + 1 } else { high = middle }
    }
    return silences[..<low].suffix(256).lastIndex { $0.covers(finding) }
      ?? silences.prefix { $0.scope == nil }.firstIndex { $0.covers(finding) }
  }

  /// Silences that met nothing, of rules that have run.
  func unusedSilences(of ran: Set<RuleID>) -> [Diagnostic] {
    silences.filter { !$0.isUsed && ran.contains($0.rule) }.map { silence in
      let fixes =
        silence.removal.isEmpty ? [] : [Diagnostic.Fix(.safe, "take the comment out", edits: silence.removal)]
      return UnusedIgnoreRule().finding(
        path, silence.at, "\(silence.rule) finds nothing here that must be silenced", fixes: fixes)
    }
  }
}

/// All findings about a knowledge base, in the order in which they are reported.
package struct LibraryFindings: Sendable {
  package var diagnostics: [Diagnostic]
  /// Documents whose findings are shown but do not count.
  package var archived: Set<String>
  /// What rules did not understand, in order, where it was kept.
  package var abstentions: [Abstention]

  package init(diagnostics: [Diagnostic], archived: Set<String>, abstentions: [Abstention] = []) {
    self.diagnostics = diagnostics
    self.archived = archived
    self.abstentions = abstentions
  }

  /// Whether a finding counts for the exit code.
  package func counts(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.suppression == nil && !archived.contains(diagnostic.path)
  }
}
