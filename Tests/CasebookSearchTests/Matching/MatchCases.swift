// Data: twelve cases as a team would write them, and texts as they are pasted; written for these tests.

/// Cases to match against.
enum MatchCases {
  static let documents: [(id: String, text: String)] = [
    (
      "cache-oom",
      """
      # Session cache without a bound
      **Problem**: The session service is OOMKilled every night; resident memory grows about 100 MB an hour
      ### Symptoms
      - Pod restarts with exit code 137, reason OOMKilled
      - Heap dump shows millions of SessionEntry objects in LruCache
      ### Investigation
      **1. Compare two heap snapshots**
      ```bash
      jcmd 1 GC.heap_dump /tmp/a.hprof
      ```
      **2. Root Cause**
      The eviction timer was never started.
      """
    ),
    (
      "pool-exhausted",
      """
      # Connections not returned to the pool
      **Problem**: Requests time out waiting for a database connection after an exception in the export job
      ### Symptoms
      - HikariPool: Connection is not available, request timed out after 30000ms
      - SQLTransientConnectionException in the checkout service
      ### Investigation
      **1. List idle transactions**
      ```bash
      psql -c "select pid, state, query from pg_stat_activity where state like 'idle in%'"
      ```
      """
    ),
    (
      "disk-full-logs",
      """
      # Debug log fills the volume
      **Problem**: Uploads fail with ENOSPC, although df shows free space; the inodes are used up
      ### Symptoms
      - OSError: [Errno 28] No space left on device in upload_handler
      - df -i shows 100 % inode usage on /var/spool
      """
    ),
    (
      "deadlock-order",
      """
      # Two transactions lock rows in another order
      **Problem**: Bulk price updates abort with a deadlock
      ### Symptoms
      - ERROR: deadlock detected, SQLSTATE 40P01
      - Process waits for ShareLock on transaction, blocked by another update of price_list
      """
    ),
    (
      "dns-ndots",
      """
      # Five lookups for each name
      **Problem**: Calls from pods to an outside API are slow by five seconds; the resolver asks for search domains first
      ### Symptoms
      - getaddrinfo EAI_AGAIN in the payment gateway client
      - CoreDNS NXDOMAIN rate is five times the query rate; ndots:5 in resolv.conf
      """
    ),
    (
      "tls-expired",
      """
      # Intermediate certificate expired
      **Problem**: Webhooks to partners fail since midnight
      ### Symptoms
      - SSLHandshakeException: PKIX path validation failed: CertPathValidatorException: validity check failed
      - x509: certificate has expired or is not yet valid
      """
    ),
    (
      "lost-update",
      """
      # Lost update of the stock counter
      **Problem**: Inventory counts are too high after flash sales; two workers read and write the same row without a lock
      ### Symptoms
      - Stock goes negative, and oversold orders appear only under load
      - test_reserve_concurrently fails one time in twenty
      """
    ),
    (
      "regex-backtracking",
      """
      # Catastrophic backtracking in the mail validator
      **Problem**: One CPU core is pegged at 100 % by a single request with a long mail address
      ### Symptoms
      - Flame graph: 98 % of the samples in RegexMatcher.match of validateEmail
      - Event loop lag above 20 s, health checks fail
      """
    ),
    (
      "fd-leak",
      """
      # Sockets leak on retry
      **Problem**: The proxy stops accepting connections after two days
      ### Symptoms
      - accept4 failed: EMFILE, too many open files
      - lsof shows thousands of sockets in CLOSE_WAIT held by proxyd
      """
    ),
    (
      "n-plus-one",
      """
      # One query for each order line
      **Problem**: The order page takes eight seconds for large customers; the ORM loads lines lazily
      ### Symptoms
      - 1,200 SELECTs on order_line in one request, each fast
      - pg_stat_statements lists order_line with calls far above requests
      """
    ),
    (
      "null-optional",
      """
      # Missing address crashes the label printer
      **Problem**: Shipping labels stop for guest orders
      ### Symptoms
      - NullPointerException: Cannot invoke "Address.getZip()" at LabelRenderer.render(LabelRenderer.java:88)
      - Queue shipping-labels grows, the consumer restarts
      """
    ),
    (
      "clock-skew",
      """
      # Tokens rejected by a host whose clock is ahead
      **Problem**: A third of the logins fail with token used before issued
      ### Symptoms
      - JWTError: token is not yet valid (iat), only from node-3
      - chronyc tracking reports an offset of 94 seconds
      """
    ),
  ]

  /// Texts with the case they are about.
  static let texts: [(text: String, id: String)] = [
    ("kubelet: Container session in pod session-7d9f8 terminated, reason OOMKilled, exit code 137", "cache-oom"),
    (
      "2026-03-01T02:11:09Z ERROR HikariPool-1 - Connection is not available, request timed out after 30001ms",
      "pool-exhausted"
    ),
    (
      "OSError: [Errno 28] No space left on device: '/var/spool/upload/9f3a'\n  in upload_handler line 40",
      "disk-full-logs"
    ),
    (
      "ERROR:  deadlock detected\nDETAIL: Process 4711 waits for ShareLock on transaction 99812; blocked by 4712",
      "deadlock-order"
    ),
    (
      "Error: getaddrinfo EAI_AGAIN api.partner.example\n at GetAddrInfoReqWrap.onlookup (payment gateway)", "dns-ndots"
    ),
    ("javax.net.ssl.SSLHandshakeException: PKIX path validation failed: validity check failed", "tls-expired"),
    ("stock counter negative after the flash sale, oversold orders under load", "lost-update"),
    ("one core at 100 % in validateEmail, flame graph shows RegexMatcher.match", "regex-backtracking"),
    ("proxyd[881]: accept4 failed: EMFILE too many open files; lsof: lots of CLOSE_WAIT", "fd-leak"),
    ("order page slow, pg_stat_statements shows order_line SELECTs, ORM loads lines lazily", "n-plus-one"),
    (
      "java.lang.NullPointerException: Cannot invoke \"Address.getZip()\"\n\tat LabelRenderer.render(LabelRenderer.java:88)",
      "null-optional"
    ),
    ("auth: JWTError token is not yet valid (iat) node-3, chronyc offset 94 seconds", "clock-skew"),
  ]

  /// Texts that no case is about.
  static let misfits: [String] = [
    "the printer on the third floor is out of magenta toner and nobody answers the phone",
    "panic: runtime error: index out of range [5] with length 3 goroutine 1 [running] main.parseArgs",
    "error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'",
    "fatal: refusing to merge unrelated histories",
    "npm ERR! peer dep missing: react@^17.0.0, required by react-table@7.8.0",
    "Segmentation fault (core dumped) in libGL.so.1 while opening the second monitor",
    "kernel: usb 1-2: device descriptor read/64, error -71",
    "Grafana dashboard shows no data for the new region since the migration of the metrics backend",
    "customers report that invoices carry the wrong VAT rate for Norway",
    "git push rejected: GH006 protected branch update failed for refs/heads/main",
    "ModuleNotFoundError: No module named 'yaml'",
    "CSS layout breaks on Safari 15 when the sidebar is collapsed",
    "Terraform plan wants to destroy the load balancer after the provider upgrade",
    "The mobile app crashes on start with EXC_BAD_INSTRUCTION after the font update",
    "rsync: connection unexpectedly closed (0 bytes received so far) [sender]",
    "Helm upgrade failed: another operation (install/upgrade/rollback) is in progress",
  ]
}
