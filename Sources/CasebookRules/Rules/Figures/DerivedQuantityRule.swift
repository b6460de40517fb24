import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB302: a conversion, an equation or a total that does not agree with the figures it is made from.
struct DerivedQuantityRule: DocumentRule {
  let description = RuleDescription(
    302, "derived-quantity", .warning, fix: .unsafe, basis: .heuristic,
    what: """
      Two figures joined by `=` differ by more than rounding, or a `Total` is not the sum of the lines above it. Two figures \
      agree if they differ by at most half the last written digit of the coarser; with `~`, by a tenth.
      """,
    why: """
      One of the figures is wrong, and a reader can't tell which. Lines that are left out of a list, or that run side by \
      side, make a total differ rightly: then a line `other: 50ms`, or the word "parallel", says so and ends the finding.
      """,
    triggering: [
      RuleExample(
        "a conversion that is off",
        "# A\n\n**Problem**: grows\n\n### 1. Evidence\n\n```text\nRate: 100MB/hour = ⟦17MB/minute⟧\n```\n"),
      RuleExample(
        "a total that is not the sum",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\nparse(): 20ms\nrender(): 150ms\nsend(): 180ms\nTotal: ⟦530ms⟧\n```\n"
      ),
      RuleExample(
        "a sum in one line",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\nParsing takes 20ms + 150ms = ⟦200ms⟧.\n"),
    ],
    accepted: [
      RuleExample(
        "right within rounding",
        "# A\n\n**Problem**: grows\n\n### 1. Evidence\n\n```text\nRate: 100MB/hour = ~1.7MB/minute\n```\n"),
      RuleExample("counted in 1024s", "# A\n\n**Problem**: full\n\n### 1. Evidence\n\nThe limit is 1GB = 1024MB.\n"),
      RuleExample(
        "a total that is the sum",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\nparse(): 20ms\nrender(): 150ms\nTotal: 170ms\n```\n"),
      RuleExample(
        "lines that run side by side",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\n# in parallel\nparse(): 20ms\nrender(): 150ms\nTotal: 150ms\n```\n"
      ),
      RuleExample(
        "a product", "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n- 3 × 50ms = 150ms\n- 3 * 50ms = 150ms\n"),
      RuleExample(
        "percentiles do not add up",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\nP50: 20ms\nP99: 150ms\nTotal: 30s\n```\n"),
    ],
    abstained: [
      RuleExample(
        "a log of figures",
        "# ⟦A⟧\n\n**Problem**: slow\n\n### 1. Evidence\n\n```text\n" + String(repeating: "took 20ms\n", count: 410)
          + "```\n")
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in context.figures {
      guard item.figures.count > 1 else { continue }
      for equation in item.equations(document) {
        if let result = check(equation, item, document) { findings.append(result) }
      }
      for index in item.figures.indices where item.figures[index].quantity.metric == "total" {
        if let result = check(total: index, item, document) { findings.append(result) }
      }
    }
    return findings
  }

  func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention] {
    CaseFigures.logs(in: document).map { index in
      abstention(
        document.model.path, document.model.cases[index].title.at,
        "a case of more than \(CaseFigures.limit) figures is taken for a log; none of them is compared")
    }
  }

  private func check(_ equation: Equation, _ item: CaseFigures, _ document: ReadDocument) -> Diagnostic? {
    let (left, right) = (equation.left, equation.right)
    guard let first = right.first, let last = right.last, let start = left.first, let end = left.last else {
      return nil
    }
    let path = document.model.path
    if left.count == 1, right.count == 1 {
      let (a, b) = (item.figures[start].quantity, item.figures[first].quantity)
      guard !a.agrees(with: b), let value = FigureText.amount(a.si, like: b) else { return nil }
      var result = finding(
        path, b.at, "both sides of `=` must agree; \(a.raw) is \(value), found \(b.raw)",
        notes: [Diagnostic.Note("the other side", path: path, range: a.at)])
      let mark = b.comparator == .approx ? "~" : ""
      if let written = Self.written(a, like: b) {
        result.fixes = [
          Diagnostic.Fix(.unsafe, "write `\(mark + written)`", edits: [.init(range: b.at, replacement: mark + written)])
        ]
      }
      return result
    }
    let (a, b) = (item.sum(left), item.sum(right))
    let sample = item.figures[first].quantity
    guard abs(a.si - b.si) > (a.slack + b.slack) * (1 + 1e-9), let value = FigureText.amount(a.si, like: sample) else {
      return nil
    }
    let range = SourceRange(start: sample.at.start, end: item.figures[last].quantity.at.end)
    let other = SourceRange(start: item.figures[start].quantity.at.start, end: item.figures[end].quantity.at.end)
    return finding(
      path, range, "both sides of `=` must agree; the left one is \(value)",
      notes: [Diagnostic.Note("the other side", path: path, range: other)])
  }

  /// The right side as it should be, with one more digit where that is what it takes to agree.
  private static func written(_ a: Quantity, like b: Quantity) -> String? {
    (0...3).lazy.compactMap { FigureText.amount(a.si, like: b, moreDecimals: $0) }.first { text in
      guard let value = Double(text.prefix { $0.isNumber || $0 == "." }), b.value != 0 else { return false }
      return abs(value * (b.si / b.value) - a.si) <= a.tolerance + a.si / 200
    }
  }

  private func check(total index: Int, _ item: CaseFigures, _ document: ReadDocument) -> Diagnostic? {
    let total = item.figures[index]
    let source = document.withSource(of: item.block(of: index)) { $0 }
    guard let parts = item.parts(ofTotal: index, in: source.bytes) else { return nil }
    let sum = item.sum(parts)
    guard abs(sum.si - total.quantity.si) > (sum.slack + total.quantity.tolerance) * (1 + 1e-9),
      !item.saysParallel(index, document), let value = FigureText.amount(sum.si, like: total.quantity)
    else { return nil }
    let path = document.model.path
    let raws = parts.map { item.figures[$0].quantity.raw }
    let shown = raws.count <= 4 ? raws.joined(separator: " + ") : "the \(raws.count) lines above"
    guard let first = parts.first, let last = parts.last else { return nil }
    let place = SourceRange(
      start: item.figures[first].quantity.at.start, end: item.figures[last].quantity.at.end)
    return finding(
      path, total.quantity.at,
      "a total must be the sum of its parts; \(shown) \(raws.count <= 4 ? "is" : "give") \(value)",
      explanation: "a line for what is left out, or the word \"parallel\", tells why a total differs",
      notes: [Diagnostic.Note("the parts", path: path, range: place)])
  }
}
