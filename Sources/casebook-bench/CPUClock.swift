import Glibc

/// User and system time of this process, and wall time, in seconds.
struct CPUClock {
  var cpu: Double
  var wall: Double

  static func now() -> CPUClock {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return CPUClock(
      cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      wall: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
  }

  /// Milliseconds that the calling thread has been on a processor.
  static func threadMilliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// Peak resident memory so far, in MB.
  static func peakMegabytes() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) / 1024
  }

  static func - (a: CPUClock, b: CPUClock) -> CPUClock { CPUClock(cpu: a.cpu - b.cpu, wall: a.wall - b.wall) }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
