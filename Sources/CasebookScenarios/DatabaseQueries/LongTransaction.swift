import CasebookChecks
import Glibc

/// 600 updates beside a reader: may the log be begun anew, or must it keep all since the reader began?
let longTransaction = Check(
  "database/long-transaction", case: "long-transaction",
  variants: [
    .bug(covers: "long-transaction.bug"),
    .fix(covers: "long-transaction.fix"),
    .fix("checkpoint-by-hand", expect: .refuted),
  ],
  claims: [
    Claim("the bug's log has a frame for every update, the fix's as many as a checkpoint takes") {
      try $0.bug["frames"] >= 600 && $0.fix["frames"] <= 60
    },
    Claim("the bug's log grows from first to last, the fix's stops") {
      let bug = try $0.bug.series("log")
      let fix = try $0.fix.series("log")
      return zip(bug, bug.dropFirst()).allSatisfy { $0 < $1 } && fix.suffix(5).allSatisfy { $0 == fix.last }
    },
    Claim("the reader sees what it read, and the fix's reader what is there now") {
      try $0.bug["read-at-the-end"] == 0 && $0.fix["read-at-the-end"] == 600
    },
  ]
) { run in
  run.depends(on: "sqlite", version: SQLiteProbe.version)
  let path = run.directory + "/app.db"
  let writer = try SQLiteProbe(path)
  try writer.run("PRAGMA journal_mode = WAL")
  try writer.run("PRAGMA synchronous = NORMAL")
  try writer.run("PRAGMA wal_autocheckpoint = 50")
  try writer.run("CREATE TABLE counters (id INTEGER PRIMARY KEY, value INTEGER)")
  try writer.run("INSERT INTO counters VALUES (1, 0)")
  let reader = try SQLiteProbe(path)
  try reader.run("BEGIN")
  try reader.run("SELECT value FROM counters")
  // The fix's reader ends its transaction when it has what it wanted; the bug's goes on to talk to somebody else.
  if run.variant == "fix" { try reader.run("COMMIT") }
  for update in 1...600 {
    try writer.run("UPDATE counters SET value = value + 1 WHERE id = 1")
    if run.variant == "checkpoint-by-hand", update % 100 == 0 { try writer.run("PRAGMA wal_checkpoint(PASSIVE)") }
    guard update % 50 == 0 else { continue }
    run.sample(
      "log", x: Double(update), y: Double(frames(path)), xLabel: "updates", yLabel: "frames in the log",
      stability: .bounded)
  }
  let read = try reader.run("SELECT value FROM counters").first?.first.flatMap { Int($0) }
  run.bound(
    "frames", Double(frames(path)), run.variant == "fix" ? .atMost(60) : .atLeast(600), unit: "frames",
    beside: run.written(bug: "600 updates: 603 frames", fix: "600 updates: 50 frames"))
  run.record("read-at-the-end", read ?? -1)
}

/// Frames that a log has room for: a header of 32 bytes, then 24 bytes and a page each.
private func frames(_ path: String) -> Int {
  var status = stat()
  guard stat(path + "-wal", &status) == 0 else { return 0 }
  return max(0, Int(status.st_size) - 32) / (4_096 + 24)
}
