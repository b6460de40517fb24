/// The seven kinds of problem that the registry of tools knows, whatever a knowledge base calls them.
///
/// A table may say `High CPU`, `CPU profiling` or `CPU usage`; the tools for it are the same.
package enum IssueKind: String, Hashable, Sendable, CaseIterable {
  case memoryLeaks = "memory-leaks"
  case highCPU = "high-cpu"
  case raceConditions = "race-conditions"
  case latencyRegressions = "latency-regressions"
  case networkIssues = "network-issues"
  case databaseQueries = "database-queries"
  case diskIO = "disk-io"

  /// Other ids by which knowledge bases know it.
  private var synonyms: [String] {
    switch self {
    case .memoryLeaks:
      [
        "memory-leak", "memory", "memory-growth", "memory-usage", "high-memory", "out-of-memory", "oom",
        "memory-issues",
      ]
    case .highCPU:
      ["cpu-profiling", "cpu", "cpu-usage", "high-cpu-usage", "cpu-spikes", "cpu-issues", "cpu-saturation"]
    case .raceConditions:
      ["race-condition", "races", "data-races", "data-race", "concurrency", "concurrency-issues", "deadlocks"]
    case .latencyRegressions:
      [
        "latency-regression", "latency", "high-latency", "slow-responses", "slow-requests", "performance-regressions",
        "performance-regression", "performance-degradation",
      ]
    case .networkIssues:
      ["network-issue", "network", "network-problems", "network-errors", "networking", "connectivity"]
    case .databaseQueries:
      ["database-query", "database", "databases", "slow-queries", "slow-query", "sql", "database-issues"]
    case .diskIO: ["disk", "io", "slow-disk", "slow-disks", "storage", "disk-issues", "disk-i-o"]
    }
  }

  /// How it is called where no table names it: `Memory leaks`.
  package var title: String {
    switch self {
    case .memoryLeaks: "Memory leaks"
    case .highCPU: "High CPU"
    case .raceConditions: "Race conditions"
    case .latencyRegressions: "Latency regressions"
    case .networkIssues: "Network issues"
    case .databaseQueries: "Database queries"
    case .diskIO: "Disk I/O"
    }
  }

  /// The kind that an issue type's id names; `nil` where it is another one.
  package static func of(_ id: String) -> IssueKind? { byID[id] }

  private static let byID: [String: IssueKind] = {
    var result: [String: IssueKind] = [:]
    for kind in allCases { for id in [kind.rawValue] + kind.synonyms { result[id] = kind } }
    return result
  }()
}
