import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB305: operations in sequence that take longer than the percentile which they should explain.
struct SumExceedsPercentileRule: DocumentRule {
  let description = RuleDescription(
    305, "sum-exceeds-percentile", .warning, basis: .heuristic,
    what: """
      An investigation measures the parts of an operation, one after the other, and their total is more than a percentile \
      that the case claims for the whole, most telling the median.
      """,
    why: """
      If every request takes 350ms, half of them can't be done in 200ms: the parts were measured elsewhere, or not all \
      requests take them. And parts that take the same time at each request can't explain a P99 that is many times their sum.
      """,
    triggering: [
      RuleExample(
        "350ms in sequence in a median of 200ms",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 200ms\n\n### 1. Evidence\n\n```text\nsave(): 20ms\nmail(): 150ms\ntrack(): 180ms\nTotal: ⟦350ms⟧\n```\n"
      )
    ],
    accepted: [
      RuleExample(
        "parts that fit",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 400ms\n\n### 1. Evidence\n\n```text\nsave(): 20ms\nmail(): 150ms\ntrack(): 180ms\nTotal: 350ms\n```\n"
      ),
      RuleExample(
        "a total of something else",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 200ms\n\n### 1. Evidence\n\n```text\nRequests: 1000 requests\nTotal: 35s\n```\n"
      ),
      RuleExample(
        "operations side by side",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 200ms\n\n### 1. Evidence: work done in parallel\n\n```text\nmail(): 150ms\ntrack(): 180ms\nTotal: 330ms\n```\n"
      ),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.flatMap { item -> [Diagnostic] in
      let totals = item.figures.indices.filter { item.figures[$0].quantity.metric == "total" }
      guard !totals.isEmpty else { return [] }
      let claims = item.claims(.faulty).filter { item.figures[$0.index].quantity.dimension == .time }
      guard !claims.isEmpty else { return [] }
      return totals.compactMap { check($0, item, claims, document) }
    }
  }

  private func check(
    _ index: Int, _ item: CaseFigures, _ claims: [(statistic: Statistic, index: Int)], _ document: ReadDocument
  ) -> Diagnostic? {
    let total = item.figures[index]
    let source = document.withSource(of: item.block(of: index)) { $0 }
    guard total.state == .faulty, total.quantity.dimension == .time,
      let parts = item.parts(ofTotal: index, in: source.bytes)
    else { return nil }
    let sum = item.sum(parts)
    guard abs(sum.si - total.quantity.si) <= (sum.slack + total.quantity.tolerance) * (1 + 1e-9) else { return nil }
    let percentiles = claims.compactMap { claim -> (rank: Double, index: Int)? in
      guard case .percentile(let rank) = claim.statistic else { return nil }
      return (rank, claim.index)
    }
    // The lower the rank, the more requests are said to be faster; the highest that is exceeded says most.
    let exceeded = percentiles.filter { Self.exceeds(total.quantity, item.figures[$0.index].quantity) }
    guard let worst = exceeded.max(by: { $0.rank < $1.rank }), !item.saysParallel(index, document) else { return nil }
    let path = document.model.path
    let claim = item.figures[worst.index]
    let name = Statistic.percentile(worst.rank).name
    var notes = [Diagnostic.Note("\(claim.quantity.raw) is the \(name)", path: path, range: claim.quantity.at)]
    if let baseline = item.claims(.baseline).first(where: { $0.statistic == .percentile(worst.rank) }) {
      let before = item.figures[baseline.index].quantity
      notes.append(Diagnostic.Note("before, it was \(before.raw)", path: path, range: before.at))
    }
    notes += tail(parts, percentiles, sum.si, item, path)
    return finding(
      path, total.quantity.at,
      "parts in sequence must fit into the percentile they explain; \(total.quantity.raw) exceeds the \(name) of \(claim.quantity.raw)",
      explanation: """
        either the parts were measured under another load, or not all requests take them; the word "parallel" says that they \
        run side by side
        """, notes: notes)
  }

  private static func exceeds(_ total: Quantity, _ claim: Quantity) -> Bool {
    total.si > claim.upperSI * 1.1 && !total.agrees(with: claim)
  }

  /// Parts that single figures show to be large, beside a percentile that is many times all of them.
  private func tail(
    _ parts: [Int], _ percentiles: [(rank: Double, index: Int)], _ sum: Double, _ item: CaseFigures, _ path: String
  ) -> [Diagnostic.Note] {
    guard let top = percentiles.max(by: { $0.rank < $1.rank }), top.rank >= 90 else { return [] }
    let claim = item.figures[top.index].quantity
    guard claim.si > 2 * sum else { return [] }
    return parts.filter { item.figures[$0].quantity.si > sum / 4 }.prefix(4).map { part in
      let quantity = item.figures[part].quantity
      return Diagnostic.Note(
        "\(quantity.raw) at each request does not explain a \(Statistic.percentile(top.rank).name) of \(claim.raw)",
        path: path, range: quantity.at)
    }
  }
}
