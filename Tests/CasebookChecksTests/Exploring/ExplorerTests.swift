import Testing

@testable import CasebookChecks

/// Who stepped, in order.
private struct Log: CustomStringConvertible {
  var text = ""
  var holder: [String?] = [nil, nil]
  var description: String { text }
}

private func script(_ name: String, steps: Int) -> Script<Log, Void> {
  Script(name, ()) {
    for _ in 0..<steps { Step("step") { log, _ in log.text += name } }
  }
}

private func locks(_ name: String, _ order: [Int]) -> Script<Log, Void> {
  Script(name, ()) {
    for lock in order {
      Step("locks \(lock)", when: { log, _ in log.holder[lock] == nil }) { log, _ in log.holder[lock] = name }
    }
    Step("unlocks") { log, _ in log.holder = log.holder.map { $0 == name ? nil : $0 } }
  }
}

@Suite("The explorer tries every order") struct ExplorerTests {
  private func explore<S: Stepper>(
    _ world: S.World, _ steppers: [S], orders: Int = 1_000_000, steps: Int = 10_000,
    bad: (S.World) -> Bool = { _ in false }
  ) -> Exploration {
    Explorer.explore(world, steppers, orders: orders, steps: steps, bad: bad, outcome: { _ in "bad" })
  }

  @Test(
    "(sum of steps)! / product of (steps!)",
    arguments: [
      ([2, 2], 6), ([1, 1], 2), ([3, 3], 20), ([2, 2, 2], 90), ([1, 1, 1, 1], 24), ([4, 4], 70), ([5], 1), ([], 1),
      ([0, 2], 1), ([5, 5], 252),
    ])
  func counts(_ steps: [Int], _ expected: Int) {
    let scripts = steps.enumerated().map { script(["a", "b", "c", "d"][$0.offset % 4], steps: $0.element) }
    let all = explore(Log(), scripts)
    #expect(all.total == expected)
    #expect(all.bad == 0 && all.deadlocks == 0 && all.witness == nil && all.isComplete)
  }

  @Test("each order once, the first stepper first") func orders() {
    var seen: [String] = []
    _ = explore(
      Log(), [script("a", steps: 2), script("b", steps: 2)],
      bad: { log in
        seen.append(log.text)
        return false
      })
    #expect(seen == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
  }

  @Test("the first bad order is kept, step by step") func witness() throws {
    let all = explore(Log(), [script("a", steps: 2), script("b", steps: 2)], bad: { $0.text.hasPrefix("ab") })
    #expect(all.bad == 2)
    let witness = try #require(all.witness)
    #expect(witness.lanes == ["a", "b"])
    #expect(witness.events.map(\.lane) == [0, 1, 0, 1])
    #expect(witness.events.map(\.state) == ["a", "ab", "aba", "abab"])
    #expect(witness.outcome == "bad")
  }

  @Test("nobody can go on") func deadlock() throws {
    let bad = explore(Log(), [locks("p", [0, 1]), locks("q", [1, 0])])
    #expect(bad.total == 4 && bad.deadlocks == 2 && bad.bad == 2)
    #expect(try #require(bad.witness).outcome == "nobody can go on")
    let good = explore(Log(), [locks("p", [0, 1]), locks("q", [0, 1])])
    #expect(good.total == 2 && good.deadlocks == 0 && good.bad == 0)
    let alone = explore(Log(), [locks("p", [0, 0])])
    #expect(alone.deadlocks == 1)
  }

  @Test("the first state in which nobody can go on is shown, once") func deadlocked() {
    var seen: [[String?]] = []
    _ = Explorer.explore(
      Log(), [locks("p", [0, 1]), locks("q", [1, 0])], bad: { _ in false }, outcome: { _ in "" },
      deadlocked: { seen.append($0.holder) })
    #expect(seen == [["p", "q"]])
  }

  @Test("too many orders end the search, and it says so") func orderLimit() {
    let all = explore(Log(), [script("a", steps: 9), script("b", steps: 9)], orders: 100)
    #expect(all.total == 100)
    #expect(!all.isComplete)
  }

  @Test("an order without an end is bad, and the search is not complete") func stepLimit() throws {
    let endless = Script<Log, Void>("e", ()) { Step(choosing: "again") { _, _ in .to(0) } }
    let all = explore(Log(), [endless], steps: 50)
    #expect(all.total == 1 && all.bad == 1 && !all.isComplete)
    #expect(try #require(all.witness).outcome == "no end")
  }

  @Test("steps choose where to go on") func choosing() {
    let early = Script<Log, Int>("e", 0) {
      Step(choosing: "reads") { log, _ in log.text.isEmpty ? .forward : .done }
      Step("writes") { log, _ in log.text += "w" }
    }
    var ends: [String] = []
    let all = explore(
      Log(), [early, early],
      bad: { log in
        ends.append(log.text)
        return false
      })
    #expect(all.total == 6)
    #expect(Set(ends) == ["w", "ww"])
  }

  @Test("a depth of thousands of steps needs no stack") func deep() {
    #expect(explore(Log(), [script("a", steps: 9_000)]).total == 1)
  }

  @Test("what is explored is exhaustive, and its witness is kept") func context() async {
    let check = Check("a/b", case: "c", variants: [.bug(), .fix()], claims: []) { run in
      let all = run.explore(
        Log(), [script("a", steps: 2), script("b", steps: 2)], bad: { run.isBug && $0.text == "abab" })
      run.record("bad", all.bad)
    }
    let bug = await ChildRun.measure(check, check.variants[0], directory: "/")
    #expect(bug.isExhaustive && bug.witness?.events.count == 4 && bug.witness?.outcome == "abab")
    let fix = await ChildRun.measure(check, check.variants[1], directory: "/")
    #expect(fix.isExhaustive && fix.witness == nil)
  }
}
