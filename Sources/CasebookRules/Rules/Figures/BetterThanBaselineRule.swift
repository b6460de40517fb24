import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB306: a verification that is better than before anything was wrong, and does not say why.
struct BetterThanBaselineRule: DocumentRule {
  let description = RuleDescription(
    306, "better-than-baseline", .info, basis: .heuristic,
    what: """
      A percentile or mean after the fix is less than four fifths of what it was before the incident, and neither the \
      verification nor its words (`because`, `than before`, `baseline`) say why.
      """,
    why: """
      A fix that undoes a defect brings the old figures back. Better ones were measured at another load or another place, or \
      something else was changed as well; then they do not prove the fix.
      """,
    triggering: [
      RuleExample(
        "faster than it ever was",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 200ms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n```text\nAfter fix: ⟦P50=30ms, P99=80ms⟧\n```\n"
      )
    ],
    accepted: [
      RuleExample(
        "as it was",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P99: 190ms\n"
      ),
      RuleExample(
        "explained",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P99: 80ms\n\nFaster than before, as the mail is now sent later.\n"
      ),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.flatMap { item -> [Diagnostic] in
      let baseline = item.claims(.baseline)
      guard !baseline.isEmpty else { return [] }
      let better = item.figures.indices.filter { isBetter($0, item, baseline) }
      guard !better.isEmpty, !VerificationText(document, item).explains else { return [] }
      var findings: [Diagnostic] = []
      var rest = better[...]
      while let first = rest.first {
        let line = rest.prefix {
          item.figures[$0].line == item.figures[first].line && item.figures[$0].text == item.figures[first].text
        }
        rest = rest.dropFirst(line.count)
        if let result = finding(Array(line), item, baseline, document) { findings.append(result) }
      }
      return findings
    }
  }

  private func isBetter(_ index: Int, _ item: CaseFigures, _ baseline: [(statistic: Statistic, index: Int)]) -> Bool {
    let figure = item.figures[index]
    guard figure.state == .fixed, figure.isPlain, figure.isMeasured, figure.quantity.dimension == .time,
      let statistic = figure.statistic
    else { return false }
    let before = baseline.filter { $0.statistic == statistic && item.figures[$0.index].quantity.dimension == .time }
    return !before.isEmpty
      && before.allSatisfy {
        figure.quantity.upperSI < 0.8 * item.figures[$0.index].quantity.si
          && !figure.quantity.agrees(with: item.figures[$0.index].quantity)
      }
  }

  private func finding(
    _ line: [Int], _ item: CaseFigures, _ baseline: [(statistic: Statistic, index: Int)], _ document: ReadDocument
  ) -> Diagnostic? {
    let path = document.model.path
    let names = Set(line.compactMap { item.figures[$0].statistic })
    // A line that says of which version it is tells more than a symptom.
    let claims = baseline.filter { names.contains($0.statistic) }
    let scoped = claims.filter { item.figures[$0.index].scope != .none }
    let shown = Set(scoped.map(\.statistic)) == names ? scoped : claims
    var notes: [Diagnostic.Note] = []
    var told: Set<Statistic> = []
    for claim in shown where told.insert(claim.statistic).inserted {
      let before = item.figures[claim.index]
      notes.append(
        Diagnostic.Note(
          "before, the \(claim.statistic.name) was \(before.quantity.raw)", path: path,
          range: item.labelled(claim.index, document)))
    }
    let figures = line.compactMap { index -> String? in
      item.figures[index].statistic.map { "\($0.name) \(item.figures[index].quantity.raw)" }
    }
    guard let first = line.first, let last = line.last else { return nil }
    let range = SourceRange(
      start: item.labelled(first, document).start, end: item.figures[last].quantity.at.end)
    return finding(
      path, range,
      "a verification that beats the time before the incident must say why; found \(Words.list(figures))",
      explanation:
        "a fix brings the old figures back; say what else makes them better, or at which load they were taken",
      notes: notes)
  }
}
