import CasebookRules
import Glibc

/// Starts the parsers that the rules about code ask for: python3, bash, swiftc, found on `PATH`.
struct ParserPrograms {
  private let path: String
  private var found: [String: String?] = [:]

  init(path: String = ProgramSearch.path) { self.path = path }

  /// Runs all; a program that is not there is told as such.
  mutating func start(_ runs: [ParserRun]) -> [ParserOutcome] {
    var outcomes = [ParserOutcome](repeating: ParserOutcome(.notFound), count: runs.count)
    var children: [ChildProcess] = []
    var indices: [Int] = []
    var folders: [TemporaryFolder] = []
    for (index, run) in runs.enumerated() {
      guard let program = find(run.program) else { continue }
      var child = ChildProcess(program: program, arguments: run.arguments, environment: environment, input: run.input)
      child.limits.seconds = run.limit
      child.limits.restartsWhenItPrints = true
      if !run.files.isEmpty {
        guard let folder = TemporaryFolder(run.files) else {
          outcomes[index].end = .killed
          continue
        }
        child.folder = folder.path
        folders.append(folder)
      }
      children.append(child)
      indices.append(index)
    }
    for (index, outcome) in zip(indices, ChildPool.run(children)) {
      outcomes[index] = ParserOutcome(Self.end(outcome.end), output: outcome.output, errors: outcome.errors)
    }
    for folder in folders { folder.remove() }
    return outcomes
  }

  private static func end(_ end: ChildProcess.End) -> ParserOutcome.End {
    switch end {
    case .exited(let status): .exited(status)
    case .notStarted(let code): code == ENOENT || code == EACCES ? .notFound : .killed
    case .signalled, .timedOut, .printedTooMuch, .stopped: .killed
    }
  }

  private var environment: [String] { ["PATH=\(path)", "LC_ALL=C", "TZ=UTC", "HOME=/"] }

  private mutating func find(_ name: String) -> String? {
    if let known = found[name] { return known }
    let result = ProgramSearch.find(name, path: path)
    found[name] = .some(result)
    return result
  }
}

/// A folder of our own for the files that a parser is to read.
private struct TemporaryFolder {
  let path: String
  private let names: [String]

  /// Writes the files; `nil` where the disk refuses.
  init?(_ files: [ParserRun.File]) {
    let base = Environment.value("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(base)/casebook-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    names = files.map(\.name)
    for file in files {
      let descriptor = open("\(path)/\(file.name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        remove()
        return nil
      }
      defer { close(descriptor) }
      guard (try? SystemCall.writeAll(descriptor, file.bytes)) != nil else {
        remove()
        return nil
      }
    }
  }

  func remove() {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
