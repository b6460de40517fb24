import CasebookRules
import Glibc

/// Starts the parsers that the rules about code ask for: python3, bash, swiftc, found on `PATH`.
struct ParserPrograms {
  private let path: String
  private var found: [String: String?] = [:]

  init(path: String = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin") { self.path = path }

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
    case .signalled, .timedOut, .printedTooMuch: .killed
    }
  }

  private var environment: [String] { ["PATH=\(path)", "LC_ALL=C", "TZ=UTC", "HOME=/"] }

  /// The first program of that name on the path; a script only where there is no other.
  ///
  /// Scripts in the place of a program start it in their turn, and take longer for that than a block takes to parse.
  private mutating func find(_ name: String) -> String? {
    if let known = found[name] { return known }
    let candidates = path.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .filter { access($0, X_OK) == 0 && Self.isFile($0) }
    let result = candidates.first(where: Self.isBinary) ?? candidates.first
    found[name] = .some(result)
    return result
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a file begins as ELF does.
  private static func isBinary(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 4)
    return SystemCall.retrying { read(descriptor, &head, 4) } == 4 && head == [0x7F, 0x45, 0x4C, 0x46]
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
