/// Time that passes when the scenario says so: events in order of time, no waiting, the same on every run.
///
/// ```swift
/// let clock = VirtualClock()
/// clock.after(.milliseconds(20)) { done.append(clock.now) }
/// clock.run()
/// ```
/// Events of one time happen in the order in which they were asked for. Not for use from several threads.
public final class VirtualClock {
  private struct Event {
    var time: Duration
    var order: Int
    var action: () -> Void
  }

  /// Time since the clock was made.
  public private(set) var now: Duration = .zero
  /// A heap: no event before its parent.
  private var events: [Event] = []
  private var order = 0

  /// A clock at zero, without events.
  public init() {}

  /// Asks for an action after some time; a time in the past is now.
  public func after(_ delay: Duration, _ action: @escaping () -> Void) {
    events.append(Event(time: now + max(delay, .zero), order: order, action: action))
    order += 1
    var child = events.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      events.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Lets all events happen, those that they ask for included, until none is left or a time is reached.
  ///
  /// - Returns: the number of events.
  @discardableResult public func run(until end: Duration? = nil) -> Int {
    var count = 0
    while let first = events.first {
      if let end, first.time > end { break }
      removeFirst()
      now = first.time
      first.action()
      count += 1
    }
    if let end, end > now { now = end }
    return count
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    (events[a].time, events[a].order) < (events[b].time, events[b].order)
  }

  private func removeFirst() {
    events.swapAt(0, events.count - 1)
    events.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < events.count && precedes(child, least) {
        least = child
      }
      guard least != parent else { return }
      events.swapAt(parent, least)
      parent = least
    }
  }
}

extension Duration {
  /// Milliseconds, with their fraction.
  public var inMilliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1_000 + Double(attoseconds) / 1e15
  }
}
