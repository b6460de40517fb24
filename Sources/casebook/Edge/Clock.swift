import CasebookRules
import Glibc

/// The day of today: the only thing anything here asks the clock for.
enum Clock {
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
