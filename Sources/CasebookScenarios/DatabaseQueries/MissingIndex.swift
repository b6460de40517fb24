import CasebookChecks

/// One row of 20,000 by its e-mail: does the database read all of them?
let missingIndex = Check(
  "database/missing-index", case: "missing-index",
  variants: [
    .bug(covers: "missing-index.bug"),
    .fix(covers: "missing-index.fix"),
    .fix("wrapped-column", expect: .refuted),
  ],
  claims: [
    Claim("the bug steps through every row without an index, the fix through none") {
      try $0.bug["full-scan-steps"] >= 19_999 && $0.fix["full-scan-steps"] == 0
    },
    Claim("the fix does less than a thousandth of the work, for the same row") {
      try $0.fix["machine-steps"] < 60 && $0.bug["machine-steps"] > 1_000 * $0.fix["machine-steps"]
        && $0.fix["rows"] == $0.bug["rows"]
    },
  ], limit: .seconds(60)
) { run in
  run.depends(on: "sqlite", version: SQLiteProbe.version)
  let hasIndex = run.variant != "bug"
  let query =
    run.variant == "wrapped-column"
    ? "SELECT id FROM users WHERE lower(email) = ?" : "SELECT id FROM users WHERE email = ?"
  let database = try SQLiteProbe(":memory:")
  try database.run("CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT)")
  if hasIndex { try database.run("CREATE INDEX users_by_email ON users (email)") }
  try database.run("BEGIN")
  var found: SQLiteProbe.Rows = []
  for user in 1...20_000 {
    try database.run("INSERT INTO users (email, name) VALUES (?, 'n')", ["u\(user)@example.org"])
    guard user % 5_000 == 0 else { continue }
    let work = try database.work(of: query, ["u\(user / 2)@example.org"])
    run.sample(
      "work", x: Double(user), y: Double(work.machineSteps), xLabel: "rows", yLabel: "steps of SQLite's machine",
      stability: .bounded)
  }
  try database.run("COMMIT")
  found = try database.run(query, ["u10000@example.org"])
  let work = try database.work(of: query, ["u10000@example.org"])
  let reads = run.variant != "fix"
  run.bound("full-scan-steps", Double(work.fullScanSteps), reads ? .atLeast(19_999) : .atMost(0), unit: "steps")
  run.bound(
    "machine-steps", Double(work.machineSteps), reads ? .atLeast(59_999) : .below(60), unit: "steps",
    beside: run.written(bug: "20000 rows: 60009 steps", fix: "20000 rows: 13 steps"))
  run.record("plan-searches", try database.plan(of: query, ["x"]) == "SEARCH" ? 1 : 0)
  run.record("rows", found.count, unit: "rows")
}
