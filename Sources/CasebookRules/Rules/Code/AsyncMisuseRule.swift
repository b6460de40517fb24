import CasebookModel
import CasebookSource

/// CB206: a task that can't start, or that nobody keeps.
struct AsyncMisuseRule: CodeRule {
  private static let head = "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n"

  let description = RuleDescription(
    206, "async-misuse", .warning,
    what: """
      `asyncio.create_task` is called in a plain function of a case that shows no running loop, is given what is no \
      coroutine, or its task is not kept.
      """,
    why: """
      Without a running loop it raises RuntimeError, with anything but a coroutine TypeError. A task that nobody holds may be \
      collected half done, its error is only logged, and a crash loses it; work that must not be lost belongs into a queue or \
      an outbox.
      """,
    triggering: [
      RuleExample(
        "a plain function",
        head
          + "```python\nimport asyncio\n\ndef create(user):\n    task = ⟦asyncio.create_task⟧(send(user))\n    return task\n```\n"
      ),
      RuleExample(
        "a task that is dropped",
        head
          + "```python\nimport asyncio\n\nasync def create(user):\n    ⟦asyncio.create_task⟧(send(user))\n```\n"),
      RuleExample(
        "no coroutine",
        head
          + "```python\nimport asyncio\n\ndef send(user):\n    print(user)\n\nasync def create(user):\n    task = ⟦asyncio.create_task⟧(send(user))\n    await task\n```\n"
      ),
    ],
    accepted: [
      RuleExample(
        "a coroutine's task that is awaited",
        head
          + "```python\nimport asyncio\n\nasync def send(user):\n    print(user)\n\nasync def create(user):\n    task = asyncio.create_task(send(user))\n    await task\n```\n"
      ),
      RuleExample(
        "a group keeps its tasks",
        head
          + "```python\nimport asyncio\n\nasync def create(user):\n    async with asyncio.TaskGroup() as tg:\n        tg.create_task(send(user))\n```\n"
      ),
    ])

  private static let starters: Set<String> = ["asyncio.create_task", "asyncio.ensure_future"]

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for blocks in review.cases {
      guard blocks.contains(where: { $0.python?.calls.contains { Self.starters.contains($0.callee) } ?? false }) else {
        continue
      }
      let functions = CaseFunctions(blocks)
      let hasLoop = blocks.contains { block in
        block.python?.definitions.contains(where: \.isAsync) ?? false
          || block.python?.calls.contains { $0.isAwaited || $0.callee == "asyncio.run" } ?? false
      }
      for (index, block) in blocks.enumerated() {
        for call in block.python?.calls ?? [] where Self.starters.contains(call.callee) {
          if let found = check(call, index, blocks, functions, hasLoop, review) { findings.append(found) }
        }
      }
    }
    return findings
  }

  private func check(
    _ call: PythonFacts.Call, _ index: Int, _ blocks: [CodeReview.Block], _ functions: CaseFunctions, _ hasLoop: Bool,
    _ review: CodeReview
  ) -> Diagnostic? {
    let block = blocks[index]
    var founds: [String] = []
    var notes: [Diagnostic.Note] = []
    let function = call.function.flatMap { number in
      block.python.flatMap { $0.definitions.indices.contains(number) ? $0.definitions[number] : nil }
    }
    if !hasLoop, !(function?.isAsync ?? false) {
      founds.append(function.map { "`\($0.name)` is a plain function" } ?? "the module is no coroutine")
      if let function { notes.append(review.note("no `async def`", block, function.place)) }
    }
    if let callee = call.firstCallee, let plain = plain(callee, index, blocks, functions) {
      founds.append("`\(callee)` \(plain.why)")
      notes.append(review.note(plain.note, plain.block, plain.place))
    }
    if call.use == .dropped, !call.isAwaited {
      founds.append("nothing holds this one")
    }
    guard !founds.isEmpty else { return nil }
    return finding(
      review.path, block.range(call.place),
      "a task needs a running loop, a coroutine, and somebody who keeps it; \(Words.list(founds))", notes: notes)
  }

  private struct Plain {
    var why: String
    var note: String
    var block: CodeReview.Block
    var place: PythonFacts.Place
  }

  /// Why a callee gives no coroutine: the case defines it so, or calls it like a plain function elsewhere.
  private func plain(
    _ callee: String, _ index: Int, _ blocks: [CodeReview.Block], _ functions: CaseFunctions
  ) -> Plain? {
    let defined = functions.functions(named: callee)
    if let first = defined.first {
      guard defined.allSatisfy({ !$0.definition.isAsync && !$0.definition.isDecorated && !$0.definition.givesValue })
      else { return nil }
      return Plain(
        why: "is a plain function", note: "no `async def`", block: first.block, place: first.definition.place)
    }
    guard !callee.hasPrefix("?") else { return nil }
    for (other, block) in blocks.enumerated() where other != index {
      guard let facts = block.python else { continue }
      for call in facts.calls where call.callee == callee && call.use == .dropped && !call.isAwaited {
        return Plain(
          why: "is called like a plain function elsewhere", note: "called without `await` here", block: block,
          place: call.place)
      }
    }
    return nil
  }
}
