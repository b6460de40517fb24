// Data: from post-mortems, error messages of Linux, the JVM, Python, Go and databases, and the original's table.

extension SynonymTable {
  /// What people say for the six types of the original table and for latency regressions.
  ///
  /// A word under several types is ambiguous on purpose: `slow` shows all that may be meant.
  package static let builtIn = SynonymTable([
    "memory-leaks": [
      "code 137", "grows to", "not released", "never released", "getting bigger", "oom", "oomkilled", "oom kill",
      "oom killer", "out of memory", "outofmemoryerror", "memoryerror", "bad alloc", "exit 137", "exit code 137",
      "leak", "memory", "memory growth", "memory usage", "memory consumption", "memory footprint", "memory climbs",
      "grows", "heap", "heap space", "heap growth", "heap dump", "rss", "rss grows", "resident set",
      "resident set size", "ram", "swap", "swap usage", "swapping", "gc pressure", "gc overhead", "garbage collection",
      "garbage collector", "memory bloat", "memory pressure", "unbounded cache", "goroutine leak",
      "cannot allocate memory", "memory limit", "killed by the kernel", "never freed", "not freed", "object retention",
    ],
    "cpu-profiling": [
      "load", "system load", "high load", "regexp", "core", "cpu", "high cpu", "cpu usage", "cpu time", "cpu spike",
      "cpu bound", "100 cpu", "processor", "cores", "pegged", "pinned", "hot loop", "hot path", "hot function",
      "tight loop", "spin", "spinning", "busy loop", "busy wait", "profiler", "profiling", "profile", "flame graph",
      "flamegraph", "slow function", "slow code", "slow", "hotspot", "infinite loop", "endless loop", "load average",
      "throttling", "quadratic", "regex", "backtracking", "redos", "burning cycles", "compute bound",
    ],
    "race-conditions": [
      "lose", "lost increment", "lose increment", "counter", "concurrent map", "random", "randomly", "time of check",
      "stale read", "race",
      "data race", "flaky", "flaky test", "intermittent", "intermittent failure", "fails sometimes", "sometimes",
      "occasionally", "test fails", "test failure", "random failure", "passes on retry", "lost update", "overwrite",
      "lose data", "lost write", "double charge", "twice", "processed twice", "duplicate", "heisenbug", "deadlock",
      "deadlocked",
      "livelock", "waiting on each other", "wait for each other", "concurrency", "concurrent", "thread safety",
      "thread safe", "not thread safe", "thread", "threads", "lock", "locking", "lock order", "lock contention",
      "mutex", "semaphore", "toctou", "atomicity", "atomic", "non deterministic", "nondeterministic", "synchronization",
      "read modify write", "interleaving",
    ],
    "network-issues": [
      "failed to connect", "cannot connect", "connect error", "name or service not known", "close wait",
      "port exhaustion", "ports", "service unreachable", "host", "network", "timeout", "time out", "timed out",
      "connection refused", "connection reset", "connection timed out", "connection dropped", "reset", "reset by peer",
      "packet", "packet loss", "packets", "dropped packets", "dns", "dns failure", "dns lookup", "name resolution",
      "resolve host", "could not resolve", "nxdomain", "tls", "ssl", "handshake", "certificate", "x509", "socket",
      "sockets", "tcp", "udp", "http", "latency between services", "retransmit", "retransmission", "broken pipe",
      "epipe", "econnrefused", "econnreset", "etimedout", "ehostunreach", "eaddrinuse", "address already in use",
      "eaddrnotavail", "ephemeral ports", "time wait", "502", "503", "504", "bad gateway", "gateway timeout",
      "unreachable", "no route to host", "firewall", "proxy", "load balancer", "mtu", "slow", "hang", "upstream",
    ],
    "database-queries": [
      "n plus one", "wrong index", "query planner", "planner", "lock timeout", "statement", "too many clients",
      "long running transaction", "full scan", "big table", "large table", "table", "database", "db", "sql", "query",
      "slow query", "slow sql", "query plan", "execution plan", "select statement", "n+1", "n+1 query", "lock wait",
      "seq scan", "sequential scan", "full table scan", "table scan", "index", "missing index", "explain", "postgres",
      "postgresql", "mysql", "mariadb", "sqlite", "mongodb", "oracle", "replication lag", "long transaction",
      "idle in transaction", "transaction", "connection pool", "database connection", "too many connections", "vacuum",
      "table bloat", "rows", "join", "slow", "hang", "orm",
    ],
    "disk-io": [
      "ulimit", "nofile", "fill the volume", "fills", "stall", "writes stall", "df", "du", "disk", "io", "i/o",
      "enospc", "disk full", "disk usage", "no space left", "no space left on device", "iowait", "io wait", "iops",
      "too many open files", "emfile", "enfile", "file descriptor", "open files", "descriptor leak", "fd leak",
      "file handle", "file handle leak", "file handles leak", "filesystem", "file system", "read only filesystem",
      "read only file system", "erofs", "eio", "fsync", "storage", "ssd", "volume", "volume full", "slow disk",
      "slow write", "write latency", "read latency", "slow", "hang", "inode", "log rotation", "partition full",
    ],
    "latency-regressions": [
      "got slower", "slowly", "loads slowly", "page load", "endpoint", "request",
      "response", "latency", "latencies", "p99", "p95", "p90", "p50", "percentile", "tail latency", "regression",
      "regressed", "performance regression", "performance", "slow after deploy", "slow since release", "slower",
      "slower since", "slower than", "response time", "slow response", "slow request", "slow endpoint", "slow api",
      "slow", "slo", "sla", "degradation", "degraded", "slowdown", "sluggish", "after the release", "after the deploy",
      "since the deploy",
    ],
  ])

  /// Phrases that leave no doubt, whatever stands round them: one is enough in a long question or a line of a log.
  static let telling: [String] = [
    "code 137", "concurrent map", "time of check", "failed to connect", "name or service not known", "close wait",
    "n plus one", "query planner", "lock timeout", "too many clients", "ulimit", "nofile", "oom", "oomkilled",
    "oom kill", "oom killer", "out of memory", "outofmemoryerror", "memoryerror", "exit 137", "exit code 137", "heap",
    "rss", "ram", "resident set", "gc overhead", "cannot allocate memory", "goroutine leak", "cpu", "flame graph",
    "flamegraph", "busy loop", "busy wait", "hot loop", "infinite loop", "endless loop", "load average", "backtracking",
    "redos", "profiler", "data race", "deadlock", "livelock", "mutex", "heisenbug", "toctou", "concurrency",
    "thread safety", "flaky", "waiting on each other", "wait for each other", "dns", "nxdomain", "tls", "ssl", "tcp",
    "x509", "certificate", "packet loss", "econnrefused", "econnreset", "etimedout", "ehostunreach", "eaddrinuse",
    "eaddrnotavail", "epipe", "502", "503", "504", "connection refused", "connection reset", "reset by peer",
    "broken pipe", "no route to host", "resolve host", "name resolution", "sql", "postgres", "postgresql", "mysql",
    "mariadb", "sqlite", "n+1", "seq scan", "table scan", "lock wait", "connection pool", "query plan",
    "replication lag", "enospc", "emfile", "enfile", "erofs", "inode", "iowait", "io wait", "iops", "fsync",
    "no space left", "disk full", "too many open files", "file descriptor", "file handle", "filesystem",
    "read only filesystem", "p99", "p95", "tail latency", "slo", "slower",
    "response time", "packet", "processed twice", "randomly",
  ]
}
