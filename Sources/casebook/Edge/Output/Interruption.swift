import Glibc
import Synchronization

/// Ctrl-C while files are written: the writer tidies up, then the process dies of the signal; a second one does not wait.
enum Interruption {
  private static let signal = Atomic<Int32>(0)

  /// Takes the signals over for the time of a piece of work.
  static func watching<Result>(_ work: () throws(CommandFailure) -> Result) throws(CommandFailure) -> Result {
    _ = signal.load(ordering: .relaxed)
    let handler: @convention(c) (Int32) -> Void = { number in
      Interruption.signal.store(number, ordering: .relaxed)
      Glibc.signal(number, SIG_DFL)
    }
    let old = [SIGINT, SIGTERM, SIGHUP].map { ($0, Glibc.signal($0, handler)) }
    defer {
      for (number, handler) in old { Glibc.signal(number, handler) }
      let number = signal.load(ordering: .relaxed)
      if number != 0 {
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
    }
    return try work()
  }

  /// Whether the work is to stop.
  static var isWanted: Bool { signal.load(ordering: .relaxed) != 0 }
}
