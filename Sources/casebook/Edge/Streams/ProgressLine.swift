import Glibc

/// Says on a terminal how far a long reading is: after one second, on one line, which is wiped at the end.
struct ProgressLine {
  private let total: Int
  private let start: UInt64
  private var last: UInt64 = 0

  private static let second: UInt64 = 1_000_000_000
  /// Between two versions of the line.
  private static let pause = second / 10

  init(total: Int, at start: UInt64) {
    self.total = total
    self.start = start
  }

  /// One for standard error, if that is a terminal on which a line can be wiped.
  static func onTerminal(total: Int) -> ProgressLine? {
    guard Terminal.isTerminal(.error), Environment.value("TERM") != "dumb" else { return nil }
    return ProgressLine(total: total, at: Clock.steadyNanoseconds)
  }

  /// What to write when so many are done at a time; `nil` most of the time.
  mutating func text(done: Int, at time: UInt64) -> String? {
    guard time >= start + Self.second, last == 0 || time >= last + Self.pause else { return nil }
    last = time
    return "\r\u{1B}[K\(min(done, total)) of \(total) documents"
  }

  /// What wipes the line, if there is one.
  var wiping: String? { last == 0 ? nil : "\r\u{1B}[K" }

  /// Looks at the clock, which costs nothing beside reading a document.
  mutating func advance(to done: Int) {
    if let text = text(done: done, at: Clock.steadyNanoseconds) { StandardError.write(text) }
  }

  func finish() {
    if let wiping { StandardError.write(wiping) }
  }
}
