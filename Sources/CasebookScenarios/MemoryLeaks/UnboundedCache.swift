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
    Claim("an entry that was used since stays when another has to go, and the limit is kept") {
      try $0.fix["recently-used-kept"] == 1 && $0.fix["live-at-most"] < $0.bug["live-at-most"]
    },
    Claim("a limit of 0 is refused") { try $0.fix["zero-limit-refused"] == 1 && $0.bug["zero-limit-refused"] == 0 },
  ], limit: .seconds(60)
) { run in
  let alive = LiveCounter()
  let policy = CachePolicy(run.variant)
  let cache = try ProfileCache(policy, limit: 1_000)
  var most = 0
  for key in 1...20_000 {
    try cache.getOrCreate(key) { Profile(alive) }
    most = max(most, alive.live)
    guard key % 5_000 == 0 else { continue }
    run.record(
      "live-after-\(key)", alive.live, unit: "values",
      beside: key == 20_000 ? run.written(bug: "20000 keys: 20000 entries", fix: "20000 keys: 1000 entries") : nil)
    run.sample("live values", x: Double(key), y: Double(alive.live), xLabel: "keys", yLabel: "values alive")
  }
  run.record("live-at-most", most, unit: "values")

  let before = alive.live
  _ = try? cache.getOrCreate(-1) { throw FactoryFailure() }
  run.record("lost-by-failing-factory", before - alive.live, unit: "values")
  run.record("values-made-for-one-key", try valuesMadeForOneKey(policy), unit: "values")
  run.record("held-of-limit-4", try heldOfLimitFour(policy), unit: "entries")
  run.record("recently-used-kept", try keepsRecentlyUsed(policy) ? 1 : 0)
  let isRefused = (try? ProfileCache(policy, limit: 0)) == nil
  run.record("zero-limit-refused", isRefused ? 1 : 0)
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

private struct NoRoom: Error {}

/// The cache as the documents print it, line by line; what a thread does without a lock is split where another may come in.
private final class ProfileCache: Sendable {
  /// Entries in the order of their use; a use that is no longer the last one of its key is passed over.
  private struct Entries {
    var values: [Int: (value: Profile, use: Int)] = [:]
    var uses: [Int] = []
    var first = 0

    mutating func store(_ key: Int, _ value: Profile) {
      values[key] = (value, uses.count)
      uses.append(key)
    }

    mutating func use(_ key: Int) -> Profile? {
      guard let known = values[key]?.value else { return nil }
      store(key, known)
      return known
    }

    mutating func evictOldest() throws {
      while first < uses.count {
        defer { first += 1 }
        guard values[uses[first]]?.use == first else { continue }
        values[uses[first]] = nil
        return
      }
      throw NoRoom()
    }
  }

  private let entries = Mutex(Entries())
  private let policy: CachePolicy
  private let limit: Int

  /// Throws for a limit that leaves no room, where the document tests it.
  init(_ policy: CachePolicy, limit: Int) throws {
    if policy == .bounded, limit < 1 { throw NoRoom() }
    self.policy = policy
    self.limit = limit
  }

  var count: Int { entries.withLock { $0.values.count } }

  /// - Parameter pause: where an unlocked cache lets other threads in, between its test and its store.
  @discardableResult func getOrCreate(
    _ key: Int, pause: () -> Void = {}, _ factory: () throws -> Profile
  ) throws -> Profile {
    switch policy {
    case .unbounded:
      if let known = entries.withLock({ $0.use(key) }) { return known }
      pause()
      let value = try factory()
      entries.withLock { $0.store(key, value) }
      return value
    case .evictsFirst:
      if let known = entries.withLock({ $0.use(key) }) { return known }
      try entries.withLock { entries in
        if entries.values.count >= limit { try entries.evictOldest() }
      }
      pause()
      let value = try factory()
      entries.withLock { $0.store(key, value) }
      return value
    case .bounded:
      return try entries.withLock { entries in
        if let known = entries.use(key) { return known }
        let value = try factory()
        entries.store(key, value)
        if entries.values.count > limit { try entries.evictOldest() }
        return value
      }
    }
  }
}

/// Fills a cache of four, uses the oldest entry, and adds a fifth: is the oldest still the same?
private func keepsRecentlyUsed(_ policy: CachePolicy) throws -> Bool {
  let cache = try ProfileCache(policy, limit: 4)
  let alive = LiveCounter()
  let first = try cache.getOrCreate(1) { Profile(alive) }
  for key in 2...4 { try cache.getOrCreate(key) { Profile(alive) } }
  guard try cache.getOrCreate(1, { Profile(alive) }) === first else { return false }
  try cache.getOrCreate(5) { Profile(alive) }
  return try cache.getOrCreate(1) { Profile(alive) } === first && alive.total == 5
}

/// Eight threads ask for one key; where there is no lock, all of them have tested before any of them stores.
private func valuesMadeForOneKey(_ policy: CachePolicy) throws -> Int {
  let cache = try ProfileCache(policy, limit: 4)
  let alive = LiveCounter()
  try race(cache, policy, key: { _ in 1 }) { Profile(alive) }
  return alive.total
}

/// Eight threads ask for eight keys of a cache of four.
private func heldOfLimitFour(_ policy: CachePolicy) throws -> Int {
  let cache = try ProfileCache(policy, limit: 4)
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
