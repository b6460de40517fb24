import CasebookChecks

/// Two writers of one row, each with a field of its own, in every order of their statements; then SQLite, threads and load.
let lostUpdate = Check(
  "race/lost-update", case: "lost-update",
  variants: [
    .bug(covers: "lost-update.bug", "race-condition.bug"),
    .fix(covers: "lost-update.fix"),
    .fix("row-lock", covers: "race-condition.fix-2"),
    .fix("option-1", covers: "race-condition.fix", expect: .refuted),
  ],
  claims: [
    Claim("the bug loses a change in some order, the fix in none") { try $0.bug["lost"] > 0 && $0.fix["lost"] == 0 },
    Claim("two connections to SQLite end in the same way") {
      try $0.bug["lost-in-sqlite"] > 0 && $0.fix["lost-in-sqlite"] == 0
    },
    Claim("of eight threads that have all read before any of them writes, the bug keeps one change, the fix all") {
      try $0.bug["kept-of-8-threads"] == 1 && $0.fix["kept-of-8-threads"] == 8
    },
    Claim("at 40 writes a second the bug loses about 5%, the fix none") {
      try $0.bug["lost-of-10000-writes"] > 400 && $0.fix["lost-of-10000-writes"] == 0
    },
  ], limit: .seconds(60)
) { run in
  let design = RowDesign(run.variant)
  var replays = SQLiteReplay(directory: run.directory)
  var replayFault: (any Error)?
  let all = run.explore(
    UserRow(), [RowField.name, .email].map { writer($0, design) },
    bad: { row in
      do { try replays.replay(row) } catch { replayFault = error }
      return !row.isLost.isEmpty
    }, outcome: { "lost: \($0.isLost.joined(separator: ", "))" })
  if let replayFault { throw replayFault }
  run.record("orders", all.total, unit: "orders")
  run.record("lost", all.bad, unit: "orders", beside: run.written(bug: "lost changes: 4", fix: "lost changes: 0"))
  run.record("lost-in-sqlite", replays.lost, unit: "orders")

  let threads = try EightWriters.run(design, path: run.directory + "/threads.db")
  run.record("kept-of-8-threads", threads.kept, unit: "changes")
  run.show("conflicts-of-8-threads", Double(threads.conflicts), unit: "conflicts")

  let usual = WriteLoad.run(design, rate: 40, writes: 10_000, random: run.random("40"))
  run.record("lost-of-10000-writes", usual.lost, unit: "writes", beside: run.written(bug: "5%"))
  run.record("conflicts-of-10000-writes", usual.conflicts, unit: "conflicts")
  for rate in [10, 20, 40, 80, 160, 320] {
    let load = WriteLoad.run(design, rate: rate, writes: 2_000, random: run.random("\(rate)"))
    run.sample(
      "lost", x: Double(rate), y: load.lostPercent, xLabel: "writes/s of one row", yLabel: "% of writes lost")
    guard run.isBug else { continue }
    run.sample(
      "1 − e^(−λw)", x: Double(rate), y: WriteLoad.expectedPercent(rate: rate), xLabel: "writes/s of one row",
      yLabel: "% of writes lost")
  }
}

/// How a writer changes its field.
enum RowDesign {
  /// Reads the row and writes all of it.
  case wholeRow
  /// Writes if the version is the one it read, else reads again.
  case versioned
  /// Locks the row before it reads.
  case rowLock
  /// Compares versions in the application, then writes.
  case comparedBefore

  init(_ variant: String) {
    switch variant {
    case "bug": self = .wholeRow
    case "row-lock": self = .rowLock
    case "option-1": self = .comparedBefore
    default: self = .versioned
    }
  }
}

enum RowField: String {
  case name, email
}

/// A statement of a writer, so that an order can be repeated on a database.
enum RowStatement {
  case read, lockAndRead, write, writeAndUnlock, writeNextVersion
  case writeIfVersionIsRead
}

/// The row of the table, and what was promised to its writers.
struct UserRow: CustomStringConvertible {
  var name = "old"
  var email = "old"
  var version = 0
  fileprivate var lockedBy: RowField?
  /// Writers that were told that their change is stored.
  fileprivate(set) var stored: [RowField] = []
  /// What was done, in order.
  fileprivate(set) var statements: [(writer: RowField, statement: RowStatement)] = []

  subscript(field: RowField) -> String {
    get { field == .name ? name : email }
    set { if field == .name { name = newValue } else { email = newValue } }
  }

  /// Changes that were stored and are gone.
  var isLost: [String] { stored.filter { self[$0] != "new" }.map(\.rawValue) }

  var description: String { "name=\(name) email=\(email)" }
}

/// What a writer remembers between its statements.
private struct Memory {
  var name = ""
  var email = ""
  var version = 0

  mutating func read(_ row: UserRow) { (name, email, version) = (row.name, row.email, row.version) }

  /// Writes the whole row, as it was read, with one field changed.
  func write(_ field: RowField, to row: inout UserRow) {
    (row.name, row.email) = (name, email)
    row[field] = "new"
    row.stored.append(field)
  }
}

private func writer(_ field: RowField, _ design: RowDesign) -> Script<UserRow, Memory> {
  func note(_ statement: RowStatement, _ row: inout UserRow) { row.statements.append((field, statement)) }
  let steps: [Step<UserRow, Memory>] =
    switch design {
    case .rowLock:
      [
        Step("reads and locks the row", when: { row, _ in row.lockedBy == nil }) { row, mine in
          note(.lockAndRead, &row)
          row.lockedBy = field
          mine.read(row)
        },
        Step("writes the row and lets it go") { row, mine in
          note(.writeAndUnlock, &row)
          mine.write(field, to: &row)
          row.lockedBy = nil
        },
      ]
    case .comparedBefore:
      [
        // The test stands in the application: between it and the write anybody may come in.
        Step(choosing: "reads the row and compares versions") { row, mine in
          note(.read, &row)
          mine.read(row)
          return row.version == 0 ? .forward : .done
        },
        Step("writes the row with the next version") { row, mine in
          note(.writeNextVersion, &row)
          mine.write(field, to: &row)
          row.version = mine.version + 1
        },
      ]
    case .versioned:
      [
        Step("reads the row") { row, mine in
          note(.read, &row)
          mine.read(row)
        },
        Step(choosing: "writes if the version is the one it read") { row, mine in
          note(.writeIfVersionIsRead, &row)
          guard row.version == mine.version else { return .to(0) }
          mine.write(field, to: &row)
          row.version += 1
          return .forward
        },
      ]
    case .wholeRow:
      [
        Step("reads the row") { row, mine in
          note(.read, &row)
          mine.read(row)
        },
        Step("writes the row") { row, mine in
          note(.write, &row)
          mine.write(field, to: &row)
        },
      ]
    }
  return Script(field.rawValue, Memory()) { steps }
}
