import CasebookRules
import Glibc

/// What the clock is asked for: the day of today, and whether a file may have changed since.
enum Clock {
  /// Nanoseconds since 1970, by the clock that stamps files.
  static var nanoseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) &* 1_000_000_000 &+ Int64(now.tv_nsec)
  }

  /// Nanoseconds of the clock that nobody sets, for how long something takes.
  static var steadyNanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(max(time.tv_sec, 0)) &* 1_000_000_000 &+ UInt64(max(time.tv_nsec, 0))
  }

  static var steadyMilliseconds: Int { Int(steadyNanoseconds / 1_000_000) }

  /// The day that `SOURCE_DATE_EPOCH` names; `nil` without it, for what must not depend on the clock.
  static var fixedDay: CalendarDate? { Environment.value("SOURCE_DATE_EPOCH") == nil ? nil : today }

  /// `SOURCE_DATE_EPOCH` where it is set, else the clock, in UTC.
  static var today: CalendarDate? {
    var seconds = time_t(Environment.value("SOURCE_DATE_EPOCH").flatMap { Int($0) } ?? Int(time(nil)))
    var parts = tm()
    guard gmtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
