import CasebookModel

/// Words by which people ask for an issue type; a knowledge base may add to them.
package struct SynonymTable: Sendable {
  /// Issue type → phrases, in no order.
  package private(set) var phrases: [String: [String]]

  package init(_ phrases: [String: [String]]) { self.phrases = phrases }

  /// Phrases for an issue type by whatever name a knowledge base gives it: `high-cpu` has those of `cpu-profiling`.
  package func phrases(of issueType: String) -> [String] {
    if let own = phrases[issueType] { return own }
    guard let kind = IssueKind.of(issueType) else { return [] }
    return phrases.keys.sorted().first { IssueKind.of($0) == kind }.flatMap { phrases[$0] } ?? []
  }

  /// Adds the phrases of another table.
  package mutating func extend(with other: [String: [String]]) {
    phrases.merge(other) { $0 + $1 }
  }

  /// What people say for the six types of the original table and for latency regressions.
  ///
  /// A word under several types is ambiguous on purpose: `slow` shows all that may be meant.
  package static let builtIn = SynonymTable([
    "memory-leaks": [
      "oom", "oomkilled", "oom kill", "oom killer", "out of memory", "exit 137", "exit code 137", "leak", "memory",
      "memory growth", "memory usage", "heap", "heap growth", "heap dump", "rss", "rss grows", "ram", "gc pressure",
      "garbage collection", "memory bloat", "memory pressure", "unbounded cache", "goroutine leak",
    ],
    "cpu-profiling": [
      "cpu", "high cpu", "cpu usage", "cpu spike", "100 cpu", "pegged", "hot loop", "hot path", "spin", "spinning",
      "busy loop", "profiler", "profiling", "flame graph", "flamegraph", "slow function", "slow code", "slow",
      "hotspot", "infinite loop", "load average", "quadratic", "backtracking", "redos",
    ],
    "race-conditions": [
      "race", "data race", "flaky", "flaky test", "intermittent", "intermittent failure", "lost update", "heisenbug",
      "deadlock", "concurrency", "concurrent", "thread safety", "threads", "lock", "locking", "lock contention",
      "mutex", "toctou", "atomicity", "non deterministic", "nondeterministic", "synchronization",
    ],
    "network-issues": [
      "network", "timeout", "time out", "connection refused", "connection reset", "reset", "packet loss", "packets",
      "dropped packets", "dns", "dns failure", "tls", "ssl", "certificate", "socket", "sockets", "tcp", "http",
      "latency between services", "retransmit", "econnrefused", "econnreset", "etimedout", "eaddrnotavail",
      "time wait", "502", "503", "504", "bad gateway", "unreachable", "firewall", "proxy", "slow", "hang",
    ],
    "database-queries": [
      "database", "db", "sql", "query", "slow query", "slow sql", "n+1", "n+1 query", "lock wait", "seq scan",
      "sequential scan", "full table scan", "table scan", "index", "missing index", "explain", "postgres",
      "postgresql", "mysql", "sqlite", "long transaction", "connection pool", "slow", "hang", "orm",
    ],
    "disk-io": [
      "disk", "io", "i/o", "enospc", "disk full", "no space left", "no space left on device", "iowait", "io wait",
      "too many open files", "emfile", "file descriptor", "descriptor leak", "fd leak", "filesystem", "file system",
      "fsync", "storage", "slow disk", "slow write", "slow", "hang", "inode",
    ],
    "latency-regressions": [
      "latency", "p99", "p95", "p50", "tail latency", "regression", "performance regression", "slow after deploy",
      "slow since release", "response time", "slow response", "slow", "slo", "degradation", "slowdown",
    ],
  ])
}
