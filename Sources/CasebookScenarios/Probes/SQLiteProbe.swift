import CSQLite

/// A connection to a SQLite database that counts what its statements did.
///
/// The version of SQLite moves these counts, so claims about them are limits.
final class SQLiteProbe {
  /// What SQLite counted over the statements that came to their end.
  struct Work {
    /// Steps forward in a table without the help of an index.
    var fullScanSteps = 0
    /// Instructions of SQLite's machine.
    var machineSteps = 0
  }

  /// Rows as texts; `NULL` is empty.
  typealias Rows = [[String]]

  private var handle: OpaquePointer?
  /// Statements that were run, one for each call of `run` with or without a result.
  private(set) var statements = 0
  private(set) var work = Work()

  /// Opens a file, or makes it; `":memory:"` is a database without one.
  init(_ path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(
      path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      sqlite3_close_v2(opened)
      throw SQLiteFault(code: code, text: "can't open \(path)")
    }
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Lets the connection go as a crash does: what is not committed is not there for the next one.
  func abandon() {
    sqlite3_close_v2(handle)
    handle = nil
  }

  /// Version of the library, as in `3.40.1`.
  static var version: String { String(cString: sqlite3_libversion()) }

  /// Rows that the last statement changed.
  var changes: Int { handle.map { Int(sqlite3_changes($0)) } ?? 0 }
  /// Key of the row inserted last.
  var lastRow: Int { handle.map { Int(sqlite3_last_insert_rowid($0)) } ?? 0 }

  /// Runs one statement to its end and gives its rows.
  @discardableResult func run(_ sql: String, _ values: [String] = []) throws -> Rows {
    guard let handle else { throw SQLiteFault(code: SQLITE_MISUSE, text: "the connection was abandoned: \(sql)") }
    let statement = try Statement(handle, sql)
    statements += 1
    try statement.bind(values)
    let rows = try statement.rows()
    work.fullScanSteps += statement.count(SQLITE_STMTSTATUS_FULLSCAN_STEP)
    work.machineSteps += statement.count(SQLITE_STMTSTATUS_VM_STEP)
    return rows
  }

  /// Work of one statement alone.
  func work(of sql: String, _ values: [String] = []) throws -> Work {
    let before = work
    try run(sql, values)
    return Work(
      fullScanSteps: work.fullScanSteps - before.fullScanSteps, machineSteps: work.machineSteps - before.machineSteps)
  }

  /// First word of the first line of a query's plan, the only one that is the same in every version: `SCAN` or `SEARCH`.
  func plan(of sql: String, _ values: [String] = []) throws -> String {
    let detail = try run("EXPLAIN QUERY PLAN " + sql, values).first?.last ?? ""
    return detail.split(separator: " ").first.map(String.init) ?? ""
  }
}

/// A prepared statement, finalised when it is let go.
private final class Statement {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  init(_ connection: OpaquePointer, _ sql: String) throws {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw SQLiteFault(connection, code, sql) }
    handle = prepared
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  func bind(_ values: [String]) throws {
    // SQLITE_TRANSIENT: SQLite copies the text.
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    for (index, value) in values.enumerated() {
      let code = sqlite3_bind_text(handle, Int32(index + 1), value, -1, transient)
      guard code == SQLITE_OK else { throw SQLiteFault(connection, code, value) }
    }
  }

  func rows() throws -> SQLiteProbe.Rows {
    var rows: SQLiteProbe.Rows = []
    while true {
      let code = sqlite3_step(handle)
      if code == SQLITE_DONE { return rows }
      guard code == SQLITE_ROW else { throw SQLiteFault(connection, code, String(cString: sqlite3_sql(handle))) }
      let columns = 0..<sqlite3_column_count(handle)
      rows.append(columns.map { column in sqlite3_column_text(handle, column).map { String(cString: $0) } ?? "" })
    }
  }

  func count(_ counter: Int32) -> Int { Int(sqlite3_stmt_status(handle, counter, 0)) }
}

/// What SQLite refused.
struct SQLiteFault: Error, CustomStringConvertible {
  var code: Int32
  var text: String

  init(code: Int32, text: String) {
    self.code = code
    self.text = text
  }

  init(_ connection: OpaquePointer, _ code: Int32, _ sql: String) {
    self.init(code: code, text: "\(String(cString: sqlite3_errmsg(connection))): \(sql)")
  }

  var description: String { "SQLite \(code): \(text)" }
}
