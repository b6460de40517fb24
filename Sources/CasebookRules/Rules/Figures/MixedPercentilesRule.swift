import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB304: a change whose before is one percentile and whose after is another.
struct MixedPercentilesRule: DocumentRule {
  let description = RuleDescription(
    304, "mixed-percentiles", .warning, fix: .unsafe, basis: .heuristic,
    what: """
      A change names no percentile, its first figure is one percentile of the case and its second is another; or a change \
      names two.
      """,
    why: """
      From a median to a P99 everything looks worse: "from 50ms to 2s" is forty times, where the P99 grew ten times. The \
      reader takes it for one metric.
      """,
    triggering: [
      RuleExample(
        "a problem that mixes P50 and P99",
        "# A\n\n**Problem**: response time increased from ⟦50ms to 2s⟧\n\n## Symptoms\n- P50: 50ms → 200ms\n- P99: 200ms → 2s\n"
      ),
      RuleExample("a change that names two", "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: ⟦50ms → P99: 2s⟧\n"),
    ],
    accepted: [
      RuleExample(
        "one percentile, named",
        "# A\n\n**Problem**: P99 increased from 200ms to 2s\n\n## Symptoms\n- P50: 50ms → 200ms\n- P99: 200ms → 2s\n"),
      RuleExample(
        "one percentile, not named",
        "# A\n\n**Problem**: response time increased from 200ms to 2s\n\n## Symptoms\n- P50: 50ms → 200ms\n- P99: 200ms → 2s\n"
      ),
      RuleExample(
        "figures of which the case says nothing else",
        "# A\n\n**Problem**: response time increased from 50ms to 3s\n\n## Symptoms\n- P99: 200ms → 2s\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.flatMap { item in
      item.figures.indices.compactMap { index in
        item.figures[index].changesTo.flatMap { check(item, index, $0, document) }
      }
    }
  }

  private func check(_ item: CaseFigures, _ from: Int, _ to: Int, _ document: ReadDocument) -> Diagnostic? {
    let (before, after) = (item.figures[from], item.figures[to])
    let range = SourceRange(start: before.quantity.at.start, end: after.quantity.at.end)
    let path = document.model.path
    if let a = before.statistic, let b = after.statistic {
      return a == b ? nil : finding(path, range, Self.message(a, b))
    }
    guard before.statistic == nil, after.statistic == nil, before.quantity.isPoint, after.quantity.isPoint,
      before.state == .baseline, after.state == .faulty
    else { return nil }
    let first = item.claims(.baseline).filter { item.figures[$0.index].quantity.agrees(with: before.quantity) }
    let second = item.claims(.faulty).filter { item.figures[$0.index].quantity.agrees(with: after.quantity) }
    guard let a = first.first, let b = second.first,
      !first.contains(where: { claim in second.contains { $0.statistic == claim.statistic } })
    else { return nil }
    var result = finding(
      path, range, Self.message(a.statistic, b.statistic),
      notes: [
        note(item.figures[a.index], a.statistic, like: before, path),
        note(item.figures[b.index], b.statistic, like: after, path),
      ])
    // What the later figure's metric was before, as the case has it elsewhere.
    if let origin = item.claims(.baseline).first(where: { $0.statistic == b.statistic }) {
      result.fixes = fix(item, from, to, b.statistic, item.figures[origin.index].quantity, document).map { [$0] } ?? []
    }
    return result
  }

  private static func message(_ a: Statistic, _ b: Statistic) -> String {
    "before and after must name one metric; found \(a.name) and \(b.name)"
  }

  private func note(_ figure: Figure, _ statistic: Statistic, like other: Figure, _ path: String) -> Diagnostic.Note {
    Diagnostic.Note("\(other.quantity.raw) is the \(statistic.name)", path: path, range: figure.quantity.at)
  }

  /// `increased from 50ms to 2s` → `P99 increased from 200ms to 2s`.
  private func fix(
    _ item: CaseFigures, _ from: Int, _ to: Int, _ statistic: Statistic, _ origin: Quantity, _ document: ReadDocument
  ) -> Diagnostic.Fix? {
    let source = document.withSource(of: item.block(of: from)) { $0 }
    let (before, after) = (item.figures[from], item.figures[to])
    let line = source.bytes.withUnsafeBufferPointer { FigureLine($0, before.range) }
    var start = before.range.lowerBound
    if WordKey.of(source.bytes[line.word]) == FigureWords.from {
      start = line.previousWord.isEmpty ? line.word.lowerBound : line.previousWord.lowerBound
    }
    guard start <= before.range.lowerBound, before.range.upperBound <= after.range.upperBound else { return nil }
    let text =
      statistic.name + " " + source.string(start..<before.range.lowerBound) + origin.raw
      + source.string(before.range.upperBound..<after.range.upperBound)
    let edit = Diagnostic.Fix.Edit(
      range: SourceRange(start: source.position(of: start), end: after.quantity.at.end), replacement: text)
    return Diagnostic.Fix(.unsafe, "write \"\(text)\"", edits: [edit])
  }
}
