import CasebookModel
import CasebookSource

/// CB103: a fix before the cause it mends, or a verification before the fix it proves.
struct StepOrderRule: DocumentRule {
  let description = RuleDescription(
    103, "step-order", .warning,
    what: "A case shows its fix before the root cause, or verifies before anything is fixed.",
    why: """
      Who reads a fix before its cause takes it for a guess, and who copies the steps in their order does too. A measurement \
      from before the fix proves nothing about it. A mitigation may come first.
      """,
    triggering: [
      RuleExample(
        "a fix before its cause", "# A\n\n**Problem**: slow\n\n### 1. ⟦Fix⟧\n\nx\n\n### 2. Root cause\n\ny\n"),
      RuleExample(
        "a verification before the fix",
        "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\nx\n\n### 2. ⟦Verification⟧\n\ny\n\n### 3. Fix\n\nz\n"),
    ],
    accepted: [
      RuleExample(
        "cause, fix, verification",
        "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\nx\n\n### 2. Fix\n\ny\n\n### 3. Verification\n\nz\n"),
      RuleExample(
        "a second round",
        "# A\n\n**Problem**: slow\n\n### 1. Root cause\n\nx\n\n### 2. Fix\n\ny\n\n### 3. Root cause\n\nz\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      let steps = document.model.cases[index].session.steps
      func first(_ kind: StepKind) -> Int? { steps.indices.first { steps[$0].kind == kind } }
      guard let fix = first(.fix) else { continue }
      if let cause = first(.rootCause), fix < cause {
        findings.append(out(steps[fix], of: steps[cause], "a fix must come after the root cause", document))
      }
      if let proof = first(.verification), proof < fix {
        findings.append(out(steps[proof], of: steps[fix], "a verification must come after the fix", document))
      }
    }
    return findings
  }

  private func out(_ step: Step, of other: Step, _ message: String, _ document: ReadDocument) -> Diagnostic {
    let path = document.model.path
    let note = Diagnostic.Note("which only comes here", path: path, range: other.title.at)
    return finding(path, step.title.at, message, notes: [note])
  }
}
