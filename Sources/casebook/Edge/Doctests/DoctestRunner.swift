import CasebookModel
import CasebookSource

/// Compiles and runs doctests: all blocks that changed are compiled side by side, joined to one executable, and run one after
/// the other.
struct DoctestRunner {
  /// Milliseconds that a program may run where its block says nothing else.
  private static let usualTimeout = 10_000
  private static let maximumOutput = 8 << 20
  private static let maximumDirectory = 256 << 20

  let compiler: SwiftCompiler

  /// One text of a program on its way through compiler and run.
  private struct Job {
    var program: Int
    var source: Int
    var hasSupport: Bool
    var trial = DoctestTrial(compiles: false)
    /// The executable that it is a part of.
    var executable: String?
  }

  /// Results in the order of the programs; `nil` where the run was interrupted.
  func run(_ programs: [DoctestProgram], progress: (DoctestProgram) -> Void) -> [DoctestResult]? {
    DoctestFolder.tidy()
    let folder: DoctestFolder
    do throws(SystemError) {
      folder = try DoctestFolder()
    } catch {
      return programs.map { refused($0, "no folder for temporary files can be written: \(error.message)") }
    }
    defer { folder.remove() }
    var jobs: [Job] = []
    for (index, program) in programs.enumerated() where program.faults.isEmpty {
      for source in program.sources.indices {
        jobs.append(Job(program: index, source: source, hasSupport: program.hasValues && program.isStarted))
      }
    }
    compile(&jobs, programs, folder)
    link(&jobs, programs, folder)
    for index in jobs.indices where jobs[index].executable != nil {
      guard !Interruption.isWanted else { return nil }
      progress(programs[jobs[index].program])
      start(&jobs[index], index, programs[jobs[index].program], folder)
    }
    guard !Interruption.isWanted else { return nil }
    return programs.enumerated().map { index, program in
      DoctestResult.judged(program, jobs.filter { $0.program == index }.map(\.trial))
    }
  }

  private func refused(_ program: DoctestProgram, _ reason: String) -> DoctestResult {
    var trial = DoctestTrial(compiles: false)
    trial.end = .refused(reason)
    return DoctestResult.judged(program, [trial])
  }

  // MARK: Compiling

  private func compile(_ jobs: inout [Job], _ programs: [DoctestProgram], _ folder: DoctestFolder) {
    for index in jobs.indices {
      let program = programs[jobs[index].program]
      do throws(SystemError) {
        try folder.write(program.sources[jobs[index].source].text, "\(index)/main.swift")
        if jobs[index].hasSupport {
          try folder.write(DoctestSupport.source(mark: DoctestSupport.mark(of: program)), "\(index)/support.swift")
        }
      } catch {
        jobs[index].trial.end = .refused("the block could not be written for the compiler: \(error.message)")
      }
    }
    let children = jobs.indices.map {
      compiler.compilation(of: $0, hasSupport: jobs[$0].hasSupport, in: folder.path)
    }
    for (index, outcome) in ChildPool.run(children).enumerated() where jobs[index].trial.end == .notStarted {
      jobs[index].trial.messages = outcome.errors + outcome.output
      switch outcome.end {
      case .exited(0): jobs[index].trial.compiles = holds(SwiftCompiler.object(index), folder)
      case .exited: break
      case .signalled(let signal): jobs[index].trial.end = .refused("swiftc died of signal \(signal)")
      case .timedOut: jobs[index].trial.end = .refused("swiftc did not end in time")
      case .printedTooMuch, .stopped: jobs[index].trial.end = .refused("swiftc printed without end")
      case .notStarted(let code):
        jobs[index].trial.end = .refused("swiftc could not be started: \(SystemError(code).message)")
      }
    }
  }

  /// Whether a file is there and not empty.
  private func holds(_ name: String, _ folder: DoctestFolder) -> Bool {
    if case .file(let size) = FileKind(at: Paths.join(folder.path, name)) { size > 0 } else { false }
  }

  /// Joins what is to be started to one executable, or, where two blocks export one name, each to its own.
  private func link(_ jobs: inout [Job], _ programs: [DoctestProgram], _ folder: DoctestFolder) {
    let wanted = jobs.indices.filter { jobs[$0].trial.compiles && programs[jobs[$0].program].isStarted }
    guard !wanted.isEmpty else { return }
    if link(wanted, as: "all", &jobs, folder) == nil { return }
    for index in wanted {
      if let message = link([index], as: "one\(index)", &jobs, folder) {
        jobs[index].trial.end = .refused("the block compiles and can't be linked: \(message)")
      }
    }
  }

  /// Gives the first line of what went wrong.
  private func link(_ numbers: [Int], as name: String, _ jobs: inout [Job], _ folder: DoctestFolder) -> String? {
    let main = "\(name).swift"
    guard (try? folder.write(SwiftCompiler.main(numbers), main)) != nil else { return "the disk refuses" }
    let outcomes = ChildPool.run([compiler.link(numbers, main: main, to: name, in: folder.path)])
    guard let outcome = outcomes.first, outcome.end == .exited(0), holds(name, folder) else {
      let lines = (outcomes.first?.errors ?? []).split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      return lines.first { $0.contains("error") } ?? lines.first ?? "swiftc said nothing"
    }
    for number in numbers { jobs[number].executable = name }
    return nil
  }

  // MARK: Running

  private func start(_ job: inout Job, _ number: Int, _ program: DoctestProgram, _ folder: DoctestFolder) {
    guard let executable = job.executable else { return }
    let own: DoctestFolder
    do throws(SystemError) {
      own = try DoctestFolder(inMemory: true)
    } catch {
      job.trial.end = .refused("no folder for the program can be made: \(error.message)")
      return
    }
    defer { own.remove() }
    var child = ChildProcess(
      program: Paths.join(folder.path, executable), arguments: ["\(number)"], folder: own.path)
    child.environment = [
      "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=\(own.path)", "TMPDIR=\(own.path)",
      "SWIFT_BACKTRACE=enable=no",
    ]
    let timeout = program.timeout ?? Self.usualTimeout
    child.limits.milliseconds = timeout
    child.limits.seconds = timeout / 1_000 + 1
    child.limits.output = Self.maximumOutput
    child.limits.fileSize = Self.maximumDirectory
    let start = Clock.steadyMilliseconds
    let (outcomes, survivors) = Orphans.watching {
      ChildPool.run([child], atOnce: 1) { _ in own.size <= Self.maximumDirectory }
    }
    job.trial.milliseconds = Clock.steadyMilliseconds - start
    guard let outcome = outcomes.first else { return }
    job.trial.output = outcome.output
    job.trial.errors = outcome.errors
    switch outcome.end {
    case .exited where survivors > 0: job.trial.end = .leftProcesses(survivors)
    case .exited(let status): job.trial.end = .exited(status)
    case .signalled(let signal): job.trial.end = .signalled(signal)
    case .timedOut: job.trial.end = .timedOut(milliseconds: timeout)
    case .printedTooMuch: job.trial.end = .printedTooMuch
    case .stopped: job.trial.end = .wroteTooMuch
    case .notStarted(let code):
      job.trial.end = .refused("the program could not be started: \(SystemError(code).message)")
    }
  }
}
