import CasebookModel
import CasebookSource

/// A conversation with a catalogue of checks in `casebook-checks/1`: a greeting, the list, then one run after the other.
struct CatalogueSession {
  private let command: CatalogueCommand
  private let program: CatalogueCommand.Program
  private let root: String
  private var process: CatalogueProcess
  /// Lines that came so far, for messages.
  private var line = 0

  /// Milliseconds for an answer that takes no work, and for one before which a compiler may have to run.
  private static let patience = 10_000
  private static let patienceWithCompiler = 900_000
  /// Milliseconds to wait for the end of an answer that is complete without it.
  private static let courtesy = 1_000

  /// Starts the command and hears its greeting.
  init(_ command: CatalogueCommand, root: String) throws(CommandFailure) {
    guard let program = command.program(root: root) else {
      let name = command.words.first ?? ""
      let isSwift = name == "swift"
      throw CommandFailure(
        "\(command.origin): there is no program '\(name)' to run the checks",
        help: isSwift
          ? "install a Swift toolchain, or name the built catalogue of checks under 'checks:'"
          : "name a program, with its arguments, under 'checks:'")
    }
    self.command = command
    self.program = program
    self.root = root
    process = try Self.start(program, command, root)
    try greet()
  }

  private static func start(
    _ program: CatalogueCommand.Program, _ command: CatalogueCommand, _ root: String
  ) throws(CommandFailure) -> CatalogueProcess {
    do throws(SystemError) {
      return try CatalogueProcess(program, folder: root)
    } catch {
      throw CommandFailure("\(command.origin): '\(command.text)' can't be started: \(error.message)")
    }
  }

  private mutating func greet() throws(CommandFailure) {
    let patience = command.mayBuild && program.path.hasSuffix("/swift") ? Self.patienceWithCompiler : Self.patience
    switch try event(within: patience, while: "beginning") ?? .unknown("") {
    case .hello(EvidenceRecord.protocolName): return
    case .hello(let other):
      throw failure(
        "the catalogue of checks speaks '\(other)'; this casebook speaks \(EvidenceRecord.protocolName)",
        help: "build it with the kit of this version, or update casebook")
    case .check, .metric, .series, .witness, .relation, .dependency, .exit, .verdict, .failure, .end, .unknown:
      throw failure(
        "the catalogue of checks does not begin with a greeting of \(EvidenceRecord.protocolName)",
        help: "its first line must be {\"event\":\"hello\",\"protocol\":\"\(EvidenceRecord.protocolName)\"}")
    }
  }

  /// Asks for all checks; what is wrong with the catalogue itself is told at once.
  mutating func list() throws(CommandFailure) -> [CheckListing] {
    guard process.send("{\"op\":\"list\"}") else { throw ended("listing its checks") }
    var checks: [CheckListing] = []
    var faults: [String] = []
    while true {
      let next = try event(within: checks.isEmpty ? Self.patience : Self.courtesy, while: "listing its checks")
      switch next ?? .end(operation: "list") {
      case .check(let check): checks.append(check)
      case .failure(_, let message): faults.append(message)
      case .end:
        faults += Self.doubles(checks).filter { !faults.contains($0) }
        guard faults.isEmpty else {
          let messages = faults.map { "the catalogue of checks: \($0)" }
          throw CommandFailure(messages + ["nothing was run; mend the catalogue first"])
        }
        return checks
      case .hello, .metric, .series, .witness, .relation, .dependency, .exit, .verdict, .unknown: break
      }
    }
  }

  /// Blocks and names that two checks claim.
  private static func doubles(_ checks: [CheckListing]) -> [String] {
    var faults: [String] = []
    var ids: Set<String> = []
    var blocks: [String: String] = [:]
    for check in checks {
      if !ids.insert(check.id).inserted { faults.append("two checks are named '\(check.id)'") }
      for block in check.blocks {
        if let other = blocks.updateValue(check.id, forKey: block) {
          faults.append("block '\(block)' is covered by '\(other)' and by '\(check.id)'")
        }
      }
    }
    return faults
  }

  /// Runs a check; one at which the catalogue crashes or hangs is a failed check, and the next one finds a new process.
  mutating func run(_ check: CheckListing) throws(CommandFailure) -> CheckRunRecord {
    var run = CheckRunRecord(check)
    var request = "{\"op\":\"run\",\"id\":"
    request += "\"" + check.id.filter { $0 != "\"" && $0 != "\\" } + "\"}"
    guard process.send(request) else { throw ended("being asked for '\(check.id)'") }
    let patience = (check.limit ?? 60_000) + Self.patience
    while true {
      // The end of an answer need not be told where the verdict is.
      switch process.next(within: run.isJudged ? Self.courtesy : patience) {
      case .line(let bytes):
        line += 1
        if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
        let event = try decode(bytes)
        run.add(event)
        guard case .end = event else { continue }
        if !run.isJudged { run.fail("the catalogue gave no verdict") }
        return run
      case .timedOut where run.isJudged: return run
      case .timedOut: run.fail("the catalogue gave no sign for \(patience / 1_000) s and was ended")
      case .ended(let how): run.fail("the catalogue ended (\(how)) while it ran\(lastWords)")
      case .tooLong: run.fail("the catalogue wrote a line of more than 16 MiB and was ended")
      case .interrupted:
        process.kill()
        throw CommandFailure("interrupted")
      }
      try restart()
      return run
    }
  }

  private mutating func restart() throws(CommandFailure) {
    process.kill()
    process.finish()
    process = try Self.start(program, command, root)
    line = 0
    try greet()
  }

  /// Ends the conversation.
  func finish() { process.finish() }

  /// The next event; `nil` where it is only waited for out of courtesy.
  private mutating func event(within patience: Int, while doing: String) throws(CommandFailure) -> CheckEvent? {
    while true {
      switch process.next(within: patience) {
      case .line(let bytes):
        line += 1
        // A blank line is none.
        if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
        return try decode(bytes)
      case .ended: throw ended(doing)
      case .timedOut where patience == Self.courtesy: return nil
      case .timedOut:
        process.kill()
        throw failure(
          "the catalogue of checks did not answer within \(patience / 1_000) s while \(doing)",
          help: "run '\(command.text)' by hand; it must answer {\"op\":\"list\"} on its standard input")
      case .tooLong:
        process.kill()
        throw failure("the catalogue of checks wrote a line of more than 16 MiB while \(doing)", help: nil)
      case .interrupted:
        process.kill()
        throw CommandFailure("interrupted")
      }
    }
  }

  private func decode(_ bytes: [UInt8]) throws(CommandFailure) -> CheckEvent {
    do throws(JSONMistake) {
      return try CheckEvent(line: bytes)
    } catch {
      process.kill()
      let shown = String(decoding: bytes.prefix(80), as: UTF8.self) + (bytes.count > 80 ? "…" : "")
      throw failure(
        "line \(line) of the catalogue of checks is not \(EvidenceRecord.protocolName): \(error.message): '\(shown)'",
        help: "only events belong on its standard output; everything else goes to standard error")
    }
  }

  private func ended(_ doing: String) -> CommandFailure {
    var how = ""
    if case .ended(let code) = process.next(within: 1_000) { how = " (\(code))" }
    return failure(
      "the catalogue of checks ended\(how) while \(doing)", help: "run '\(command.text)' by hand to see why")
  }

  private func failure(_ message: String, help: String?) -> CommandFailure {
    CommandFailure(message + lastWords, help: help)
  }

  private var lastWords: String {
    let words = process.lastWords
    return words.isEmpty ? "" : "; it said: \(words.suffix(3).joined(separator: " ⏎ "))"
  }
}
