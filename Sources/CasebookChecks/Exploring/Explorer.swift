/// What trying every order of some steppers gave.
public struct Exploration: Hashable, Sendable {
  /// Orders that were run to their end.
  public internal(set) var total = 0
  /// Orders that ended badly, deadlocks among them.
  public internal(set) var bad = 0
  /// Orders in which nobody could go on though somebody was not done.
  public internal(set) var deadlocks = 0
  /// The first bad order, replayable step by step.
  public internal(set) var witness: Witness?
  /// Whether every order was tried; not so when the limit was met.
  public internal(set) var isComplete = true
}

/// Tries every order of the steps of some steppers, depth first, with the first stepper first.
///
/// ```
/// two steppers of two steps each → 4! / (2! · 2!) = 6 orders
/// ```
/// The search is a loop over copies of world and steppers, so that no depth of a schedule exhausts the stack.
enum Explorer {
  /// Orders after which a search gives up, and steps after which an order counts as endless.
  static let maximumOrders = 1_000_000
  static let maximumSteps = 10_000

  private struct Node<S: Stepper> {
    var world: S.World
    var steppers: [S]
    var events: [Witness.Event]
  }

  static func explore<S: Stepper>(
    _ world: S.World, _ steppers: [S], orders: Int = maximumOrders, steps: Int = maximumSteps, bad: (S.World) -> Bool,
    outcome: (S.World) -> String, deadlocked: (S.World) -> Void = { _ in }
  ) -> Exploration {
    var result = Exploration()
    var open = [Node(world: world, steppers: steppers, events: [])]
    while let node = open.popLast() {
      guard result.total < orders else {
        result.isComplete = false
        break
      }
      let ready = node.steppers.indices.filter { !node.steppers[$0].isDone && node.steppers[$0].canStep(node.world) }
      if ready.isEmpty || node.events.count >= steps {
        let isFinished = node.steppers.allSatisfy(\.isDone)
        result.total += 1
        if !isFinished, ready.isEmpty {
          if result.deadlocks == 0 { deadlocked(node.world) }
          result.deadlocks += 1
        }
        if !ready.isEmpty { result.isComplete = false }
        guard !isFinished || bad(node.world) else { continue }
        result.bad += 1
        if result.witness == nil {
          let end = isFinished ? outcome(node.world) : ready.isEmpty ? "nobody can go on" : "no end"
          result.witness = Witness(lanes: steppers.map(\.name), events: node.events, outcome: end)
        }
        continue
      }
      for index in ready.reversed() {
        var next = node
        let text = next.steppers[index].step(&next.world)
        next.events.append(.init(lane: index, text: text, state: describe(next.world)))
        open.append(next)
      }
    }
    return result
  }

  /// A world's own description; reflections say too much to be drawn.
  static func describe<World>(_ world: World) -> String? { (world as? any CustomStringConvertible)?.description }
}

extension CheckContext {
  /// Tries every order of the steps of some steppers, and keeps the first bad one to be drawn.
  ///
  /// An order is bad if its last world is, or if nobody can go on. A world that is `CustomStringConvertible` is shown after
  /// each step. What comes of it is exact, and a check that only counts such orders is exhaustive.
  ///
  /// - Parameters:
  ///   - world: the shared state before the first step.
  ///   - steppers: the actors; lanes of the drawing in this order.
  ///   - bad: whether a last state shows the defect.
  ///   - outcome: the last state in words, where the world's own description would not do.
  ///   - deadlocked: given the first state in which nobody can go on, to draw who waits for whom.
  public func explore<S: Stepper>(
    _ world: S.World, _ steppers: [S], bad: (S.World) -> Bool,
    outcome: ((S.World) -> String)? = nil, deadlocked: (S.World) -> Void = { _ in }
  ) -> Exploration {
    let result = Explorer.explore(
      world, steppers, bad: bad, outcome: outcome ?? { Explorer.describe($0) ?? "the defect shows" },
      deadlocked: deadlocked)
    record.change { evidence in
      evidence.isExhaustive = result.isComplete
      if evidence.witness == nil { evidence.witness = result.witness }
    }
    return result
  }
}
