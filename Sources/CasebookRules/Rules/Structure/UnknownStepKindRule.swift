import CasebookModel
import CasebookSource

/// CB104: a numbered step whose title tells no stage of an investigation.
struct UnknownStepKindRule: DocumentRule {
  let description = RuleDescription(
    104, "unknown-step-kind", .info,
    what: """
      Neither title nor content of a numbered step tells what it is: reproduction, evidence, root cause, fix, verification. \
      `<!-- casebook: kind=evidence -->` before the step declares it.
      """,
    why: "Searches for a cause or a fix, the checks and the marks on the page all go by the kinds of the steps.",
    triggering: [
      RuleExample(
        "a title that tells nothing",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\nx\n\n### 2. ⟦Miscellany⟧\n\nSome words.\n\n### 3. Fix\n\ny\n"
      )
    ],
    accepted: [
      RuleExample(
        "a kind that is declared",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\nx\n\n<!-- casebook: kind=evidence -->\n### 2. Miscellany\n\ny\n"
      ),
      RuleExample(
        "titles that are known",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### 1. Root cause\n\nx\n\n### 2. Fix\n\ny\n"),
      RuleExample(
        "a step without a number",
        "# A\n\n**Problem**: slow\n\n## Investigation\n\n### Root cause\n\nx\n\n### Miscellany\n\ny\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      for step in document.model.cases[index].session.steps
      where step.kind == .other && step.kindSource == .unknown && step.isNumbered {
        findings.append(
          finding(document.model.path, step.title.at, "the title of a step must tell its kind, or the kind be declared")
        )
      }
    }
    return findings
  }
}
