import Synchronization

/// Counts the objects that hold one of its tokens: how many are alive, how many there ever were.
///
/// ```swift
/// final class Session { let life: LiveCounter.Token; init(_ counter: LiveCounter) { life = counter.token() } }
/// ```
/// Reference counting frees an object at a known point, so that the count after a scenario is exact.
public final class LiveCounter: Sendable {
  private let alive = Atomic<Int>(0)
  private let made = Atomic<Int>(0)

  /// Counts from 0.
  public init() {}

  /// Objects alive now.
  public var live: Int { alive.load(ordering: .sequentiallyConsistent) }
  /// Objects made since the counter was.
  public var total: Int { made.load(ordering: .sequentiallyConsistent) }

  /// A token for an object to keep as long as it lives.
  public func token() -> Token {
    alive.add(1, ordering: .sequentiallyConsistent)
    made.add(1, ordering: .sequentiallyConsistent)
    return Token(self)
  }

  /// Held by a counted object, and by nothing else.
  public final class Token: Sendable {
    private let counter: LiveCounter

    init(_ counter: LiveCounter) { self.counter = counter }
    deinit { counter.alive.subtract(1, ordering: .sequentiallyConsistent) }
  }
}

/// Counts calls from any thread.
public final class CallCounter: Sendable {
  private let calls = Atomic<Int>(0)

  /// Counts from 0.
  public init() {}

  /// Calls so far.
  public var count: Int { calls.load(ordering: .sequentiallyConsistent) }
  /// Counts one call, and tells which it was, from 1.
  @discardableResult public func call() -> Int { calls.add(1, ordering: .sequentiallyConsistent).newValue }
}
