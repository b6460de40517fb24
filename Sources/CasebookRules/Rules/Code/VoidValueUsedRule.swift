import CasebookModel
import CasebookSource

/// CB204: the value of a function that returns none.
struct VoidValueUsedRule: CodeRule {
  private static let head = "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"

  let description = RuleDescription(
    204, "void-value-used", .warning,
    what: "Code uses the value of a call, and every definition of the function in the case returns nothing.",
    why: """
      The value is `None`, whatever the function did. A test that collects or compares it fails on the bug and on the fix \
      alike, or passes on both, so it proves nothing.
      """,
    triggering: [
      RuleExample(
        "results that are all None",
        head + "```python\ndef save(user):\n    user.saved = True\n```\n\n### 2. Verification\n\n"
          + "```python\nresults = []\nresults.append(⟦save⟧(user))\n```\n"),
      RuleExample(
        "a method's",
        head
          + "```python\nclass Store:\n    def put(self, key):\n        self.key = key\n\n    def swap(self, key):\n        old = ⟦self.put⟧(key)\n        return old\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "a call for its effect", head + "```python\ndef save(user):\n    user.saved = True\n\nsave(user)\n```\n"),
      RuleExample(
        "a function that returns on one path",
        head + "```python\ndef find(key):\n    if key:\n        return key\n\nx = find(1)\n```\n"),
      RuleExample(
        "a body that is left out", head + "```python\ndef find(key):\n    ...\n\nx = find(1)\n```\n"),
      RuleExample(
        "a tail call", head + "```python\ndef a():\n    print(1)\n\ndef b():\n    return a()\n```\n"),
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for blocks in review.cases {
      let functions = CaseFunctions(blocks)
      for (index, block) in blocks.enumerated() {
        for call in block.python?.calls ?? [] where call.use == .argument || call.use == .other {
          let candidates = functions.candidates(for: call, inBlock: index)
          guard let first = candidates.first, candidates.allSatisfy({ returnsNothing($0, call) }) else { continue }
          let definitions = candidates.count == 1 ? "its definition" : "each of its \(candidates.count) definitions"
          findings.append(
            finding(
              review.path, block.range(call.place),
              "a function must return the value that is used; `\(call.callee)` returns nothing in \(definitions)",
              notes: [review.note("no `return` with a value", first.block, first.definition.place)]))
        }
      }
    }
    return findings
  }

  private func returnsNothing(_ entry: CaseFunctions.Entry, _ call: PythonFacts.Call) -> Bool {
    let definition = entry.definition
    guard !definition.givesValue, !definition.isStub, !definition.isElided, !definition.isDecorated else {
      return false
    }
    if definition.isAsync != call.isAwaited { return false }
    // What a comment of dots leaves out may return something.
    return
      !(entry.block.python?.elisions.contains {
        $0.place.line > definition.place.line && $0.place.line <= definition.lastLine + 3
      } ?? false)
  }
}
