import CasebookModel
import CasebookSource

/// CB311: a symptom with a figure whose metric the verification does not measure again.
struct SymptomUnmeasuredRule: DocumentRule {
  let description = RuleDescription(
    311, "symptom-unmeasured", .warning, basis: .heuristic,
    what: """
      A symptom is measured (a growth, a change, a share), and no figure of its kind stands in the verification: a rate is \
      verified by a level, a share by nothing, a P50 by a P99 alone.
      """,
    why: """
      Only the symptom's own metric tells whether the symptom is gone. Memory that grew 100MB an hour may grow 10MB an hour \
      and still be "stable at 150MB" when somebody looked.
      """,
    triggering: [
      RuleExample(
        "a slope, verified by a level",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows ⟦100MB/hour⟧\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n```text\nAfter fix: Memory stable at ~90MB for 24 hours\n```\n"
      ),
      RuleExample(
        "a share that is never measured again",
        "# A\n\n**Problem**: tests fail\n\n## Symptoms\n- ⟦5%⟧ test failure rate\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n```python\nassert run()\n```\n"
      ),
      RuleExample(
        "another percentile",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: ⟦50ms → 200ms⟧\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P99: 210ms\n"
      ),
    ],
    accepted: [
      RuleExample(
        "each measured again",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P50: 50ms → 200ms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P50: 55ms, P99: 210ms\n"
      ),
      RuleExample(
        "a slope, verified by a slope",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows 100MB/hour\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\nIt grows 0MB/hour.\n"
      ),
      RuleExample(
        "a result that is no figure with a unit",
        "# A\n\n**Problem**: tests fail\n\n## Symptoms\n- 5% test failure rate\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n0 of 2000 runs failed.\n"
      ),
      RuleExample(
        "no verification at all, which CB101 reports",
        "# A\n\n**Problem**: tests fail\n\n## Symptoms\n- 5% test failure rate\n\n### 1. Fix\n\nx\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.flatMap { item -> [Diagnostic] in
      guard let step = item.verification.first else { return [] }
      let measured = item.measuredAgain
      var missing: [Figure] = []
      for figure in item.figures where figure.comesFrom == nil && item.isMeasuredSymptom(figure, document) {
        guard !measured.contains(where: { Self.answers($0, figure) }),
          !missing.contains(where: { Self.answers($0, figure) && Self.answers(figure, $0) })
        else { continue }
        missing.append(figure)
      }
      guard !missing.isEmpty else { return [] }
      let verification = VerificationText(document, item)
      guard verification.isUnderstood else { return [] }
      return missing.filter { !verification.denies($0) }.map { finding(item, $0, measured, step, document) }
    }
  }

  private func finding(
    _ item: CaseFigures, _ figure: Figure, _ measured: [Figure], _ step: Int, _ document: ReadDocument
  ) -> Diagnostic {
    let path = document.model.path
    let end = figure.changesTo.map { item.figures[$0].quantity.at.end } ?? figure.quantity.at.end
    let found = measured.first { !$0.isCondition } ?? measured.first
    let note = found.map { other in
      Diagnostic.Note(
        "\(other.quantity.raw) is \(Self.kind(other, like: figure))", path: path, range: other.quantity.at)
    }
    let title = document.model.cases[item.item].session.steps[step].title.at
    return finding(
      path, SourceRange(start: figure.quantity.at.start, end: end),
      "a symptom must be measured again by its verification; found no \(figure.statistic?.name ?? Self.name(figure))",
      explanation:
        "only the symptom's own metric tells whether it is gone: measure it once more, or say why it can't be",
      notes: [note ?? Diagnostic.Note("nothing is measured here", path: path, range: title)])
  }

  /// Whether a figure of a verification measures what a symptom's figure does.
  private static func answers(_ figure: Figure, _ symptom: Figure) -> Bool {
    guard figure.quantity.dimension == symptom.quantity.dimension else { return false }
    // `for 24 hours` measures no time.
    if figure.isCondition, figure.quantity.dimension == .time { return false }
    guard let statistic = symptom.statistic, symptom.isPlain else { return true }
    // A figure that does not say which percentile it is may be this one.
    return figure.statistic == nil ? !figure.isCondition : figure.statistic == statistic
  }

  private static func kind(_ figure: Figure, like symptom: Figure) -> String {
    if let statistic = figure.statistic { return "the \(statistic.name)" }
    if symptom.quantity.dimension.isRate, !figure.quantity.dimension.isRate { return "a level, not a rate" }
    return "measured instead"
  }

  private static func name(_ figure: Figure) -> String {
    switch figure.quantity.dimension {
    case .bytesPerTime, .countPerTime, .ratioPerTime: "rate to compare with \(figure.quantity.raw)"
    case .ratio: "share to compare with \(figure.quantity.raw)"
    case .time, .bytes, .count, .timePerCount, .bytesPerCount, .dimensionless:
      "figure to compare with \(figure.quantity.raw)"
    }
  }
}

extension VerificationText {
  /// Whether words say what the figure would: no more failures, no growth.
  fileprivate func denies(_ figure: Figure) -> Bool {
    figure.quantity.dimension.isRate ? speaksOfGrowth : deniesInWords && figure.quantity.dimension == .ratio
  }
}
