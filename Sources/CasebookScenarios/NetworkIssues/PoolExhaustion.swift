import CasebookChecks

/// A pool of ten connections and 200 requests, of which every tenth fails: what is left in the pool?
let poolExhaustion = Check(
  "network/pool-exhaustion", case: "pool-exhaustion",
  variants: [
    .bug(covers: "pool-exhaustion.bug"),
    .fix(covers: "pool-exhaustion.fix"),
    .fix("larger-pool", expect: .refuted),
  ],
  claims: [
    Claim("after the errors the bug's pool is empty, the fix's full") {
      try $0.bug["left"] == 0 && $0.fix["left"] == $0.fix["size"]
    },
    Claim("the fix answers all requests but those that fail, the bug stops with its tenth error") {
      try $0.fix["answered"] == 180 && $0.fix["timeouts"] == 0 && $0.bug["answered"] == 90 && $0.bug["timeouts"] == 100
    },
    Claim("a connection that failed is not used again") {
      try $0.fix["used-after-failure"] == 0 && $0.fix["left"] > $0.bug["left"]
    },
  ]
) { run in
  let clock = VirtualClock()
  let pool = Pool(size: run.variant == "larger-pool" ? 15 : 10, clock)
  var answered = 0
  var errors = 0
  var timeouts = 0
  run.sample("left", x: 0, y: Double(pool.left), xLabel: "errors", yLabel: "connections left")
  for request in 1...200 {
    pool.acquire(within: .seconds(30)) { connection in
      guard let connection else {
        timeouts += 1
        return
      }
      do {
        try query(connection, fails: request % 10 == 0)
        answered += 1
        pool.release(connection)
      } catch {
        errors += 1
        // The bug leaves by the error's way out, past the release.
        if run.variant == "fix" { pool.release(connection) }
        run.sample("left", x: Double(errors), y: Double(pool.left), xLabel: "errors", yLabel: "connections left")
      }
    }
    clock.run()
  }
  run.record("size", pool.size, unit: "connections")
  run.record("left", pool.left, unit: "connections")
  run.record(
    "answered", answered, unit: "requests",
    beside: run.written(bug: "answered: 90 requests", fix: "answered: 180 requests"))
  run.record("errors", errors, unit: "requests")
  run.record("timeouts", timeouts, unit: "requests")
  run.record("waited", Int(clock.now.inMilliseconds / 1_000), unit: "s")
  run.record("used-after-failure", pool.usedAfterFailure, unit: "connections")
}

private struct QueryFailed: Error {}

private final class Connection {
  /// In the middle of an answer that nobody reads any more.
  var isBroken = false
}

private func query(_ connection: Connection, fails: Bool) throws {
  guard fails else { return }
  connection.isBroken = true
  throw QueryFailed()
}

/// Connections that are lent, one borrower each; who finds none waits.
private final class Pool {
  let size: Int
  private let clock: VirtualClock
  private var idle: [Connection]
  private var waiting: [(Connection?) -> Void] = []
  private(set) var usedAfterFailure = 0

  init(size: Int, _ clock: VirtualClock) {
    self.size = size
    self.clock = clock
    idle = (0..<size).map { _ in Connection() }
  }

  var left: Int { idle.count }

  /// Lends a connection now, or when one comes back, or `nil` when the time is over.
  func acquire(within limit: Duration, _ body: @escaping (Connection?) -> Void) {
    if let connection = idle.popLast() {
      if connection.isBroken { usedAfterFailure += 1 }
      body(connection)
      return
    }
    var isServed = false
    waiting.append { connection in
      isServed = true
      body(connection)
    }
    clock.after(limit) {
      guard !isServed else { return }
      self.waiting.removeFirst()
      body(nil)
    }
  }

  /// Takes a connection back; a broken one is closed, and a new one takes its place.
  func release(_ connection: Connection) {
    let usable = connection.isBroken ? Connection() : connection
    if waiting.isEmpty { idle.append(usable) } else { waiting.removeFirst()(usable) }
  }
}
