import CasebookModel
import CasebookSource

/// CB203: a name that nothing in the case defines.
struct UndefinedNameRule: CodeRule {
  private static let head = "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"

  let description = RuleDescription(
    203, "undefined-name", .warning, fix: .unsafe,
    what: """
      Python code of a case uses a name of the standard library that no block of the case imports. Under the strict profile \
      any name that the case does not define is found, but those that `context` in the front matter lists.
      """,
    why: """
      Who copies the block gets a NameError before the fault or the fix is reached. A name that is meant to be the reader's \
      own (`db`, `user`) belongs into `casebook: {context: [db, user]}`, which says so.
      """,
    triggering: [
      RuleExample(
        "a class without its import",
        head + "```python\nclass Cache:\n    def __init__(self):\n"
          + "        self.items = ⟦OrderedDict⟧()\n```\n"),
      RuleExample("a module without its import", head + "```python\ndef wait():\n    ⟦time⟧.sleep(1)\n```\n"),
      RuleExample(
        "a name of nowhere, under strict",
        "---\nid: a\n---\n" + head + "```python\ndef get(key):\n    return ⟦db⟧.get(key)\n```\n", profile: .strict),
    ],
    accepted: [
      RuleExample(
        "an import in another block of the case",
        head + "```python\nimport time\n```\n\n### 2. Verification\n\n```python\ntime.sleep(1)\n```\n"),
      RuleExample("a name that may be anybody's", head + "```python\njson.send(user)\n```\n"),
      RuleExample("a name of nowhere", head + "```python\ndef get(key):\n    return db.get(key)\n```\n"),
      RuleExample(
        "a name that the context lists",
        "---\ncasebook:\n  context: [db]\n---\n" + head + "```python\ndef get(key):\n    return db.get(key)\n```\n",
        profile: .strict),
      RuleExample("code outside of a case", "# Notes\n\n```python\ntime.sleep(1)\n```\n"),
    ],
    abstained: [
      RuleExample(
        "a module that gives its names unnamed", head + "```python\n⟦from tools import *⟧\ntime.sleep(1)\n```\n"),
      RuleExample(
        "a block that does not parse", head + "```python\n⟦x = max(1, 2⟧\n```\n\n```python\ntime.sleep(1)\n```\n"),
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    review.cases.flatMap { check($0, review) }
  }

  private func check(_ blocks: [CodeReview.Block], _ review: CodeReview) -> [Diagnostic] {
    let python = blocks.filter { $0.exhibit.language == .python }
    let facts = python.compactMap(\.python)
    guard unread(python) == nil else { return [] }
    var known = review.context
    for block in facts { known.formUnion(block.names) }
    var findings: [Diagnostic] = []
    for (block, facts) in zip(python, facts) {
      for unbound in facts.unbound.sorted(by: {
        ($0.place.line, $0.place.columns.lowerBound) < ($1.place.line, $1.place.columns.lowerBound)
      })
      where !known.contains(unbound.name) {
        guard let found = finding(unbound, block, facts, review) else { continue }
        findings.append(found)
        known.insert(unbound.name)
      }
    }
    return findings
  }

  func abstentions(_ review: CodeReview) -> [Abstention] {
    review.cases.compactMap { blocks in
      guard let (block, why) = unread(blocks.filter { $0.exhibit.language == .python }) else { return nil }
      return abstention(review.path, block.firstLine, "names of this case are not looked up, since \(why)")
    }
  }

  /// The block that may define anything, and why.
  private func unread(_ python: [CodeReview.Block]) -> (CodeReview.Block, String)? {
    for block in python {
      guard let facts = block.python else { return (block, "this block was not read") }
      if facts.importsAll { return (block, "this block imports everything from a module") }
    }
    return nil
  }

  private func finding(
    _ unbound: PythonFacts.Unbound, _ block: CodeReview.Block, _ facts: PythonFacts, _ review: CodeReview
  ) -> Diagnostic? {
    let range = block.range(unbound.place)
    guard let missing = StandardNames.missingImport(of: unbound.name, attributes: unbound.attributes) else {
      guard review.profile == .strict else { return nil }
      return finding(
        review.path, range,
        "a name must be defined in the case or listed in `context`; `\(unbound.name)` is neither")
    }
    let message =
      missing.module == unbound.name
      ? "a module must be imported before it is used; no block of the case imports `\(unbound.name)`"
      : "a name must be imported before it is used; `\(unbound.name)` is from `\(missing.module)`"
    return finding(review.path, range, message, fixes: [fix(missing.line, block, facts)].compactMap(\.self))
  }

  /// An import above the first statement; none in a list or a quote, whose marks would have to be repeated.
  private func fix(_ line: String, _ block: CodeReview.Block, _ facts: PythonFacts) -> Diagnostic.Fix? {
    guard let first = facts.firstLine else { return nil }
    let start = block.exhibit.places.lineStart(first)
    guard start.position.column == 1, start.indent == 0 else { return nil }
    let place = SourceRange(start: start.position, end: start.position)
    return Diagnostic.Fix(.unsafe, "add `\(line)`", edits: [.init(range: place, replacement: line + "\n")])
  }
}
