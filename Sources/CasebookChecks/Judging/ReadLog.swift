import Synchronization

/// Notes which sides and which kinds of figures a claim read.
final class ReadLog: Sendable {
  struct Reads: Sendable {
    var roles: Set<Variant.Role> = []
    var stabilities: Set<Stability> = []
  }

  private let reads = Mutex(Reads())

  func note(_ role: Variant.Role, _ stability: Stability) {
    reads.withLock {
      $0.roles.insert(role)
      $0.stabilities.insert(stability)
    }
  }

  var value: Reads { reads.withLock { $0 } }
}
