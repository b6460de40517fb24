import CasebookChecks

/// A minute of 100 requests a second for one entry, in virtual time: it lives 10 s, and the origin makes it in 300 ms if it
/// has one call at a time, else in as many times that as it has calls.
struct StampedeLoad {
  private let shares: Bool
  private var random: SeededRandom
  private var times = Samples()
  private(set) var calls = 0
  private(set) var mostAtOnce = 0

  init(shares: Bool, random: SeededRandom) {
    self.shares = shares
    self.random = random
  }

  mutating func rounded(_ share: Double) -> Double { (times.percentile(share) * 10).rounded() / 10 }

  mutating func run() {
    let clock = VirtualClock()
    let site = Site(shares: shares, clock)
    clock.each(at: random.times(6_000, within: 60)) { _ in site.request() }
    clock.run()
    calls = site.calls
    mostAtOnce = site.mostAtOnce
    for time in site.times { times.add(time) }
  }

  private final class Site {
    private let shares: Bool
    private let clock: VirtualClock
    private var expires: Duration = .zero
    private var waiting: [Duration] = []
    private var running = 0
    private(set) var calls = 0
    private(set) var mostAtOnce = 0
    private(set) var times: [Double] = []

    init(shares: Bool, _ clock: VirtualClock) {
      self.shares = shares
      self.clock = clock
    }

    func request() {
      let start = clock.now
      if start < expires {
        times.append(1)
        return
      }
      if shares, running > 0 {
        waiting.append(start)
        return
      }
      calls += 1
      running += 1
      mostAtOnce = max(mostAtOnce, running)
      clock.after(.milliseconds(300 * running)) { self.landed(start) }
    }

    private func landed(_ start: Duration) {
      running -= 1
      expires = clock.now + .seconds(10)
      times.append((clock.now - start).inMilliseconds)
      times += waiting.map { (clock.now - $0).inMilliseconds }
      waiting = []
    }
  }
}
