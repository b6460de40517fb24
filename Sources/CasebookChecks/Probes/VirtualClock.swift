/// Time that passes when the scenario says so: events in order of time, no waiting, the same on every run.
///
/// ```swift
/// let clock = VirtualClock()
/// clock.after(.milliseconds(20)) { done.append(clock.now) }
/// clock.run()
/// ```
/// Events of one time happen in the order in which they were asked for. Not for use from several threads.
public final class VirtualClock {
  /// When an event is due; its action is kept apart, so that the heap moves plain values.
  private struct Due {
    var time: Duration
    var order: Int

    func precedes(_ other: Due) -> Bool { time == other.time ? order < other.order : time < other.time }
  }

  /// Time since the clock was made.
  public private(set) var now: Duration = .zero
  /// A heap: no event before its parent.
  private var events: [Due] = []
  private var actions: [Int: () -> Void] = [:]
  private var order = 0

  /// A clock at zero, without events.
  public init() {}

  /// Asks for an action after some time; a time in the past is now.
  public func after(_ delay: Duration, _ action: @escaping () -> Void) {
    events.append(Due(time: now + max(delay, .zero), order: order))
    actions[order] = action
    order += 1
    var child = events.count - 1
    while child > 0, events[child].precedes(events[(child - 1) / 2]) {
      events.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Asks for an action at each of some times since the clock was made, in their order; it is given their number, from 0.
  ///
  /// Only the next one waits in the clock, so that arrivals by the thousand cost what a few do.
  public func each(at times: [Duration], _ action: @escaping (Int) -> Void) {
    next(0, of: times.sorted(), action)
  }

  private func next(_ index: Int, of times: [Duration], _ action: @escaping (Int) -> Void) {
    guard index < times.count else { return }
    after(times[index] - now) {
      action(index)
      self.next(index + 1, of: times, action)
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
      actions.removeValue(forKey: first.order)?()
      count += 1
    }
    if let end, end > now { now = end }
    return count
  }

  private func removeFirst() {
    events.swapAt(0, events.count - 1)
    events.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < events.count && events[child].precedes(events[least])
      {
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
