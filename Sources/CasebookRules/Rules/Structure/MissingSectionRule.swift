import CasebookModel
import CasebookSource

/// CB101: a case without one of the five parts that make it a case.
struct MissingSectionRule: DocumentRule {
  let description = RuleDescription(
    101, "missing-section", .warning, strict: .error,
    what: "A case has no problem, no symptoms, no root cause, no fix or no verification.",
    why: """
      A case is found by its problem and symptoms, believed for its root cause and its verification, and used for its fix. \
      Without a root cause nobody can tell whether the fix fits their own trouble.
      """,
    triggering: [
      RuleExample(
        "a case without root cause and verification",
        """
        # ⟦Slow writes⟧

        **Problem**: writes take 2s

        ## Symptoms
        - P99: 200ms → 2s

        ## Investigation

        ### 1. Fix

        Write in batches.

        """)
    ],
    accepted: [
      RuleExample(
        "a case with all its parts",
        """
        # Slow writes

        **Problem**: writes take 2s

        ## Symptoms
        - P99: 200ms → 2s

        ## Investigation

        ### 1. Root cause: no index

        Every write scans the table.

        ### 2. Fix: an index

        Add the index.

        ### 3. Verification

        - P99: 180ms

        """),
      RuleExample("a document that is no case", "# Notes\n\nNothing was debugged here.\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    document.model.cases.compactMap { item in
      let missing = missingParts(of: item)
      guard !missing.isEmpty else { return nil }
      return finding(document.model.path, item.title.at, "a case must have \(Words.list(missing))")
    }
  }

  private func missingParts(of item: RawCase) -> [String] {
    var missing: [String] = []
    if item.problem == nil { missing.append("a problem") }
    if item.session.symptoms.isEmpty { missing.append("symptoms") }
    let kinds = Set(item.session.steps.map(\.kind))
    if !kinds.contains(.rootCause) { missing.append("a root cause") }
    if !kinds.contains(.fix) { missing.append("a fix") }
    if !kinds.contains(.verification) { missing.append("a verification") }
    return missing
  }
}
