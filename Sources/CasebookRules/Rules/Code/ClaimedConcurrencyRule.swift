import CasebookModel
import CasebookSource

/// CB207: a test that is called concurrent and does one thing after the other.
struct ClaimedConcurrencyRule: CodeRule {
  private static let head = "# A\n\n**Problem**: lost updates\n\n### 1. Verification\n\n"

  let description = RuleDescription(
    207, "claimed-concurrency", .warning, basis: .heuristic,
    what: """
      A test of Python is called concurrent, parallel or simultaneous, and makes its calls in a plain loop: no thread, \
      process, task or pool stands in the block.
      """,
    why: """
      Calls that follow each other can't race. Such a test passes on the bug, and its name makes the reader believe that the \
      fix was proved.
      """,
    triggering: [
      RuleExample(
        "a loop",
        head
          + "```python\ndef test_⟦concurrent⟧_updates():\n    for i in range(100):\n        update(i)\n```\n")
    ],
    accepted: [
      RuleExample(
        "threads",
        head
          + "```python\ndef test_concurrent_updates():\n    threads = [Thread(target=update) for _ in range(9)]\n    for thread in threads:\n        thread.start()\n```\n"
      ),
      RuleExample(
        "a loop that claims nothing",
        head
          + "```python\ndef test_updates():\n    for i in range(100):\n        update(i)\n```\n"),
      RuleExample(
        "a helper whose name says that it does it",
        head
          + "```python\ndef test_parallel_updates():\n    for size in (1, 2):\n        run_in_parallel(update, size)\n```\n"
      ),
    ])

  private static let claims = ["concurrent", "parallel", "simultaneous"].map { Array($0.utf8) }

  /// Parts of words that tell of something that runs beside something else.
  private static let means = [
    "thread", "async", "await", "gather", "process", "pool", "executor", "submit", "spawn", "gevent", "greenlet",
    "fork",
    "celery", "delay(", "parallel", "concurren", "joblib", "dask", "nursery", "taskgroup", "task_group", "barrier",
    "popen", "simultaneous", "start()", "queue", "worker", "background", "subprocess", "hey ", "wrk", "locust", "xargs",
  ].map { Array($0.utf8) }

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for block in review.cases.joined() {
      for (number, function) in (block.python?.definitions ?? []).enumerated() {
        guard let found = check(function, number, block, review) else { continue }
        findings.append(found)
      }
    }
    return findings
  }

  private func check(
    _ function: PythonFacts.Definition, _ number: Int, _ block: CodeReview.Block, _ review: CodeReview
  ) -> Diagnostic? {
    guard block.role == .test || block.role == .repro || function.name.hasPrefix("test"), !function.isDecorated else {
      return nil
    }
    let name = Array(function.name.utf8)
    guard let claim = Self.claims.lazy.compactMap({ Self.place(of: $0, in: name[...]) }).first,
      let facts = block.python
    else { return nil }
    let calls = facts.calls.filter { $0.function == number && $0.isInLoop }
    guard !calls.isEmpty, let loop = facts.loops.first(where: { $0.function == number }) else { return nil }
    guard !Self.doesSomethingAtOnce(block, except: function.place.line) else { return nil }
    let start = function.place.columns.lowerBound
    let place = PythonFacts.Place(function.place.line, start + claim.lowerBound..<start + claim.upperBound)
    return finding(
      review.path, block.range(place),
      "a test that is called concurrent must run calls at once; `\(function.name)` makes one after the other",
      notes: [review.note("a plain loop", block, loop.place)])
  }

  /// Whether the code of a block, comments left out, names a means of concurrency.
  private static func doesSomethingAtOnce(_ block: CodeReview.Block, except skipped: Int) -> Bool {
    for (index, line) in block.lines.enumerated() where index + 1 != skipped {
      let code = line.prefix { $0 != UInt8(ascii: "#") }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      if means.contains(where: { place(of: $0, in: code[...]) != nil }) { return true }
    }
    return false
  }

  private static func place(of word: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let first = word.first, text.count >= word.count else { return nil }
    for index in text.indices.dropLast(word.count - 1)
    where text[index] == first && text[index...].starts(with: word) {
      return index - text.startIndex..<index - text.startIndex + word.count
    }
    return nil
  }
}
