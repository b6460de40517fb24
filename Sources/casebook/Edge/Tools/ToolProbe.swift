import CasebookModel
import CasebookSource
import Glibc

/// What became of looking for a tool on this machine.
enum ToolState: Equatable {
  /// The program's path, and its version where it tells one.
  case here(path: String, version: String?)
  /// It is there and does not start.
  case broken(path: String)
  case missing
  /// No program at all, but a setting or a method.
  case unknown
}

/// Looks for tools below the folders of PATH and asks them, side by side, for their versions.
///
/// A tool is asked only in the words that its entry gives, which the reader of the registry bounds to few; directly, without a
/// shell, with nothing of our environment but PATH and HOME, for seconds and kilobytes at most.
struct ToolProbe {
  private let folders: [String]
  private let environment: [String]

  init() {
    let path = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin"
    var folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    // Tools of administrators lie where only root's PATH leads to.
    for folder in ["/usr/local/sbin", "/usr/sbin", "/sbin"] where !folders.contains(folder) { folders.append(folder) }
    self.folders = folders
    environment = [
      "PATH=\(folders.joined(separator: ":"))", "HOME=\(Environment.value("HOME") ?? "/")", "LC_ALL=C.UTF-8",
      "TERM=dumb",
    ]
  }

  /// States in the order of the tools.
  func states(of tools: [Tool]) -> [ToolState] {
    var states = [ToolState](repeating: .unknown, count: tools.count)
    var children: [ChildProcess] = []
    var asked: [(index: Int, path: String)] = []
    for (index, tool) in tools.enumerated() {
      let names = tool.module == nil ? tool.executables : ["python3"]
      guard !names.isEmpty else { continue }
      guard let path = names.lazy.compactMap(find).first else {
        states[index] = .missing
        continue
      }
      states[index] = .here(path: path, version: nil)
      guard let arguments = Self.question(tool) else { continue }
      var child = ChildProcess(program: path, arguments: arguments, environment: environment)
      child.limits = ChildProcess.Limits(seconds: 5, output: 64 << 10, memory: 1 << 40)
      children.append(child)
      asked.append((index, path))
    }
    for (question, outcome) in zip(asked, ChildPool.run(children, atOnce: 8)) {
      states[question.index] = Self.state(outcome, question.path, isModule: tools[question.index].module != nil)
    }
    return states
  }

  private static func question(_ tool: Tool) -> [String]? {
    if let module = tool.module {
      return ["-c", "import importlib.metadata as m, sys; print(m.version(sys.argv[1]))", module]
    }
    return tool.versionArguments.isEmpty ? nil : tool.versionArguments
  }

  private static func state(_ outcome: ChildProcess.Outcome, _ path: String, isModule: Bool) -> ToolState {
    let version = version(in: outcome.output) ?? version(in: outcome.errors)
    switch outcome.end {
    case .exited(0): return .here(path: path, version: version)
    // The loader's and the shell's own codes: the program has not begun.
    case .exited(126), .exited(127), .notStarted: return isModule ? .missing : .broken(path: path)
    case .exited: return isModule ? .missing : .here(path: path, version: version)
    case .signalled, .timedOut, .printedTooMuch, .stopped: return isModule ? .missing : .here(path: path, version: nil)
    }
  }

  /// The first regular file of that name that may be run.
  private func find(_ name: String) -> String? {
    guard !name.isEmpty, !name.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return folders.lazy.map { "\($0)/\(name)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
  }

  /// The first number with a point in it: `ss utility, iproute2-6.1.0` → `6.1.0`.
  static func version(in output: [UInt8]) -> String? {
    let text = output.prefix(4_096)
    func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    var index = text.startIndex
    while index < text.endIndex {
      guard isDigit(text[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < text.endIndex,
        isDigit(text[end]) || text[end] == 0x2E && end + 1 < text.endIndex && isDigit(text[end + 1])
      {
        end += 1
      }
      if text[index..<end].contains(0x2E) { return String(decoding: text[index..<min(end, index + 24)], as: UTF8.self) }
      index = end
    }
    return nil
  }
}
