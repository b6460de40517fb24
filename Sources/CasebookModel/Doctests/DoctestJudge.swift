import CasebookSource

extension DoctestResult {
  /// Errors that are told of one program; the rest are mostly their consequence.
  private static let mostFindings = 5
  /// Bytes of output that are shown of a program that failed.
  private static let keptOutput = 4_096
  /// SIGILL, SIGTRAP, SIGABRT: which it is depends on the processor.
  private static let trapSignals: Set<Int32> = [4, 5, 6]

  /// Judges a program by how each of its texts was compiled and ran.
  package static func judged(_ program: DoctestProgram, _ trials: [DoctestTrial]) -> DoctestResult {
    var result = DoctestResult(program, .passed, ran: true)
    result.milliseconds = trials.reduce(0) { $0 + $1.milliseconds }
    for fault in program.faults { result.add(fault.message, at: fault.range) }
    if result.findings.isEmpty {
      for (source, trial) in zip(program.sources, trials) { result.judge(trial, source.side) }
    }
    if !result.findings.isEmpty { result.verdict = .failed }
    return result
  }

  private mutating func judge(_ trial: DoctestTrial, _ side: CodeRole?) {
    if case .refused(let reason) = trial.end { return add(reason, at: program.at) }
    if case .failsToCompile(let text) = program.expectation { return judge(trial, saying: text) }
    guard trial.compiles else { return addErrors(of: trial, side) }
    switch program.expectation {
    case .compiles, .failsToCompile: break
    case .traps: judgeTrap(trial)
    case .runs: judgeRun(trial, side)
    case .tellsApart(let type):
      guard side == .bug else { return judgeRun(trial, side) }
      // Red on the bug: whatever goes wrong while it runs will do.
      var red = self
      red.findings = []
      red.judgeRun(trial, side)
      if red.findings.isEmpty {
        add(
          "the scenario must fail with the bug that defines '\(type)'; it does not, and so tells nothing",
          at: program.at)
      }
    }
  }

  private mutating func judge(_ trial: DoctestTrial, saying text: String) {
    let errors = CompilerMessages(trial.messages, program).errors
    guard !trial.compiles else {
      return add("the block must fail to compile, saying '\(text)'; it compiles", at: program.at)
    }
    if errors.contains(where: { $0.isOwn && $0.text.contains(text) }) { return }
    add("the block must fail to compile, saying '\(text)'; the compiler says something else", at: program.at)
    addErrors(of: trial, nil)
  }

  private mutating func addErrors(of trial: DoctestTrial, _ side: CodeRole?) {
    let read = CompilerMessages(trial.messages, program)
    let with = side.map { " (with the \($0.rawValue))" } ?? ""
    for error in read.errors.prefix(Self.mostFindings) { add(error.text + with, at: error.range, notes: error.notes) }
    guard read.errors.isEmpty else { return }
    add("the compiler gave up\(with): \(read.start.first ?? "it said nothing")", at: program.at)
  }

  private mutating func judgeTrap(_ trial: DoctestTrial) {
    switch trial.end {
    case .signalled(let signal) where Self.trapSignals.contains(signal):
      let place = TrapPlace(trial.errors, program)
      guard let line = place.line, !program.isOwn(line: line) else { return }
      add("the trap must come from the block that says so", at: program.at)
      add(place.message, at: program.range(line: line, column: nil))
    case .exited(let status):
      add("the block must be stopped by a trap; it ended with exit code \(status)", at: program.at)
      keep(trial, trial.errors)
    case .signalled, .timedOut, .printedTooMuch, .wroteTooMuch, .leftProcesses, .notStarted, .refused:
      judgeRun(trial, nil)
    }
  }

  private mutating func judgeRun(_ trial: DoctestTrial, _ side: CodeRole?) {
    let answers = DoctestSupport.Answers(
      trial.errors, mark: DoctestSupport.mark(of: program), values: program.values)
    let with = side.map { " (with the \($0.rawValue))" } ?? ""
    let before = findings.count
    for number in answers.wrong.keys.sorted().prefix(Self.mostFindings) {
      let value = program.values[number - 1]
      add("the value must be \(value.text); it is \(answers.wrong[number] ?? "")\(with)", at: value.range)
    }
    switch trial.end {
    case .exited(0):
      for number in program.values.indices.map({ $0 + 1 }) where !answers.reached.contains(number) {
        add("the program ended before this value was reached\(with)", at: program.values[number - 1].range)
      }
    case .exited(let status): add("the program must end well; its exit code is \(status)\(with)", at: program.at)
    case .signalled(let signal):
      let trap = TrapPlace(answers.rest, program)
      let range = trap.line.map { program.range(line: $0, column: nil) } ?? program.at
      let what = trap.message.isEmpty ? "signal \(signal)" : trap.message
      add("the program must end well; it was stopped: \(what)\(with)", at: range)
    case .timedOut(let milliseconds):
      add("the program must end within \(Self.seconds(milliseconds)) s; it was still running\(with)", at: program.at)
    case .printedTooMuch: add("the program printed more than may be\(with)", at: program.at)
    case .wroteTooMuch: add("the program wrote more to its folder than may be\(with)", at: program.at)
    case .leftProcesses(let count):
      add("the program must leave nothing behind; \(count) of its processes still ran\(with)", at: program.at)
    case .notStarted, .refused: break
    }
    if findings.count > before { keep(trial, answers.rest) }
  }

  private mutating func keep(_ trial: DoctestTrial, _ errors: [UInt8]) {
    guard output.isEmpty else { return }
    var text = trial.output
    if !text.isEmpty, !errors.isEmpty, text.last != 0x0A { text.append(0x0A) }
    for line in errors.split(separator: 0x0A, omittingEmptySubsequences: false) {
      // Addresses in the runtime say nothing, and differ from run to run.
      if line.elementsEqual("Current stack trace:".utf8) { break }
      text += line + [0x0A]
    }
    while text.last == 0x0A { text.removeLast() }
    output = String(decoding: text.suffix(Self.keptOutput), as: UTF8.self)
  }

  /// 5000 → `5`, 200 → `0.2`
  private static func seconds(_ milliseconds: Int) -> String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000)" : "\(Double(milliseconds) / 1_000)"
  }
}

/// Where a trap says that it is: `content/a.md:15: Fatal error: no such user`.
private struct TrapPlace {
  var line: Int?
  var message = ""

  init(_ errors: [UInt8], _ program: DoctestProgram) {
    let file = program.name.split(separator: "/").last.map(String.init) ?? program.name
    for bytes in errors.split(separator: 0x0A) {
      let text = String(decoding: bytes.prefix(1_000), as: UTF8.self)
      guard let sign = Self.signs.lazy.compactMap({ Self.split(text, at: $0) }).first else { continue }
      message = sign.message
      let parts = sign.place.split(separator: ":")
      guard parts.count >= 2, let number = parts.last.flatMap({ Int($0) }), parts[parts.count - 2].hasSuffix(file)
      else {
        line = nil
        continue
      }
      line = number
    }
  }

  private static let signs = ["Fatal error", "Assertion failed", "Precondition failed"]

  private static func split(_ text: String, at sign: String) -> (place: String, message: String)? {
    let (all, part) = (Array(text.utf8), Array((": " + sign).utf8))
    guard all.count >= part.count else { return nil }
    for start in 0...(all.count - part.count) where all[start...].starts(with: part) {
      return (String(decoding: all[..<start], as: UTF8.self), String(decoding: all[(start + 2)...], as: UTF8.self))
    }
    return nil
  }
}
