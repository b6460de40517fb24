import CasebookChecks
import Synchronization

/// A cache that keeps what it has ever held, against one with a limit; the original's limit lacks three guarantees.
let unboundedCache = Check(
  "memory/unbounded-cache", case: "unbounded-cache",
  variants: [
    .bug(covers: "unbounded-cache.bug", "memory-leak-detection.bug"),
    .fix(covers: "unbounded-cache.fix"),
    .fix("as-printed", covers: "memory-leak-detection.fix", expect: .refuted),
  ],
  claims: [
    Claim("the bug keeps every value, the fix never more than its limit") {
      try $0.bug["live-after-20000"] == 20_000 && $0.fix["live-at-most"] <= 1_000
    },
    Claim("twice the keys leave the same number of values") {
      try $0.fix["live-after-20000"] == $0.fix["live-after-10000"] && $0.bug["live-after-10000"] == 10_000
    },
    Claim("a factory that fails evicts nothing, where the bug has no limit to keep") {
      try $0.fix["lost-by-failing-factory"] == 0 && $0.bug["live-after-20000"] > 1_000
    },
    Claim("eight threads that want one key make its value once, and the limit holds among eight keys") {
      try $0.fix["values-made-for-one-key"] == 1 && $0.fix["held-of-limit-4"] <= 4 && $0.bug["held-of-limit-4"] == 8
    },
    Claim("a limit of 0 is refused") { try $0.fix["zero-limit-refused"] == 1 && $0.bug["zero-limit-refused"] == 0 },
  ]
) { run in
  let alive = LiveCounter()
  let cache = ProfileCache(CachePolicy(run.variant), limit: 1_000)
  var most = 0
  for key in 1...20_000 {
    _ = try cache.getOrCreate(key) { Profile(alive) }
    most = max(most, alive.live)
    guard key % 5_000 == 0 else { continue }
    run.record("live-after-\(key)", alive.live, unit: "values")
    run.sample("live values", x: Double(key), y: Double(alive.live), xLabel: "keys", yLabel: "values alive")
  }
  run.record("live-at-most", most, unit: "values")

  let before = alive.live
  _ = try? cache.getOrCreate(-1) { throw FactoryFailure() }
  run.record("lost-by-failing-factory", before - alive.live, unit: "values")
  run.record("values-made-for-one-key", try valuesMadeForOneKey(CachePolicy(run.variant)), unit: "values")
  run.record("held-of-limit-4", try heldOfLimitFour(CachePolicy(run.variant)), unit: "entries")
  let refused = CachePolicy(run.variant) == .unbounded ? false : ProfileCache.refusesZero(CachePolicy(run.variant))
  run.record("zero-limit-refused", refused ? 1 : 0)
}

private struct FactoryFailure: Error {}

private final class Profile: Sendable {
  private let life: LiveCounter.Token
  init(_ counter: LiveCounter) { life = counter.token() }
}

/// The three caches of the documents.
private enum CachePolicy {
  case unbounded, bounded
  /// As the original prints it: evicts first, and holds no lock.
  case evictsFirst

  init(_ variant: String) {
    switch variant {
    case "bug": self = .unbounded
    case "as-printed": self = .evictsFirst
    default: self = .bounded
    }
  }
}

/// The cache as the documents print it, line by line; what a thread does without a lock is split where another may come in.
private final class ProfileCache: Sendable {
  private struct Entries {
    var values: [Int: Profile] = [:]
    /// Keys, the least recently used first; those before `first` are gone.
    var order: [Int] = []
    var first = 0

    mutating func store(_ key: Int, _ value: Profile) {
      values[key] = value
      order.append(key)
    }

    mutating func evictOldest() {
      guard first < order.count else { return }
      values[order[first]] = nil
      first += 1
    }
  }

  private let entries = Mutex(Entries())
  private let policy: CachePolicy
  private let limit: Int

  init(_ policy: CachePolicy, limit: Int) {
    self.policy = policy
    self.limit = limit
  }

  var count: Int { entries.withLock { $0.values.count } }

  /// Whether a cache without room is refused when it is made, and not when it is used.
  static func refusesZero(_ policy: CachePolicy) -> Bool { policy == .bounded }

  /// - Parameter pause: where an unlocked cache lets other threads in, between its test and its store.
  func getOrCreate(_ key: Int, pause: () -> Void = {}, _ factory: () throws -> Profile) throws -> Profile {
    switch policy {
    case .unbounded:
      if let known = entries.withLock({ $0.values[key] }) { return known }
      pause()
      let value = try factory()
      entries.withLock { $0.store(key, value) }
      return value
    case .evictsFirst:
      if let known = entries.withLock({ $0.values[key] }) { return known }
      if count >= limit { entries.withLock { $0.evictOldest() } }
      pause()
      let value = try factory()
      entries.withLock { $0.store(key, value) }
      return value
    case .bounded:
      return try entries.withLock { entries in
        if let known = entries.values[key] { return known }
        let value = try factory()
        entries.store(key, value)
        if entries.values.count > limit { entries.evictOldest() }
        return value
      }
    }
  }
}

/// Eight threads ask for one key; where there is no lock, all of them have tested before any of them stores.
private func valuesMadeForOneKey(_ policy: CachePolicy) throws -> Int {
  let cache = ProfileCache(policy, limit: 4)
  let alive = LiveCounter()
  try race(cache, policy, key: { _ in 1 }) { Profile(alive) }
  return alive.total
}

/// Eight threads ask for eight keys of a cache of four.
private func heldOfLimitFour(_ policy: CachePolicy) throws -> Int {
  let cache = ProfileCache(policy, limit: 4)
  let alive = LiveCounter()
  try race(cache, policy, key: { $0 }) { Profile(alive) }
  return cache.count
}

private func race(
  _ cache: ProfileCache, _ policy: CachePolicy, key: @escaping @Sendable (Int) -> Int,
  _ make: @escaping @Sendable () -> Profile
) throws {
  let gate = Gate()
  try Threads.run(
    8,
    meanwhile: {
      if policy != .bounded { gate.waitForArrivals(8) }; gate.open()
    }
  ) { index in
    _ = try? cache.getOrCreate(key(index), pause: { gate.wait() }, make)
  }
}
