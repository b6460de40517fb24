import CasebookModel
import CasebookSource

/// CB212: a test whose random values nobody can repeat.
struct UnseededRandomnessRule: CodeRule {
  private static let head = "# A\n\n**Problem**: lost updates\n\n### 1. Verification\n\n"

  let description = RuleDescription(
    212, "unseeded-randomness", .info, basis: .heuristic,
    what: "A test or a reproduction in Python takes random values, and nothing in the case sets the seed.",
    why: """
      A run that fails can't be repeated, so nobody knows whether the next one passes by the fix or by chance. A seed, or \
      values that are counted up, make it the same every time.
      """,
    triggering: [
      RuleExample(
        "the module's own functions", head + "```python\nimport random\n\nvalue = ⟦random.choice⟧(names)\n```\n"),
      RuleExample("a helper that says so", head + "```python\nupdate(user, ⟦random_name⟧())\n```\n"),
    ],
    accepted: [
      RuleExample(
        "a seed", head + "```python\nimport random\n\nrandom.seed(7)\nvalue = random.choice(names)\n```\n"),
      RuleExample(
        "a generator of its own", head + "```python\nimport random\n\nvalue = random.Random(7).choice(names)\n```\n"),
      RuleExample(
        "random values in the fix",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"
          + "```python\nimport random\n\ndelay = random.uniform(0, 1)\n```\n"),
    ])

  private static let functions: Set<String> = [
    "random", "randint", "choice", "choices", "shuffle", "sample", "uniform", "randrange", "gauss", "rand", "randn",
    "normal", "expovariate", "normalvariate", "permutation",
  ]

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for blocks in review.cases {
      let calls = blocks.flatMap { $0.python?.calls ?? [] }
      guard !calls.contains(where: { Self.isSeed($0.callee) }) else { continue }
      let functions = CaseFunctions(blocks)
      var told: Set<String> = []
      for block in blocks where block.role == .test || block.role == .repro {
        for call in block.python?.calls ?? [] where Self.isRandom(call.callee) && !functions.names.contains(call.callee)
        {
          guard told.insert(call.callee).inserted else { continue }
          findings.append(
            finding(
              review.path, block.range(call.place),
              "random values of a test must come from a seed; `\(call.callee)` gives others at each run"))
        }
      }
    }
    return findings
  }

  private static func isSeed(_ callee: String) -> Bool {
    let last = callee.split(separator: ".").last.map(String.init) ?? callee
    return last.hasSuffix("seed") || last == "Random" || last == "default_rng" || last == "RandomState"
  }

  private static func isRandom(_ callee: String) -> Bool {
    let parts = callee.split(separator: ".").map(String.init)
    guard let last = parts.last else { return false }
    if parts.count == 1 { return last.hasPrefix("random_") || last.hasPrefix("rand_") }
    return parts[parts.count - 2] == "random" && functions.contains(last)
  }
}
