import Foundation

/// Runs work on a thread of its own with a small stack: what recurses over depth dies there at once.
func onSmallStack(kilobytes: Int, _ work: @escaping @Sendable () -> Void) {
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    work()
    done.signal()
  }
  thread.stackSize = kilobytes << 10
  thread.start()
  done.wait()
}

/// CPU seconds of this thread.
func threadSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
