import CasebookChecks
import Glibc

/// A server that tests a file and then opens it, and somebody who puts a link in its place: every order, on real files.
let checkThenUse = Check(
  "race/check-then-use", case: "check-then-use",
  variants: [
    .bug(covers: "check-then-use.bug"),
    .fix(covers: "check-then-use.fix"),
    .fix("tested-twice", expect: .refuted),
  ],
  claims: [
    Claim("the bug reads the secret in some order, the fix in none") {
      try $0.bug["secrets-read"] > 0 && $0.fix["secrets-read"] == 0
    },
    Claim("where the link came in between, the fix is told ELOOP") {
      try $0.fix["ELOOP"] > 0 && $0.bug["ELOOP"] == 0
    },
    Claim("the file that was meant is still read, and the bug reads the secret besides") {
      try $0.fix["files-read"] > 0 && $0.bug["secrets-read"] > 0
    },
  ]
) { run in
  let design = FileDesign(run.variant)
  var replays = FileReplay(directory: run.directory, design)
  var fault: (any Error)?
  let all = run.explore(
    FileActs(), [server(design), intruder()],
    bad: { acts in
      do { return try replays.replay(acts.done) == .secret } catch { fault = error }
      return false
    }, outcome: { _ in "the server hands out the secret" })
  if let fault { throw fault }
  run.record("orders", all.total, unit: "orders")
  run.record(
    "secrets-read", all.bad, unit: "orders",
    beside: run.written(bug: "orders that hand out the secret: 1", fix: "orders that hand out the secret: 0"))
  run.record("files-read", replays.files, unit: "orders")
  run.record("ELOOP", replays.loops, unit: "orders")
}

private enum FileDesign {
  /// `lstat`, then `open` by the same name.
  case testedByName
  /// `open` with `O_NOFOLLOW`, then `fstat` of what is open.
  case openedFirst
  /// `lstat`, `lstat`, then `open`: a smaller window.
  case testedTwice

  init(_ variant: String) {
    switch variant {
    case "bug": self = .testedByName
    case "tested-twice": self = .testedTwice
    default: self = .openedFirst
    }
  }
}

private enum FileAct { case test, open, openWithoutFollowing, testWhatIsOpen, unlink, link }

/// What was done, in order: the explorer finds the orders, and each is then done on files.
private struct FileActs {
  var done: [FileAct] = []
}

private func server(_ design: FileDesign) -> Script<FileActs, Void> {
  let acts: [(FileAct, String)] =
    switch design {
    case .testedByName: [(.test, "lstat: a plain file"), (.open, "open by name")]
    case .testedTwice: [(.test, "lstat"), (.test, "lstat again"), (.open, "open by name")]
    case .openedFirst: [(.openWithoutFollowing, "open with O_NOFOLLOW"), (.testWhatIsOpen, "fstat of what is open")]
    }
  return script("server", acts)
}

private func intruder() -> Script<FileActs, Void> {
  script("intruder", [(.unlink, "unlink report.txt"), (.link, "symlink report.txt to the secret")])
}

private func script(_ name: String, _ acts: [(FileAct, String)]) -> Script<FileActs, Void> {
  Script(name, ()) {
    for (act, text) in acts { Step(text) { world, _ in world.done.append(act) } }
  }
}

/// Does an order's acts with system calls, in a folder of its own.
private struct FileReplay {
  enum End { case secret, file, refused }

  let directory: String
  let design: FileDesign
  private(set) var files = 0
  private(set) var loops = 0
  private var number = 0

  init(directory: String, _ design: FileDesign) {
    self.directory = directory
    self.design = design
  }

  mutating func replay(_ acts: [FileAct]) throws -> End {
    number += 1
    let folder = "\(directory)/order-\(number)"
    guard mkdir(folder, 0o700) == 0 else { throw FileFault("mkdir") }
    let secret = folder + "/secret.txt"
    let report = folder + "/report.txt"
    try write("secret", to: secret)
    try write("report", to: report)
    var file: Int32 = -1
    defer { if file >= 0 { close(file) } }
    var isRefused = false
    for act in acts {
      switch act {
      case .unlink: guard unlink(report) == 0 else { throw FileFault("unlink") }
      case .link: guard symlink(secret, report) == 0 else { throw FileFault("symlink") }
      case .test:
        var status = stat()
        if lstat(report, &status) != 0 || status.st_mode & S_IFMT != S_IFREG { isRefused = true }
      case .open: if !isRefused { file = Glibc.open(report, O_RDONLY | O_CLOEXEC) }
      case .openWithoutFollowing:
        file = Glibc.open(report, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        if file < 0, errno == ELOOP { loops += 1 }
      case .testWhatIsOpen:
        var status = stat()
        if file < 0 || fstat(file, &status) != 0 || status.st_mode & S_IFMT != S_IFREG { isRefused = true }
      }
    }
    guard file >= 0, !isRefused else { return .refused }
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = read(file, &buffer, buffer.count)
    if String(decoding: buffer[..<max(count, 0)], as: UTF8.self) == "secret" { return .secret }
    files += 1
    return .file
  }

  private func write(_ text: String, to path: String) throws {
    let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
    guard file >= 0 else { throw FileFault("open") }
    defer { close(file) }
    guard Glibc.write(file, text, text.utf8.count) == text.utf8.count else { throw FileFault("write") }
  }
}

private struct FileFault: Error, CustomStringConvertible {
  let description: String
  init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}
