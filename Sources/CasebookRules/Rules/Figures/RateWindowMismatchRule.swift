import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB310: a size found that is not what the rate of growth gives in the time watched.
struct RateWindowMismatchRule: DocumentRule {
  let description = RuleDescription(
    310, "rate-window-mismatch", .info, basis: .heuristic,
    what: """
      A symptom says how fast something grows, a step says how long it was watched, and the size that was found is neither \
      within a quarter of their product nor explained.
      """,
    why: """
      A leak of 100MB an hour, watched for an hour, holds 100MB. If 150MB were found, a third of it is something else, or the \
      rate or the time is not what the case says.
      """,
    triggering: [
      RuleExample(
        "an hour of 100MB/hour is not 150MB",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows 100MB/hour\n\n### 1. Profile heap\n\n```python\n# ... run service for 1 hour ...\n```\n\n### 2. Findings\n\n```text\nSize: ⟦150MB⟧\n```\n"
      )
    ],
    accepted: [
      RuleExample(
        "rate, time and size that fit",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows 100MB/hour\n\n### 1. Profile heap\n\nRun it for 90 minutes.\n\n### 2. Findings\n\n```text\nSize: 150MB\n```\n"
      ),
      RuleExample(
        "nobody says how long",
        "# A\n\n**Problem**: grows\n\n## Symptoms\n- Memory grows 100MB/hour\n\n### 1. Findings\n\n- Size: 150MB\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    context.figures.compactMap { item in
      let rates = item.figures.filter {
        $0.quantity.dimension == .bytesPerTime && item.isMeasuredSymptom($0, document) && $0.quantity.si > 0
      }
      // With two rates or two sizes nobody can tell which belong together.
      guard let rate = rates.first, rates.allSatisfy({ $0.quantity.agrees(with: rate.quantity) }) else { return nil }
      let sizes = item.figures.filter { Self.isFound($0, document.model.cases[item.item].session.steps) }
      guard sizes.count == 1, let size = sizes.first, case .step(let step) = size.place,
        let window = window(before: step, item, document)
      else { return nil }
      let expected = rate.quantity.si * window.quantity.si
      guard expected > 0, abs(size.quantity.si - expected) > 0.25 * expected + size.quantity.tolerance,
        let amount = FigureText.amount(expected, like: size.quantity)
      else { return nil }
      let path = document.model.path
      return finding(
        path, size.quantity.at,
        "a size found must be what rate and time give; \(rate.quantity.raw) for \(window.quantity.raw) is \(amount)",
        explanation: "say what the rest is, or correct the rate or the time",
        notes: [
          Diagnostic.Note("the rate", path: path, range: rate.quantity.at),
          Diagnostic.Note("the time watched", path: path, range: window.at),
        ])
    }
  }

  /// A size in a finding or a piece of evidence that its label makes the thing that grows.
  private static func isFound(_ figure: Figure, _ steps: [Step]) -> Bool {
    guard case .step(let step) = figure.place, figure.quantity.dimension == .bytes, figure.state == .faulty,
      figure.isMeasured, let metric = figure.quantity.metric, FigureWords.sizes.contains(metric)
    else { return false }
    switch steps[step].kind {
    case .finding, .evidence, .tooling, .rootCause: return true
    case .reproduce, .isolate, .hypothesis, .mitigation, .fix, .verification, .other: return false
    }
  }

  /// The one time for which something was run before a step: in prose, or in a comment of its code.
  private func window(
    before end: Int, _ item: CaseFigures, _ document: ReadDocument
  ) -> (quantity: Quantity, at: SourceRange)? {
    var found: [(quantity: Quantity, at: SourceRange)] = item.figures.compactMap { figure in
      guard case .step(let step) = figure.place, step < end, figure.quantity.dimension == .time, figure.isDuring,
        figure.quantity.isPoint
      else { return nil }
      return (figure.quantity, figure.quantity.at)
    }
    for step in document.model.cases[item.item].session.steps.prefix(end) {
      for part in step.body {
        guard case .code(let code) = part, code.language != nil, code.code.utf8.count <= 20_000 else { continue }
        let tree = document.tree(code.block)
        for line in tree.contentLines(of: code.block.node) { found += Self.comment(tree.source, line) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Times behind `for` in a line's comment: `# ... run service for 1 hour ...`.
  private static func comment(_ source: RepairedText, _ line: Range<Int>) -> [(quantity: Quantity, at: SourceRange)] {
    guard let first = source.bytes[line].first(where: { !FigureLine.isBlank($0) }),
      first == UInt8(ascii: "#") || first == UInt8(ascii: "/")
    else { return [] }
    return Quantity.all(in: source, line).compactMap { range, quantity in
      let line = source.bytes.withUnsafeBufferPointer { FigureLine($0, range) }
      guard quantity.dimension == .time, quantity.isPoint, WordKey.of(source.bytes[line.word]) == FigureWords.during
      else { return nil }
      return (quantity, quantity.at)
    }
  }
}
