import CasebookModel
import CasebookSource

/// CB502: a row of the tools table that names what one does, not what is wrong.
struct IssueTypeIsActivityRule: DocumentRule {
  let description = RuleDescription(
    502, "issue-type-is-activity", .info, basis: .heuristic,
    what:
      "A row of the table of tools names an activity, as \"CPU profiling\" does, and not a problem, as \"high CPU\" does.",
    why: "Readers look up what they see. Who has a slow service does not know yet that profiling is the answer.",
    triggering: [
      RuleExample("an activity", "# Tools\n\n| Issue | Tools |\n|---|---|\n| ⟦CPU profiling⟧ | perf |\n"),
      RuleExample("an analysis", "# Tools\n\n| Issue | Tools |\n|---|---|\n| ⟦Log analysis⟧ | grep |\n"),
    ],
    accepted: [
      RuleExample(
        "problems", "# Tools\n\n| Issue | Tools |\n|---|---|\n| High CPU | perf |\n| Missing logging | grep |\n"),
      RuleExample("a table of another kind", "# Notes\n\n| Task | Owner |\n|---|---|\n| CPU profiling | me |\n"),
    ])

  private static let activities: Set<String> = [
    "analysing", "analysis", "analyzing", "benchmarking", "debugging", "diagnosing", "diagnosis", "inspection",
    "investigation", "monitoring", "profiling", "testing", "tracing", "troubleshooting",
  ]
  /// Words before an activity that make a problem of its absence.
  private static let absences: Set<String> = ["missing", "no", "insufficient", "lacking", "slow", "broken", "failing"]

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    guard let table = document.model.toolTable else { return [] }
    var findings: [Diagnostic] = []
    for row in table.issueTypes where row.name.utf8.count <= 80 {
      let words = row.name.lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
      guard let last = words.last, Self.activities.contains(last) else { continue }
      guard !words.contains(where: Self.absences.contains) else { continue }
      findings.append(
        finding(
          document.model.path, row.nameRange,
          "an issue type must name a problem; \(Words.quoted(row.name)) is something one does"))
    }
    return findings
  }
}
