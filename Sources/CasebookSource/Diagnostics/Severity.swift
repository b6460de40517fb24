/// How much a finding matters: error, the page or the check has lost its meaning; warning, a reader is misled; info, neither.
package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
  case error, warning, info

  private var rank: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .info: 0
    }
  }

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}
