import CasebookModel
import CasebookSource

/// CB205: a call that does not fit the definition in the case.
struct SignatureMismatchRule: CodeRule {
  private static let head = "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"

  let description = RuleDescription(
    205, "signature-mismatch", .warning,
    what: """
      A call gives a function of its own block, or of the bug and the fix, too few or too many arguments, or one that it does \
      not know. A test must fit every fix that the case shows; other code must fit one of the definitions.
      """,
    why: """
      The call raises a TypeError before it reaches the code that it is about. A test that fits only one of two fixes was \
      never run with the other.
      """,
    triggering: [
      RuleExample(
        "a test that forgets a parameter of the fix",
        head + "```python\ndef update(user, version):\n    user.version = version\n```\n\n### 2. Verification\n\n"
          + "```python\n⟦update⟧(user)\n```\n"),
      RuleExample(
        "an argument of no parameter", head + "```python\ndef load(path):\n    print(path)\n\n⟦load⟧(file=\"a\")\n```\n"
      ),
      RuleExample(
        "more than there is",
        head + "```python\nclass A:\n    def f(self):\n        ⟦self.g⟧(1)\n\n    def g(self):\n        print(1)\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "what fits, by position and by name",
        head
          + "```python\ndef load(path, *, mode=\"r\"):\n    print(path)\n\nload(\"a\")\nload(path=\"a\", mode=\"w\")\n```\n"
      ),
      RuleExample(
        "arguments that are unpacked", head + "```python\ndef load(path, mode):\n    print(path)\n\nload(*args)\n```\n"),
      RuleExample(
        "a decorated function", head + "```python\n@inject\ndef load(path, db):\n    print(path)\n\nload(\"a\")\n```\n"),
    ],
    abstained: [
      RuleExample(
        "arguments that are unpacked",
        head + "```python\ndef load(path, mode):\n    print(path)\n\n⟦load⟧(*args)\n```\n"),
      RuleExample(
        "a decorated function",
        head + "```python\n@inject\ndef load(path, db):\n    print(path)\n\n⟦load⟧(\"a\")\n```\n"),
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for blocks in review.cases {
      let functions = CaseFunctions(blocks)
      for (index, block) in blocks.enumerated() {
        for call in block.python?.calls ?? [] where !call.isSpread {
          if let found = check(call, block, functions.candidates(for: call, inBlock: index), index, review) {
            findings.append(found)
          }
        }
      }
    }
    return findings
  }

  func abstentions(_ review: CodeReview) -> [Abstention] {
    review.cases.flatMap { blocks -> [Abstention] in
      let functions = CaseFunctions(blocks)
      return blocks.enumerated().flatMap { index, block in
        (block.python?.calls ?? []).compactMap { call -> Abstention? in
          let candidates = functions.candidates(for: call, inBlock: index)
          guard !candidates.isEmpty else { return nil }
          let why: String
          if call.isSpread {
            why = "nobody knows how many arguments are unpacked here"
          } else if candidates.contains(where: \.definition.isDecorated) {
            why = "a decorator may change what `\(call.callee)` takes"
          } else {
            return nil
          }
          return abstention(
            review.path, block.range(call.place), "\(why); the call is not compared with its definition")
        }
      }
    }
  }

  private func check(
    _ call: PythonFacts.Call, _ block: CodeReview.Block, _ candidates: [CaseFunctions.Entry], _ index: Int,
    _ review: CodeReview
  ) -> Diagnostic? {
    guard !candidates.isEmpty, !candidates.contains(where: \.definition.isDecorated) else { return nil }
    let isOwn = candidates.contains { $0.index == index }
    // A name like `main` may be another function in each block; only the code that the case is about is meant for sure.
    guard isOwn || candidates.allSatisfy({ $0.block.role == .bug || $0.block.role == .fix }) else { return nil }
    let misfits = candidates.map { misfit(call, $0.definition) }
    let fixes = candidates.indices.filter { candidates[$0].block.role == .fix }
    let culprit: Int?
    if block.role == .test, !isOwn, !fixes.isEmpty {
      culprit = fixes.first { misfits[$0] != nil }
    } else {
      culprit = misfits.allSatisfy { $0 != nil } ? misfits.indices.last : nil
    }
    guard let culprit, let misfit = misfits[culprit] else { return nil }
    let entry = candidates[culprit]
    let step = entry.index == index ? "" : entry.block.exhibit.step.map { " in \(Words.quoted($0))" } ?? ""
    var place = entry.definition.place
    if case .missing(let names) = misfit, let first = names.first, let parameter = entry.definition.parameters[first] {
      place = parameter
    }
    return finding(
      review.path, block.range(call.place),
      "a call must fit the definition it is for; `\(call.callee)`\(step) \(Self.words(misfit))",
      notes: [review.note("defined here", entry.block, place)])
  }

  private func misfit(_ call: PythonFacts.Call, _ definition: PythonFacts.Definition) -> PythonSignature.Misfit? {
    definition.signature.misfit(
      positions: call.positional, keywords: call.keywords, isMethod: definition.owner != nil)
  }

  private static func words(_ misfit: PythonSignature.Misfit) -> String {
    switch misfit {
    case .missing(let names): "also wants \(Words.list(names.prefix(3).map { "`\($0)`" }))"
    case .tooMany(let given, let taken): "takes \(taken) by position, found \(given)"
    case .unknown(let name): "has no parameter `\(name)`"
    case .twice(let name): "is given `\(name)` twice"
    }
  }
}
