import CasebookModel
import CasebookSource

/// CB209: a block that shows a bug, but for the bug.
struct ElidedBugRule: CodeRule {
  private static let head = "# A\n\n**Problem**: memory grows\n\n### 1. Root cause\n\n"

  let description = RuleDescription(
    209, "elided-bug", .warning, basis: .heuristic,
    what: """
      A block of Python that shows the bug leaves a part of a function out (`# ...`), and the rest never uses one of its \
      parameters: what is missing is what matters.
      """,
    why: """
      A reader looks for the fault in the lines that are there and blames the wrong one. The block can't be run, so nothing \
      proves that it has the bug.
      """,
    triggering: [
      RuleExample(
        "the line that stores is left out",
        head
          + "```python\n# BUG: grows\ndef get(key, factory):\n    if key in cache:\n        return cache[key]\n    ⟦# ...⟧\n```\n"
      )
    ],
    accepted: [
      RuleExample(
        "something else is left out",
        head
          + "```python\n# BUG: grows\ndef get(key, factory):\n    # ...\n    cache[key] = factory()\n```\n"),
      RuleExample(
        "a whole function",
        head
          + "```python\n# BUG: grows\ndef get(key, factory):\n    if key not in cache:\n        cache[key] = factory()\n    return cache[key]\n```\n"
      ),
      RuleExample(
        "a block that shows no bug",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"
          + "```python\ndef get(key, factory):\n    # ...\n    return key\n```\n"),
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for block in review.cases.joined() where block.role == .bug {
      guard let facts = block.python else { continue }
      for (number, function) in facts.definitions.enumerated() {
        guard let unused = function.unused.first, !function.isStub, !function.isDecorated else { continue }
        let dots = facts.elisions.filter { $0.function == number }
        guard let place = dots.first?.place ?? (function.isElided ? function.place : nil) else { continue }
        findings.append(
          finding(
            review.path, block.range(place),
            "a block that shows a bug must hold it; what is left out here is where `\(unused)` is used",
            notes: function.parameters[unused].map { [review.note("never used", block, $0)] } ?? []))
      }
    }
    return findings
  }
}
