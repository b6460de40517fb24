import CasebookChecks
import Glibc
import Synchronization

/// One entry of a cache expires while many want it: how often is its value made?
let cacheStampede = Check(
  "latency/cache-stampede", case: "cache-stampede",
  variants: [
    .bug(covers: "cache-stampede.bug"),
    .fix(covers: "cache-stampede.fix"),
  ],
  claims: [
    Claim("32 threads that want one expired entry make the bug call its origin 32 times, the fix once") {
      try $0.bug["calls-by-32-threads"] == 32 && $0.fix["calls-by-32-threads"] == 1
    },
    Claim("all 32 threads of the fix get the value, made once, and so does the next one") {
      try $0.fix["answers"] == 32 && $0.fix["values"] == 1 && $0.fix["calls-afterwards"] == 0 && $0.bug["values"] > 1
    },
    Claim("a failure reaches all who wait, and the next one tries again") {
      try $0.fix["failures"] == 32 && $0.fix["calls-after-failure"] == 1 && $0.bug["calls-by-32-threads"] > 1
    },
    Claim("at 100 requests a second the bug's P99 is over ten times the fix's") {
      try $0.bug["P99"] > 10 * $0.fix["P99"]
    },
    Claim("at its worst the fix's origin has one call at a time") {
      try $0.fix["calls-at-once"] == 1 && $0.bug["calls-at-once"] > 20
    },
  ], limit: .seconds(60)
) { run in
  for threads in [1, 2, 4, 8, 16, 32] {
    let storm = try expire(threads, shares: !run.isBug, fails: false)
    run.sample(
      "calls", x: Double(threads), y: Double(storm.calls), xLabel: "threads that wait", yLabel: "calls of the origin")
    guard threads == 32 else { continue }
    run.record(
      "calls-by-32-threads", storm.calls, unit: "calls",
      beside: run.written(bug: "32 threads: 32 calls", fix: "32 threads: 1 call"))
    run.record("answers", storm.answers.count, unit: "answers")
    run.record("values", Set(storm.answers).count, unit: "values")
    run.record("calls-afterwards", storm.callsAfterwards, unit: "calls")
  }
  let failed = try expire(32, shares: !run.isBug, fails: true)
  run.record("failures", failed.failures, unit: "errors")
  run.record("calls-after-failure", failed.callsAfterwards, unit: "calls")

  var load = StampedeLoad(shares: !run.isBug, random: run.random())
  load.run()
  run.record("P50", load.rounded(50), unit: "ms")
  run.record("P99", load.rounded(99), unit: "ms")
  run.record("calls-at-once", load.mostAtOnce, unit: "calls")
  run.record("calls-in-a-minute", load.calls, unit: "calls")
}

private struct Expiry {
  var calls = 0
  var answers: [Int] = []
  var failures = 0
  var callsAfterwards = 0
}

private struct OriginFailure: Error {}

/// The cache of the document: a value, and with `shares` the flight that makes it.
private final class Cache: @unchecked Sendable {  // Safe: its state is read and written under the lock.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let landed: UnsafeMutablePointer<pthread_cond_t>
  private var value: Int?
  private var flight: Flight?
  private let shares: Bool

  private final class Flight {
    var result: Result<Int, any Error>?
  }

  init(shares: Bool) {
    self.shares = shares
    lock = .allocate(capacity: 1)
    landed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(landed, nil)
  }

  deinit {
    pthread_cond_destroy(landed)
    pthread_mutex_destroy(lock)
    landed.deallocate()
    lock.deallocate()
  }

  /// - Parameter joined: is told when the caller waits for another one's call.
  func get(joined: () -> Void, _ origin: () throws -> Int) throws -> Int {
    pthread_mutex_lock(lock)
    if let value {
      pthread_mutex_unlock(lock)
      return value
    }
    guard shares else {
      pthread_mutex_unlock(lock)
      let made = try origin()
      pthread_mutex_lock(lock)
      value = made
      pthread_mutex_unlock(lock)
      return made
    }
    if let flight {
      pthread_mutex_unlock(lock)
      joined()
      pthread_mutex_lock(lock)
      while flight.result == nil { pthread_cond_wait(landed, lock) }
      let result = flight.result
      pthread_mutex_unlock(lock)
      guard let result else { throw OriginFailure() }
      return try result.get()
    }
    let own = Flight()
    flight = own
    pthread_mutex_unlock(lock)
    let result = Result { try origin() }
    pthread_mutex_lock(lock)
    own.result = result
    value = try? result.get()
    flight = nil
    pthread_cond_broadcast(landed)
    pthread_mutex_unlock(lock)
    return try result.get()
  }
}

/// All threads have found the entry expired before the first call of the origin ends.
private func expire(_ threads: Int, shares: Bool, fails: Bool) throws -> Expiry {
  let cache = Cache(shares: shares)
  let calls = CallCounter()
  let gate = Gate()
  let storm = Mutex(Expiry())
  try Threads.run(
    threads,
    meanwhile: {
      gate.waitForArrivals(threads)
      gate.open()
    }
  ) { _ in
    do {
      let answer = try cache.get(joined: { gate.wait() }) {
        let number = calls.call()
        gate.wait()
        if fails { throw OriginFailure() }
        return number
      }
      storm.withLock { $0.answers.append(answer) }
    } catch { storm.withLock { $0.failures += 1 } }
  }
  var result = storm.withLock { $0 }
  result.calls = calls.count
  _ = try? cache.get(joined: {}) { calls.call() }
  result.callsAfterwards = calls.count - result.calls
  return result
}
