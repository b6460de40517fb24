import Glibc

/// Runs programs to their end, as many at once as there are processors, and leaves none behind.
///
/// One thread waits for all of them. Ctrl-C kills the groups first and this process then; if it is killed outright,
/// the limits on processor time end what is left.
enum ChildPool {
  /// Outcomes in the order of the children.
  ///
  /// - Parameter isAllowed: asked ten times a second about each child that runs; `false` ends it.
  static func run(
    _ children: [ChildProcess], atOnce: Int = Threads.processors, isAllowed: (Int) -> Bool = { _ in true }
  ) -> [ChildProcess.Outcome] {
    guard !children.isEmpty else { return [] }
    return HeldSignals.during { isInterrupted in
      var outcomes = [ChildProcess.Outcome](repeating: .init(end: .notStarted(0)), count: children.count)
      var running: [(index: Int, child: RunningChild)] = []
      var next = 0
      while next < children.count || !running.isEmpty {
        while next < children.count, running.count < max(atOnce, 1) {
          do throws(SystemError) {
            running.append((next, try RunningChild(children[next])))
          } catch {
            outcomes[next].end = .notStarted(error.code)
          }
          next += 1
        }
        let excess = wait(for: &running)
        let stops = isInterrupted()
        for place in running.indices.reversed() {
          let end: ChildProcess.End?
          if excess.contains(place) {
            end = .printedTooMuch
          } else if running[place].child.hasEnded {
            end = nil
          } else if running[place].child.remaining == 0 || stops {
            end = .timedOut
          } else if !isAllowed(running[place].index) {
            end = .stopped
          } else {
            continue
          }
          outcomes[running[place].index] = running[place].child.finish(end)
          running.remove(at: place)
        }
        if stops { return outcomes }
      }
      return outcomes
    }
  }

  /// Waits until something is printed or ends, a tenth of a second at most; gives those that printed too much.
  private static func wait(for running: inout [(index: Int, child: RunningChild)]) -> Set<Int> {
    var polls: [pollfd] = []
    var owners: [(place: Int, stream: Int)] = []
    var timeout = 100
    for place in running.indices {
      timeout = min(timeout, running[place].child.remaining)
      // One that has closed its streams is about to end.
      if running[place].child.isSilent { timeout = min(timeout, 1) }
      for (stream, end) in running[place].child.streams.enumerated() where end.descriptor >= 0 {
        polls.append(pollfd(fd: end.descriptor, events: Int16(POLLIN), revents: 0))
        owners.append((place, stream))
      }
    }
    guard poll(&polls, nfds_t(polls.count), Int32(timeout)) > 0 else { return [] }
    var excess: Set<Int> = []
    for (event, owner) in zip(polls, owners) where event.revents != 0 {
      if !running[owner.place].child.read(owner.stream) { excess.insert(owner.place) }
    }
    return excess
  }
}

/// Signals that would end this process are held back while it has children to end first.
private enum HeldSignals {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]

  /// Does the work; `isInterrupted` tells whether one of them has come, and it takes effect when the work is done.
  static func during<Result>(_ work: (_ isInterrupted: () -> Bool) -> Result) -> Result {
    var held = sigset_t()
    var old = sigset_t()
    sigemptyset(&held)
    for number in numbers { sigaddset(&held, number) }
    pthread_sigmask(SIG_BLOCK, &held, &old)
    // Unblocked again, a signal that waits is delivered at once.
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    return work {
      var pending = sigset_t()
      sigpending(&pending)
      // One that was held back before is nobody's wish.
      return numbers.contains { sigismember(&pending, $0) == 1 && sigismember(&old, $0) == 0 }
    }
  }
}
