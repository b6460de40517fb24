import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB102: steps that are not numbered one by one from 1.
struct StepNumberingRule: DocumentRule {
  let description = RuleDescription(
    102, "step-numbering", .warning, fix: .unsafe,
    what: "The steps of a case are not numbered one by one from 1: a gap, a number twice, or a new start.",
    why: """
      "See step 4" must mean one step. A gap makes readers look for what is missing, and a number that comes twice sends \
      them to the wrong one.
      """,
    triggering: [
      RuleExample(
        "a gap", "# A\n\n**Problem**: slow\n\n### 1. Reproduce\n\nx\n\n### ⟦3⟧. Root cause\n\ny\n\n### 4. Fix\n\nz\n"),
      RuleExample("a number twice", "# A\n\n**Problem**: slow\n\n**1. Reproduce**\n\nx\n\n**⟦1⟧. Fix**\n\ny\n"),
    ],
    accepted: [
      RuleExample("one by one", "# A\n\n**Problem**: slow\n\n### 1. Reproduce\n\nx\n\n### 2. Fix\n\ny\n"),
      RuleExample("no numbers at all", "# A\n\n**Problem**: slow\n\n### Reproduce\n\nx\n\n### Fix\n\ny\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in document.model.cases.indices {
      var previous = 0
      var isFirst = true
      for index in document.model.cases[item].session.steps.indices {
        let number = document.model.cases[item].session.steps[index].number
        defer { previous = number }
        guard number != previous + 1, document.model.cases[item].session.steps[index].isNumbered else { continue }
        let steps = document.model.cases[item].session.steps
        let found = index == 0 ? "the first is \(number)" : "found \(number) after \(previous)"
        var result = finding(
          document.model.path, numberRange(steps[index], document) ?? steps[index].title.at,
          "steps must be numbered one by one from 1; \(found)")
        // One fix numbers all steps; it stands at the first of them.
        if isFirst, let fix = fix(steps, document) { result.fixes = [fix] }
        isFirst = false
        findings.append(result)
      }
    }
    return findings
  }

  private func fix(_ steps: [Step], _ document: ReadDocument) -> Diagnostic.Fix? {
    var edits: [Diagnostic.Fix.Edit] = []
    for (index, step) in steps.enumerated() where step.isNumbered && step.number != index + 1 {
      guard let range = numberRange(step, document) else { return nil }
      edits.append(.init(range: range, replacement: String(index + 1)))
    }
    return edits.isEmpty ? nil : Diagnostic.Fix(.unsafe, "number the steps anew", edits: edits)
  }

  /// Digits of a step's number, which stand before its title.
  private func numberRange(_ step: Step, _ document: ReadDocument) -> SourceRange? {
    let tree = document.tree(step.titleBlock)
    let text = tree.source.bytes
    let block = tree[step.titleBlock.node].source.range.clamped(to: 0..<text.count)
    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    guard let start = text[block].firstIndex(where: isDigit) else { return nil }
    let digits = text[start..<block.upperBound].prefix(while: isDigit)
    guard Int(String(decoding: digits, as: UTF8.self)) == step.number else { return nil }
    return tree.source.range(of: digits.startIndex..<digits.endIndex)
  }
}
