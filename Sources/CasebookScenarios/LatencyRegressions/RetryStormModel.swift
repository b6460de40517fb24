import CasebookChecks

/// A minute in virtual time: 120 new requests a second, a service that does 200 a second, one after the other, and does
/// nothing from second 10 to 15. A client gives up waiting after a second; the service does the work all the same.
struct Storm {
  static let outage: Range<Duration> = .seconds(10) ..< .seconds(15)
  private static let end = 60

  private let design: RetryDesign
  private var random: SeededRandom
  private(set) var sentBySecond = Array(repeating: 0, count: Storm.end)
  private(set) var succeededBySecond = Array(repeating: 0, count: Storm.end)

  init(_ design: RetryDesign, _ random: SeededRandom) {
    self.design = design
    self.random = random
  }

  var sent: Int { sentBySecond.reduce(0, +) }
  var succeeded: Int { succeededBySecond.reduce(0, +) }
  var sentPerSuccess: Double { Double(sent) / Double(max(succeeded, 1)) }

  /// Seconds from the end of the outage until nine in ten of a second's new requests succeed again; 45 if never.
  var recoveredAfter: Int {
    let first = succeededBySecond.indices.dropFirst(15).first { succeededBySecond[$0] >= 108 }
    return (first ?? Self.end) - 15
  }

  mutating func run() {
    let clock = VirtualClock()
    let world = World(design, clock, random)
    clock.each(at: random.times(120 * Self.end, within: Double(Self.end))) { world.send(attempt: 0, $0) }
    clock.run(until: .seconds(Self.end))
    sentBySecond = world.sent
    succeededBySecond = world.succeeded
  }

  private final class World {
    private struct Call {
      var number: Int
      var attempt: Int
      var since: Duration
    }

    private let design: RetryDesign
    private let clock: VirtualClock
    private var random: SeededRandom
    private var queue: [Call] = []
    private var head = 0
    private var isBusy = false
    /// Retries that may be sent: grows by a tenth with each success, and holds fifty at most.
    private var budget = 50.0
    private(set) var sent = Array(repeating: 0, count: Storm.end)
    private(set) var succeeded = Array(repeating: 0, count: Storm.end)
    private var answered: Set<Int> = []

    init(_ design: RetryDesign, _ clock: VirtualClock, _ random: SeededRandom) {
      self.design = design
      self.clock = clock
      self.random = random
    }

    func send(attempt: Int, _ number: Int) {
      count(&sent)
      let call = Call(number: number, attempt: attempt, since: clock.now)
      queue.append(call)
      if !isBusy { serve() }
      clock.after(.seconds(1)) { if !self.answered.contains(number) { self.failed(call) } }
    }

    /// Takes the oldest call, whether or not somebody still waits for it: a service can't tell.
    private func serve() {
      guard head < queue.count else {
        isBusy = false
        return
      }
      isBusy = true
      let call = queue[head]
      head += 1
      let isDown = Storm.outage.contains(clock.now)
      let wait: Duration = isDown ? Storm.outage.upperBound - clock.now : .milliseconds(5)
      clock.after(wait) {
        if !isDown, self.clock.now - call.since < .seconds(1), self.answered.insert(call.number).inserted {
          self.count(&self.succeeded)
          self.budget = min(self.budget + 0.1, 50)
        }
        self.serve()
      }
    }

    private func failed(_ call: Call) {
      guard call.attempt < 5 else { return }
      let again = call.attempt + 1
      switch design {
      case .atOnce: send(attempt: again, call.number)
      case .backOff: clock.after(backOff(again)) { self.send(attempt: again, call.number) }
      case .budget:
        guard budget >= 1 else { return }
        budget -= 1
        clock.after(backOff(again)) { self.send(attempt: again, call.number) }
      }
    }

    /// Full jitter: anything up to 100 ms, doubled with each attempt.
    private func backOff(_ attempt: Int) -> Duration {
      .nanoseconds(Int64(random.uniform(0...Double(100 << attempt)) * 1e6))
    }

    private func count(_ seconds: inout [Int]) {
      let second = Int(clock.now.inMilliseconds / 1_000)
      if seconds.indices.contains(second) { seconds[second] += 1 }
    }
  }
}
