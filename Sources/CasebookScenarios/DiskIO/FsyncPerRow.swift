import CasebookChecks

/// 100 rows into a database on a file: how often is the disk asked to have written?
let fsyncPerRow = Check(
  "disk/fsync-per-row", case: "fsync-per-row",
  variants: [
    .bug(covers: "fsync-per-row.bug"),
    .fix(covers: "fsync-per-row.fix"),
  ],
  claims: [
    Claim("the bug syncs at least twice for each row, the fix at most six times in all") {
      try $0.bug["syncs"] >= 200 && $0.fix["syncs"] <= 6
    },
    Claim("the bug writes at least fifty times as many bytes, and both have all rows") {
      try $0.bug["bytes"] >= 50 * $0.fix["bytes"] && $0.fix["rows"] == $0.bug["rows"]
    },
    Claim("a crash before the end leaves the fix without a row, the bug with what it had") {
      try $0.fix["rows-after-crash"] == 0 && $0.bug["rows-after-crash"] == 50
    },
  ]
) { run in
  run.depends(on: "sqlite", version: SQLiteProbe.version)
  let path = run.directory + "/import.db"
  let database = try SQLiteProbe(path)
  try database.run("CREATE TABLE rows (id INTEGER PRIMARY KEY, value TEXT)")
  let start = SystemCalls()
  if !run.isBug { try database.run("BEGIN") }
  for row in 1...100 {
    try database.run("INSERT INTO rows (value) VALUES (?)", ["value \(row)"])
    guard row % 10 == 0 else { continue }
    let syncs = SystemCalls().since(start).syncs
    run.sample("syncs", x: Double(row), y: Double(syncs), xLabel: "rows", yLabel: "syncs", stability: .bounded)
  }
  if !run.isBug { try database.run("COMMIT") }
  let work = SystemCalls().since(start)
  run.bound(
    "syncs", Double(work.syncs), run.isBug ? .atLeast(200) : .atMost(6), unit: "syncs",
    beside: run.written(bug: "100 rows: 400 syncs", fix: "100 rows: 4 syncs"))
  run.bound("writes", Double(work.writes), run.isBug ? .atLeast(500) : .atMost(20), unit: "writes")
  run.bound("bytes", Double(work.bytes), run.isBug ? .atLeast(1_000_000) : .below(20_000), unit: "bytes")
  run.record("rows", Int(try database.run("SELECT count(*) FROM rows").first?.first ?? "") ?? -1, unit: "rows")
  run.record(
    "rows-after-crash", try rowsAfterCrash(run.directory + "/crash.db", inOneTransaction: !run.isBug), unit: "rows")
}

/// What is there after an import that was cut off in its middle.
private func rowsAfterCrash(_ path: String, inOneTransaction: Bool) throws -> Int {
  let first = try SQLiteProbe(path)
  try first.run("CREATE TABLE rows (id INTEGER PRIMARY KEY, value TEXT)")
  if inOneTransaction { try first.run("BEGIN") }
  for row in 1...50 { try first.run("INSERT INTO rows (value) VALUES (?)", ["value \(row)"]) }
  first.abandon()
  return Int(try SQLiteProbe(path).run("SELECT count(*) FROM rows").first?.first ?? "") ?? -1
}
