import CasebookChecks

/// Lets two sign-ups crash after every one of their steps, restarts, and counts the jobs that nobody did and never will.
struct SignUpCrashes {
  private(set) var count = 0
  private(set) var lost = 0
  private(set) var repeated = 0

  init(_ design: SignUpDesign, directory: String) throws {
    // One crash more after each step, until one comes too late.
    for steps in 0... {
      let service = try Service(path: "\(directory)/crash-\(steps).db", steps: steps)
      do {
        for _ in 0..<2 { try service.signUp(design) }
        try service.work(design)
        return
      } catch is Crash {
        count += 1
        let restarted = try service.restarted()
        try restarted.work(design)
        let users = try restarted.users()
        for user in users {
          for kind in Service.kinds {
            let times = restarted.outside.done.filter { $0 == "\(kind) \(user)" }.count
            if times == 0 { lost += 1 }
            if times > 1 { repeated += 1 }
          }
        }
      }
    }
  }
}

private struct Crash: Error {}

/// What the two services were asked to do; a crash of ours does not touch them.
private final class Outside {
  var done: [String] = []
}

/// The service of the document on a real database; each call of `step` may be where its process ends.
private final class Service {
  static let kinds = ["welcome", "created"]

  let outside: Outside
  private let path: String
  private let database: SQLiteProbe
  private var steps: Int
  /// Tasks that live in the process.
  private var tasks: [String] = []

  init(path: String, steps: Int, outside: Outside = Outside()) throws {
    self.path = path
    self.steps = steps
    self.outside = outside
    database = try SQLiteProbe(path)
    try database.run("CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, name TEXT)")
    try database.run("CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, kind TEXT, user_id INTEGER)")
  }

  /// The next process: it has what is in the file, and nothing else. A transaction that was open is rolled back.
  func restarted() throws -> Service {
    database.abandon()
    return try Service(path: path, steps: .max, outside: outside)
  }

  func users() throws -> [String] { try database.run("SELECT id FROM users").compactMap(\.first) }

  func signUp(_ design: SignUpDesign) throws {
    switch design {
    case .inRequest:
      let user = try insertUser()
      for kind in Self.kinds { try handle(kind, user) }
    case .outbox:
      try database.run("BEGIN")
      let user = try insertUser()
      for kind in Self.kinds {
        try database.run("INSERT INTO outbox (kind, user_id) VALUES (?, ?)", [kind, user])
        try step()
      }
      try database.run("COMMIT")
      try step()
    case .backgroundTask:
      let user = try insertUser()
      tasks += Self.kinds.map { "\($0) \(user)" }
      try step()
    }
  }

  /// What a worker does, or the tasks: one job after another.
  func work(_ design: SignUpDesign) throws {
    switch design {
    case .inRequest: break
    case .outbox:
      for job in try database.run("SELECT id, kind, user_id FROM outbox ORDER BY id") {
        try handle(job[1], job[2])
        try database.run("DELETE FROM outbox WHERE id = ?", [job[0]])
        try step()
      }
    case .backgroundTask:
      for task in tasks {
        outside.done.append(task)
        try step()
      }
    }
  }

  private func insertUser() throws -> String {
    try database.run("INSERT INTO users (name) VALUES ('n')")
    let user = String(database.lastRow)
    try step()
    return user
  }

  private func handle(_ kind: String, _ user: String) throws {
    outside.done.append("\(kind) \(user)")
    try step()
  }

  private func step() throws {
    guard steps > 0 else { throw Crash() }
    steps -= 1
  }
}
