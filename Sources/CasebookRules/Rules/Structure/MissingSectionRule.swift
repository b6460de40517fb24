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
      RuleExample(
        "a guide to a kind of trouble",
        "# When a process is gone\n\n## Symptoms\n\n- the exit code is not 0\n\n## What to look at\n\nThe core dump.\n"),
      RuleExample("a design note", "# Retries\n\n**Problem**: a call fails at times\n\n## Proposal\n\nCall again.\n"),
      RuleExample("a document that is no case", "# Notes\n\nNothing was debugged here.\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      let missing = missingParts(of: document.model.cases[index])
      guard !missing.isEmpty, context.profile == .strict || !isNote(document.model.cases[index]) else { continue }
      findings.append(
        finding(
          document.model.path, document.model.cases[index].title.at, "a case must have \(Words.list(missing))"))
    }
    return findings
  }

  /// Whether nothing but a problem, or nothing but symptoms, speaks for a case: guides and design notes have one of them too.
  private func isNote(_ item: RawCase) -> Bool {
    (item.problem == nil || item.session.symptoms.isEmpty) && item.idSource != .declared
      && item.issueTypeSource != .declared
      && !item.session.steps.contains { [.reproduce, .rootCause, .fix, .verification].contains($0.kind) }
  }

  private func missingParts(of item: RawCase) -> [String] {
    var missing: [String] = []
    if item.problem == nil { missing.append("a problem") }
    if item.session.symptoms.isEmpty { missing.append("symptoms") }
    func lacks(_ kind: StepKind) -> Bool {
      !item.session.steps.indices.contains { item.session.steps[$0].kind == kind }
    }
    if lacks(.rootCause) { missing.append("a root cause") }
    if lacks(.fix) { missing.append("a fix") }
    if lacks(.verification) { missing.append("a verification") }
    return missing
  }
}
