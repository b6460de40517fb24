import Glibc

/// Holds threads back until it is opened, so that a race is forced and not hoped for.
///
/// ```swift
/// let gate = Gate()
/// try Threads.run(8, meanwhile: { gate.waitForArrivals(8); gate.open() }) { _ in gate.wait(); cache.get("key") }
/// ```
public final class Gate: @unchecked Sendable {  // Safe: all state is read and written under the mutex.
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var arrivals = 0
  private var isOpen = false

  /// A closed gate.
  public init() {
    mutex = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  /// Arrives, and waits until the gate is open. Blocks the thread: not for use in a task.
  public func wait() {
    locked {
      arrivals += 1
      pthread_cond_broadcast(changed)
      while !isOpen { pthread_cond_wait(changed, mutex) }
    }
  }

  /// Waits until so many have arrived.
  public func waitForArrivals(_ count: Int) {
    locked { while arrivals < count { pthread_cond_wait(changed, mutex) } }
  }

  /// Lets all through, now and later.
  public func open() {
    locked {
      isOpen = true
      pthread_cond_broadcast(changed)
    }
  }

  private func locked(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_mutex_unlock(mutex)
  }
}

/// Real threads, where a scenario needs them to run at once.
public enum Threads {
  private final class Work: Sendable {
    let index: Int
    let body: @Sendable (Int) -> Void

    init(_ index: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.index = index
      self.body = body
    }
  }

  /// Runs a body on `count` threads and waits for all; `meanwhile` runs on the caller's thread.
  ///
  /// - Parameter body: is given the thread's number, from 0.
  /// - Throws: `ThreadFailure` where the machine gives no more threads; those that were started are waited for.
  public static func run(
    _ count: Int, meanwhile: () -> Void = {}, _ body: @escaping @Sendable (Int) -> Void
  ) throws {
    var threads: [pthread_t] = []
    var refused: Int32 = 0
    for index in 0..<count {
      var thread = pthread_t()
      let work = Unmanaged.passRetained(Work(index, body))
      refused = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
          work.body(work.index)
          return nil
        }, work.toOpaque())
      guard refused == 0 else {
        work.release()
        break
      }
      threads.append(thread)
    }
    if refused == 0 { meanwhile() }
    for thread in threads { pthread_join(thread, nil) }
    if refused != 0 { throw ThreadFailure(code: refused) }
  }
}

/// A thread that the machine would not start.
public struct ThreadFailure: Error, CustomStringConvertible {
  /// The machine's `errno`.
  public let code: Int32
  /// The reason in words.
  public var description: String { "no more threads: \(String(cString: strerror(code)))" }
}
