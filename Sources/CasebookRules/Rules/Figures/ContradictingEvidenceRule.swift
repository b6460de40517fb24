import CasebookModel
import CasebookSource

/// CB303: one statistic in one state, with two values.
struct ContradictingEvidenceRule: DocumentRule {
  let description = RuleDescription(
    303, "contradicting-evidence", .warning, basis: .heuristic,
    what: """
      A case gives one percentile or mean in one state twice, and the two values differ by more than a tenth. States are \
      told from changes (`P99: 200ms → 2s` is before and after), from versions at the beginning of lines where there are \
      two of them, and from `Before:` and `After:`.
      """,
    why: """
      One of the two was measured elsewhere, at another load or of another operation, or it is a slip; the reader can't \
      tell, and believes neither. A figure that says of what it is (`P99 of writes: 2s`) is compared with nothing.
      """,
    triggering: [
      RuleExample(
        "symptoms that contradict each other",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n- P99: ⟦120ms⟧ → 2s\n"),
      RuleExample(
        "evidence that contradicts the symptoms",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Evidence\n\n```text\nv2.3.0: P99=200ms\nv2.4.0: P99=⟦900ms⟧\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "the same in another unit",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Evidence\n\n```text\nv2.3.0: P99=200ms\nv2.4.0: P99=2000ms\n```\n"
      ),
      RuleExample(
        "two runs that differ a little",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Evidence\n\n```text\nbefore: P99=204ms\nafter: P99=1,880ms\n```\n"
      ),
      RuleExample(
        "other things measured",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s on writes\n- P99: 20ms → 30ms on reads\n- P50 of reads: 2ms → 3ms\n- P50: 9ms → 10ms\n"
      ),
      RuleExample(
        "versions that nobody can tell to be before or after",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Evidence\n\n```text\nv2.2.0: P99=100ms\nv2.3.0: P99=200ms\nv2.4.0: P99=900ms\n```\n"
      ),
    ],
    abstained: [
      RuleExample(
        "versions that nobody can tell to be before or after",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\nv2.2.0: P99=⟦100ms⟧\nv2.3.0: P99=⟦200ms⟧\nv2.4.0: P99=⟦900ms⟧\n```\n"
      )
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let path = document.model.path
    for item in context.figures {
      for state in [FigureState.baseline, .faulty] {
        var first: [Statistic: Int] = [:]
        for (statistic, index) in item.claims(state) {
          guard let earlier = first[statistic] else {
            first[statistic] = index
            continue
          }
          let (a, b) = (item.figures[earlier].quantity, item.figures[index].quantity)
          guard a.dimension == b.dimension, !a.agrees(with: b), abs(a.si - b.si) > max(a.si, b.si) / 10 else {
            continue
          }
          let when = state == .baseline ? "before" : "while it is wrong"
          findings.append(
            finding(
              path, b.at,
              "one metric must have one value in one state; \(statistic.name) \(when) is \(a.raw) and \(b.raw)",
              explanation: "a word that tells the two apart (\"of writes\", \"at 200 requests/s\") ends the finding",
              notes: [Diagnostic.Note("\(a.raw) is the \(statistic.name) here", path: path, range: a.at)]))
        }
      }
    }
    return findings
  }

  func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention] {
    context.figures.flatMap { item in
      item.figures.compactMap { figure in
        guard figure.state == .unknown, figure.isMeasured, let statistic = figure.statistic else { return nil }
        return abstention(
          document.model.path, figure.quantity.at,
          "it is not told, or not understood, when this \(statistic.name) was measured; it is not compared")
      }
    }
  }
}
