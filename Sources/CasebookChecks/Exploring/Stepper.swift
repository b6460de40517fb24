/// One of several actors that share a world: each step is atomic, and the explorer decides whose step comes next.
///
/// Steppers and worlds are values: the explorer copies them to try every order. `Script` is a stepper made of closures.
public protocol Stepper {
  associatedtype World
  /// The lane's title when a schedule is drawn.
  var name: String { get }
  /// Whether it has taken its last step.
  var isDone: Bool { get }
  /// Whether it can go on now; a lock that another one holds is a reason why not.
  func canStep(_ world: World) -> Bool
  /// Takes one step and says in words what it did.
  mutating func step(_ world: inout World) -> String
}

extension Stepper {
  /// Nothing stands in its way.
  public func canStep(_ world: World) -> Bool { true }
}

/// Where a script goes on after a step.
public enum Next: Sendable {
  case forward
  /// To a step, counted from 0: a retry, for example.
  case to(Int)
  case done
}

/// A stepper as a list of steps, with memory of its own.
///
/// ```swift
/// Script("A", Row()) {
///   Step("reads") { row, mine in mine = row }
///   Step("writes", when: { row, _ in !row.isLocked }) { row, mine in row.name = "new"; row.email = mine.email }
/// }
/// ```
public struct Script<World, Memory>: Stepper {
  /// The lane's title.
  public let name: String
  private var memory: Memory
  private let steps: [Step<World, Memory>]
  private var position = 0

  /// A script at its first step, with what it remembers before it.
  public init(_ name: String, _ memory: Memory, @ScriptBuilder<World, Memory> steps: () -> [Step<World, Memory>]) {
    self.name = name
    self.memory = memory
    self.steps = steps()
  }

  /// Whether no step is left.
  public var isDone: Bool { position >= steps.count }

  /// Whether the next step's condition holds.
  public func canStep(_ world: World) -> Bool { !isDone && steps[position].isReady(world, memory) }

  /// Takes the step at its position.
  public mutating func step(_ world: inout World) -> String {
    guard !isDone else { return "is done" }
    let step = steps[position]
    switch step.action(&world, &memory) {
    case .forward: position += 1
    case .to(let target): position = max(0, target)
    case .done: position = steps.count
    }
    return step.text
  }
}

/// One atomic step of a script.
public struct Step<World, Memory> {
  let text: String
  let isReady: (World, Memory) -> Bool
  let action: (inout World, inout Memory) -> Next

  /// A step after which the next one comes.
  public init(
    _ text: String, when isReady: @escaping (World, Memory) -> Bool = { _, _ in true },
    _ action: @escaping (inout World, inout Memory) -> Void
  ) {
    self.text = text
    self.isReady = isReady
    self.action = { world, memory in
      action(&world, &memory)
      return .forward
    }
  }

  /// A step that decides where to go on.
  public init(
    choosing text: String, when isReady: @escaping (World, Memory) -> Bool = { _, _ in true },
    _ action: @escaping (inout World, inout Memory) -> Next
  ) {
    self.text = text
    self.isReady = isReady
    self.action = action
  }
}

/// Lists steps one below the other.
@resultBuilder public enum ScriptBuilder<World, Memory> {
  /// One check, or several, as a list.
  public static func buildExpression(_ step: Step<World, Memory>) -> [Step<World, Memory>] { [step] }
  /// Several steps, as a list.
  public static func buildExpression(_ steps: [Step<World, Memory>]) -> [Step<World, Memory>] { steps }
  /// The lists of a loop's rounds.
  public static func buildArray(_ parts: [[Step<World, Memory>]]) -> [Step<World, Memory>] { parts.flatMap(\.self) }
  /// The lists of all lines, one after the other.
  public static func buildBlock(_ parts: [Step<World, Memory>]...) -> [Step<World, Memory>] { parts.flatMap(\.self) }
  /// Nothing where a condition does not hold.
  public static func buildOptional(_ part: [Step<World, Memory>]?) -> [Step<World, Memory>] { part ?? [] }
  /// One branch of a condition.
  public static func buildEither(first part: [Step<World, Memory>]) -> [Step<World, Memory>] { part }
  /// The other branch.
  public static func buildEither(second part: [Step<World, Memory>]) -> [Step<World, Memory>] { part }
}
