import CasebookSource
import Glibc

/// Tells on a terminal which check runs, once the whole takes more than a second; nothing elsewhere.
struct CheckProgress {
  private let total: Int
  private let start = Self.seconds
  private let isOn = Terminal.isTerminal(.error) && Environment.value("CI") == nil
  private var isShown = false

  init(total: Int) { self.total = total }

  /// Names the check that begins.
  mutating func begin(_ index: Int, _ name: String) {
    guard isOn, Self.seconds - start >= 1 else { return }
    isShown = true
    StandardError.write("\r\u{1B}[K\(index + 1) of \(total): \(VisibleText.string(name))")
  }

  /// Takes the line away before something is printed, and at the end.
  mutating func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
    isShown = false
  }

  private static var seconds: Int { Clock.steadyMilliseconds / 1_000 }
}
