import CasebookChecks
import Glibc

/// Checks that do what a check must not, and one that does nothing wrong: the harness must tell them apart.
@main struct EvilChecks: CheckCatalog {
  static var checks: [Check] {
    evil("evil/crash") { _ in raise(SIGSEGV) }
    evil("evil/hang", limit: .seconds(1)) { _ in while true { sleep(1) } }
    evil("evil/spin", limit: .seconds(1)) { _ in while getpid() != 0 {} }
    evil("evil/survivor") { _ in
      leaveSleeper(ownSession: true)
      leaveSleeper(ownSession: false)
    }
    evil("evil/many-survivors") { _ in for _ in 0..<20 { leaveSleeper(ownSession: true) } }
    evil("evil/survivor-and-crash") { _ in
      leaveSleeper(ownSession: true)
      abort()
    }
    evil("evil/output") { _ in
      let block = String(repeating: "x", count: 1 << 16)
      while true { print(block) }
    }
    evil("evil/disk") { run in
      for file in 0..<64 { fill(run.directory + "/\(file)", mebibytes: 16) }
      sleep(5)
    }
    evil("evil/one-large-file") { run in
      if !fill(run.directory + "/large", mebibytes: 300) { throw Evil(what: "the file is too large") }
    }
    evil("evil/throws") { _ in throw Evil(what: "thrown on purpose") }
    evil("evil/exit") { _ in exit(0) }
    evil("evil/memory") { _ in
      _ = UnsafeMutableRawPointer.allocate(byteCount: 64 << 30, alignment: 16)
    }
    evil("evil/garbage") { _ in write(3, "no evidence\n", 12) }
    evil("evil/no-directory") { run in
      rmdir(run.directory)
      throw Evil(what: "its directory is gone")
    }
    evil("evil/read-only-directory") { run in
      mkdir(run.directory + "/closed", 0o700)
      fill(run.directory + "/closed/file", mebibytes: 1)
      chmod(run.directory + "/closed", 0)
      throw Evil(what: "its directory is closed")
    }
    good("good/plain")
    good("good/last")
  }
}

/// A check whose bug misbehaves; it says first where its directory is, for the test to look at.
private func evil(
  _ id: String, limit: Duration = .seconds(20), _ deed: @escaping @Sendable (CheckContext) throws -> Void
) -> Check {
  Check(id, case: "evil", variants: [.bug(), .fix()], claims: [claim], limit: limit) { run in
    run.record("value", run.isBug ? 1 : 0)
    guard run.isBug else { return }
    let line = "directory=\(run.directory)\n"
    write(2, line, line.utf8.count)
    try deed(run)
  }
}

private func good(_ id: String) -> Check {
  Check(id, case: "good", variants: [.bug(), .fix()], claims: [claim]) { run in
    print("a check may print; this is no evidence: {\"event\":\"verdict\"}")
    run.record("value", run.isBug ? 1 : 0)
  }
}

private let claim = Claim("the bug has one, the fix none") { try $0.bug["value"] == 1 && $0.fix["value"] == 0 }

private struct Evil: Error { let what: String }

/// Starts a process that outlives its parent, under a name by which the test finds it.
private func leaveSleeper(ownSession: Bool) {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  // POSIX_SPAWN_SETSID, which is a GNU extension.
  if ownSession { posix_spawnattr_setflags(&attributes, 0x80) }
  var pid = pid_t()
  var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("86398"), nil]
  posix_spawn(&pid, "/bin/sleep", nil, &attributes, &arguments, environ)
}

/// Writes a file. `false` where it may not grow that far.
@discardableResult private func fill(_ path: String, mebibytes: Int) -> Bool {
  let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
  guard file >= 0 else { return false }
  defer { close(file) }
  let block = [UInt8](repeating: 1, count: 1 << 20)
  for _ in 0..<mebibytes {
    guard write(file, block, block.count) == block.count else { return false }
  }
  return true
}
