import CasebookChecks
import Synchronization

/// Repeats the orders of the model on SQLite, a connection a writer, and demands the model's end.
struct SQLiteReplay {
  let directory: String
  private(set) var lost = 0
  private var number = 0

  init(directory: String) { self.directory = directory }

  /// Throws where SQLite ends otherwise than the model.
  mutating func replay(_ row: UserRow) throws {
    number += 1
    let path = "\(directory)/order-\(number).db"
    let table = try SQLiteProbe(path)
    try table.run("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, email TEXT, version INTEGER)")
    try table.run("INSERT INTO users VALUES (1, 'old', 'old', 0)")
    var connections: [RowField: SQLiteProbe] = [:]
    var read: [RowField: [String]] = [:]
    for (writer, statement) in row.statements {
      let database = try connections[writer] ?? SQLiteProbe(path)
      connections[writer] = database
      switch statement {
      case .lockAndRead:
        // SQLite locks the database, not the row.
        try database.run("BEGIN IMMEDIATE")
        read[writer] = try Self.row(database)
      case .read: read[writer] = try Self.row(database)
      case .write, .writeAndUnlock, .writeNextVersion, .writeIfVersionIsRead:
        var values = read[writer] ?? []
        let version = values.popLast() ?? ""
        values[writer == .name ? 0 : 1] = "new"
        switch statement {
        case .writeNextVersion:
          try database.run(
            "UPDATE users SET name = ?, email = ?, version = CAST(? AS INTEGER) + 1 WHERE id = 1", values + [version])
        case .writeIfVersionIsRead:
          try database.run(
            "UPDATE users SET name = ?, email = ?, version = version + 1 WHERE id = 1 AND version = ?",
            values + [version])
        case .read, .lockAndRead, .write, .writeAndUnlock:
          try database.run("UPDATE users SET name = ?, email = ? WHERE id = 1", values)
        }
        if statement == .writeAndUnlock { try database.run("COMMIT") }
      }
    }
    let end = try Self.row(table)
    guard end.count == 3, Array(end.prefix(2)) == [row.name, row.email] else {
      throw ModelDisagrees(model: row.description, database: end.joined(separator: " "))
    }
    if row.stored.contains(where: { end[$0 == .name ? 0 : 1] != "new" }) { lost += 1 }
  }

  private static func row(_ database: SQLiteProbe) throws -> [String] {
    try database.run("SELECT name, email, version FROM users WHERE id = 1").first ?? []
  }

  private struct ModelDisagrees: Error {
    let model: String
    let database: String
  }
}

/// Eight threads with a connection each, and a field each of one row.
enum EightWriters {
  static func run(_ design: RowDesign, path: String) throws -> (kept: Int, conflicts: Int) {
    let database = try SQLiteProbe(path)
    let fields = (0..<8).map { "f\($0)" }
    try database.run("CREATE TABLE users (\(fields.map { $0 + " TEXT" }.joined(separator: ", ")), version INTEGER)")
    try database.run("INSERT INTO users VALUES (\(fields.map { _ in "'old'" }.joined(separator: ", ")), 0)")
    let gate = Gate()
    let conflicts = CallCounter()
    let faults = Mutex<[String]>([])
    try Threads.run(
      8,
      meanwhile: {
        // With a lock nobody else reads before the first has written, so that nobody can be waited for.
        if design != .rowLock { gate.waitForArrivals(8) }
        gate.open()
      }
    ) { index in
      do {
        try change(fields, index, design, SQLiteProbe(path), gate, conflicts)
      } catch {
        gate.wait()
        faults.withLock { $0.append("\(error)") }
      }
    }
    if let fault = faults.withLock({ $0.first }) { throw ThreadsFailed(reason: fault) }
    let row = try database.run("SELECT * FROM users").first ?? []
    return (row.filter { $0 == "new" }.count, conflicts.count)
  }

  private static func change(
    _ fields: [String], _ index: Int, _ design: RowDesign, _ database: SQLiteProbe, _ gate: Gate,
    _ conflicts: CallCounter
  ) throws {
    try database.run("PRAGMA busy_timeout = 5000")
    while true {
      if design == .rowLock { try database.run("BEGIN IMMEDIATE") }
      var row = try database.run("SELECT * FROM users").first ?? []
      if design != .rowLock { gate.wait() }
      let version = row.popLast() ?? ""
      row[index] = "new"
      let set = fields.map { $0 + " = ?" }.joined(separator: ", ")
      if design == .versioned {
        try database.run("UPDATE users SET \(set), version = version + 1 WHERE version = ?", row + [version])
        if database.changes == 1 { return }
        conflicts.call()
      } else {
        try database.run("UPDATE users SET \(set), version = version + 1", row)
        if design == .rowLock { try database.run("COMMIT") }
        return
      }
    }
  }

  private struct ThreadsFailed: Error { let reason: String }
}
