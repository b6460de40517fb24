import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB307: a verification with the defect's own figure, or without any.
struct VerificationNotBetterRule: DocumentRule {
  let description = RuleDescription(
    307, "verification-not-better", .warning, basis: .heuristic,
    what: """
      The verification gives the figure that the defect gave (the same percentile, the same size, the same share), or the \
      case measures its symptom and its verification shows no result at all.
      """,
    why: """
      A figure that the defect gives as well can't tell whether the fix works: memory "stable at 150MB" after a leak of 150MB \
      has only just begun to grow, or never held what the fix lets it hold. Say what was expected with the fix, and measure \
      long enough.
      """,
    triggering: [
      RuleExample(
        "the leak's own size",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows\n\n### 1. Findings\n\n```text\nSize: 150MB\n```\n\n### 2. Fix\n\nx\n\n### 3. Verification\n\n```text\nAfter fix: Memory stable at ⟦~150MB⟧ for 24 hours\n```\n"
      ),
      RuleExample(
        "the defect's own percentile",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P99: ⟦2.1s⟧\n"
      ),
      RuleExample(
        "the same share of errors",
        "# A\n\n**Problem**: fails\n\n## Symptoms\n- Error rate: 5%\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- Error rate: ⟦5.2%⟧\n"
      ),
      RuleExample(
        "no result",
        "# A\n\n**Problem**: tests fail\n\n## Symptoms\n- 5% test failure rate\n\n### 1. Fix\n\nx\n\n### 2. ⟦Test fix⟧\n\n```python\nassert run()\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "a better figure",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99: 200ms → 2s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n- P99: 210ms\n"
      ),
      RuleExample(
        "the same load, and nothing lost",
        "# A\n\n**Problem**: lost\n\n## Symptoms\n- Lost changes: 5% of writes at 40 requests/s\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\n```text\nLost changes: 0% of writes at 40 requests/s\n```\n"
      ),
      RuleExample(
        "before and after",
        "# A\n\n**Problem**: grows\n\n### 1. Findings\n\n- Size: 150MB\n\n### 2. Fix\n\nx\n\n### 3. Verification\n\n- Before: 150MB\n- After: 40MB\n"
      ),
      RuleExample(
        "a result in words, of a symptom without a figure",
        "# A\n\n**Problem**: tests fail\n\n## Symptoms\n- Tests fail at times\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\nAll tests pass.\n"
      ),
      RuleExample(
        "a size that is not the memory in use",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Uploads of 50 MB fail\n\n### 1. Fix\n\nx\n\n### 2. Verification\n\nAt 8 apps x 50 MB all starts succeed, with timeout=3s.\n"
      ),
      RuleExample(
        "a limit that did not change",
        "# A\n\n**Problem**: grows\n\n### 1. Findings\n\n- Container limit: 512MB\n\n### 2. Fix\n\nx\n\n### 3. Verification\n\nMemory stable at 512MB.\n"
      ),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.flatMap { item -> [Diagnostic] in
      guard let step = item.verification.first else { return [] }
      guard item.hasMeasuredVerification else { return withoutResult(step, item, document).map { [$0] } ?? [] }
      return item.figures.indices.compactMap { index in
        item.figures[index].state == .fixed ? check(index, item, document) : nil
      }
    }
  }

  // MARK: No figure

  private func withoutResult(
    _ step: Int, _ item: CaseFigures, _ document: ReadDocument
  ) -> Diagnostic? {
    guard let symptom = item.figures.first(where: { item.isMeasuredSymptom($0, document) }) else { return nil }
    let verification = VerificationText(document, item)
    guard verification.isUnderstood, !verification.deniesInWords else { return nil }
    let path = document.model.path
    return finding(
      path, document.model.cases[item.item].session.steps[step].title.at,
      "a verification must show what was measured; found no figure to compare with \(symptom.quantity.raw)",
      explanation: "steps that could show that the fix works are no proof that they did: run them, and show the output",
      notes: [Diagnostic.Note("the symptom as measured", path: path, range: symptom.quantity.at)])
  }

  // MARK: The defect's own figure

  private func check(_ index: Int, _ item: CaseFigures, _ document: ReadDocument) -> Diagnostic? {
    let figure = item.figures[index]
    guard figure.isMeasured, Self.isComparable(figure),
      let faulty = item.figures.indices.first(where: { Self.isDefect($0, of: index, item, document) }),
      !item.figures.indices.contains(where: { Self.isBetter($0, than: faulty, like: index, item, document) })
    else { return nil }
    let path = document.model.path
    let defect = item.figures[faulty].quantity
    let what = figure.statistic?.name ?? (figure.isMemory ? "memory" : item.labelText(index, document))
    return finding(
      path, figure.quantity.at,
      "a verification must give a better figure than the defect; \(what) was \(defect.raw), found \(figure.quantity.raw)",
      explanation: """
        the defect gave this figure as well, so it can't tell whether the fix works; say what the fix should give, and \
        measure that
        """,
      notes: [
        Diagnostic.Note(
          figure.quantity.agrees(with: defect) ? "the defect's own figure" : "the defect's figure", path: path,
          range: defect.at)
      ])
  }

  /// Whether a figure of the defect is the one that a verification gives again, or worse.
  private static func isDefect(_ faulty: Int, of index: Int, _ item: CaseFigures, _ document: ReadDocument) -> Bool {
    let (old, new) = (item.figures[faulty], item.figures[index])
    guard old.state == .faulty, old.isMeasured, areComparable(faulty, index, item, document) else { return false }
    // `1GB` agrees with 1.4GB, but nobody would call them the same.
    let isNear = abs(old.quantity.si - new.quantity.si) <= old.quantity.si / 10
    if isNear, old.quantity.agrees(with: new.quantity) { return true }
    // Of a percentile, and of a share of faults, it is known that less is better.
    return new.quantity.dimension == (new.statistic != nil ? .time : .ratio) && new.quantity.si > old.quantity.si
  }

  /// Whether the verification has a better figure of the same metric: then the other one is of something else.
  private static func isBetter(
    _ other: Int, than faulty: Int, like index: Int, _ item: CaseFigures, _ document: ReadDocument
  ) -> Bool {
    let figure = item.figures[other]
    return figure.state == .fixed && figure.isMeasured && areComparable(faulty, other, item, document)
      && figure.quantity.si < item.figures[faulty].quantity.si
      && !figure.quantity.agrees(with: item.figures[faulty].quantity)
  }

  /// Whether it is known what a figure measures: a statistic, memory in use, a share with a label.
  private static func isComparable(_ figure: Figure) -> Bool {
    guard figure.statistic == nil else { return figure.isPlain }
    switch figure.quantity.dimension {
    case .bytes: return figure.isMemory
    case .ratio: return !figure.label.isEmpty && !figure.isFollowed
    case .time, .count, .bytesPerTime, .countPerTime, .ratioPerTime, .timePerCount, .bytesPerCount, .dimensionless:
      return false
    }
  }

  private static func areComparable(_ a: Int, _ b: Int, _ item: CaseFigures, _ document: ReadDocument) -> Bool {
    let (first, second) = (item.figures[a], item.figures[b])
    guard first.quantity.dimension == second.quantity.dimension, first.statistic == second.statistic,
      first.quantity.si > 0, isComparable(first), isComparable(second)
    else { return false }
    guard first.statistic == nil, first.quantity.dimension == .ratio else { return true }
    // A share of what should not be, with the same words before both: `Error rate: 5%`.
    let label = item.labelText(a, document)
    return label == item.labelText(b, document) && faults.contains { Array(label.utf8).holds($0) }
  }

  private static let faults = ["error", "fail", "lost", "loss", "drop", "conflict", "timeout", "miss"].map {
    Array($0.utf8)
  }
}

extension CaseFigures {
  /// Figures of the verification.
  var measuredAgain: [Figure] {
    figures.filter { figure in
      guard case .step(let step) = figure.place else { return false }
      return verification.contains(step)
    }
  }

  var hasMeasuredVerification: Bool { !measuredAgain.isEmpty }

  /// Whether a figure is what a symptom measures: of a growth, a change or a share.
  func isMeasuredSymptom(_ figure: Figure, _ document: ReadDocument) -> Bool {
    guard case .symptom(let index) = figure.place, figure.isMeasured else { return false }
    switch document.model.cases[item].session.symptoms[index].kind {
    case .change: return figure.comesFrom != nil || figure.changesTo != nil
    case .growth: return figure.quantity.dimension.isRate
    case .proportion: return figure.quantity.dimension == .ratio
    case .absence, .scope, .onset, .temporaryRemedy, .ineffectiveRemedy, .statement: return false
    }
  }
}

extension QuantityDimension {
  var isRate: Bool {
    switch self {
    case .bytesPerTime, .countPerTime, .ratioPerTime: true
    case .time, .bytes, .ratio, .count, .timePerCount, .bytesPerCount, .dimensionless: false
    }
  }
}
