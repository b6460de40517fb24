import CasebookChecks
import Glibc
import Synchronization

/// A log that is rotated and deleted four times: how many bytes take room under no name?
let deletedButOpen = Check(
  "disk/deleted-but-open", case: "deleted-but-open",
  variants: [
    .bug(covers: "deleted-but-open.bug"),
    .fix(covers: "deleted-but-open.fix"),
  ],
  claims: [
    Claim("the bug hides a mebibyte more with each rotation, the fix none") {
      try $0.bug.series("hidden") == [1, 2, 3, 4] && $0.fix.series("hidden") == [0, 0, 0, 0]
    },
    Claim("what is written after a rotation can be read in the fix's log, and not in the bug's") {
      try $0.fix["last-line-in-log"] == 1 && $0.bug["last-line-in-log"] == 0
    },
  ]
) { run in
  let path = run.directory + "/app.log"
  let log = try Log(path)
  reopenAsked.store(false, ordering: .sequentiallyConsistent)
  // The bug has no handler, and SIGHUP must not end the process.
  unblockHangUp()
  if run.isBug { signal(SIGHUP, SIG_IGN) } else { signal(SIGHUP) { _ in reopenAsked.store(true, ordering: .relaxed) } }
  for rotation in 1...4 {
    try log.write(String(repeating: "x", count: (1 << 20) - 1) + "\n")
    // What a rotation without copies does: a new name, a new file, the signal, and the old file goes.
    guard rename(path, path + ".1") == 0 else { throw LogFault("rename") }
    close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600))
    raise(SIGHUP)
    if reopenAsked.exchange(false, ordering: .sequentiallyConsistent) { try log.reopen() }
    guard unlink(path + ".1") == 0 else { throw LogFault("unlink") }
    let hidden = Double(log.hiddenBytes) / Double(1 << 20)
    run.sample("hidden", x: Double(rotation), y: hidden, xLabel: "rotations", yLabel: "MiB that no name leads to")
  }
  run.record(
    "hidden-after-4", log.hiddenBytes, unit: "bytes",
    beside: run.written(bug: "4 rotations: 4 MiB", fix: "4 rotations: 0 MiB"))
  try log.write("the last line\n")
  run.record("last-line-in-log", ProcFS.text(path).hasSuffix("the last line\n") ? 1 : 0)
}

/// Set by the signal; a handler may do no more than that.
private let reopenAsked = Atomic<Bool>(false)

/// Lets this thread have the signal: threads of a pool block all of them.
private func unblockHangUp() {
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGHUP)
  pthread_sigmask(SIG_UNBLOCK, &signals, nil)
}

private struct LogFault: Error, CustomStringConvertible {
  let description: String
  init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}

private final class Log {
  private let path: String
  private var file: Int32

  init(_ path: String) throws {
    self.path = path
    file = Log.open(path)
    guard file >= 0 else { throw LogFault("open") }
  }

  deinit { close(file) }

  func write(_ text: String) throws {
    guard Glibc.write(file, text, text.utf8.count) == text.utf8.count else { throw LogFault("write") }
  }

  func reopen() throws {
    close(file)
    file = Log.open(path)
    guard file >= 0 else { throw LogFault("open") }
  }

  /// Bytes of the open file, if no name leads to it.
  var hiddenBytes: Int {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_nlink == 0 else { return 0 }
    return Int(status.st_size)
  }

  private static func open(_ path: String) -> Int32 {
    Glibc.open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
  }
}
