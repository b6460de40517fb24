import Glibc

/// The command under `checks:` that starts the catalogue of checks: a program and its arguments, no shell between.
struct CatalogueCommand {
  /// Program and arguments.
  var words: [String]
  /// Where it is written: `casebook.yml:9:9`.
  var origin: String

  /// Takes one text, split at blanks, or a list of words; `nil` where there is no word.
  init?(_ texts: [String], origin: String) {
    words = texts.count == 1 ? texts[0].split(separator: " ").map(String.init) : texts
    self.origin = origin
    guard let first = words.first, !first.isEmpty else { return nil }
  }

  /// As it is written.
  var text: String { words.joined(separator: " ") }

  /// Whether it may compile before it answers, which takes minutes where nothing is built yet.
  var mayBuild: Bool { words.first == "swift" }

  /// The program of the command, and its arguments.
  struct Program {
    var path: String
    var arguments: [String]
  }

  /// Finds what to start.
  ///
  /// `swift run … name` takes a second to find out that nothing has to be built. A program `name` beside this one, or in the
  /// package's `.build/release`, that is newer than everything below `Sources` is what it would start.
  func program(root: String, search: String = Environment.value("PATH") ?? "/usr/local/bin:/usr/bin:/bin") -> Program? {
    if let built = built(root: root) { return Program(path: built, arguments: []) }
    guard let first = words.first else { return nil }
    let arguments = Array(words.dropFirst())
    if first.contains("/") {
      let path = Paths.join(root, first)
      return access(path, X_OK) == 0 && Self.isFile(path) ? Program(path: path, arguments: arguments) : nil
    }
    for folder in search.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(first)"
      if access(path, X_OK) == 0, Self.isFile(path) { return Program(path: path, arguments: arguments) }
    }
    return nil
  }

  private func built(root: String) -> String? {
    guard words.count >= 3, words[0] == "swift", words[1] == "run", let name = words.last, !name.hasPrefix("-"),
      !name.contains("/"), words.contains("release"), !words.contains("--package-path")
    else { return nil }
    guard let newest = Self.newestSource(root) else { return nil }
    let own = Paths.real("/proc/self/exe").map(Paths.parent)
    for folder in [own, Paths.join(root, ".build/release")].compactMap(\.self) {
      let path = Paths.join(folder, name)
      if access(path, X_OK) == 0, Self.isFile(path), let time = Self.time(path), time > newest { return path }
    }
    return nil
  }

  /// The youngest file of the package, as far as it decides what is built; `nil` where there is no package.
  private static func newestSource(_ root: String) -> Int? {
    guard var newest = time(Paths.join(root, "Package.swift")) else { return nil }
    var pending = [Paths.join(root, "Sources")]
    while let folder = pending.popLast() {
      // A file that was taken away changes its folder.
      if let time = time(folder) { newest = max(newest, time) }
      for name in FolderNames.read(folder) {
        let path = Paths.join(folder, name)
        switch FileKind(at: path) {
        case .folder: pending.append(path)
        case .file: newest = max(newest, time(path) ?? .max)
        case .link, .fifo, .socket, .device, nil: break
        }
      }
    }
    return newest
  }

  private static func isFile(_ path: String) -> Bool {
    if case .file = FileKind(at: path) { true } else { false }
  }

  /// Nanoseconds of the last change.
  private static func time(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
  }
}
