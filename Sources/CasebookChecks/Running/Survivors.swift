import CCheckSupport
import Glibc

/// Ends what a variant leaves behind: its process group, and processes that left the group.
enum Survivors {
  /// Makes orphans come to this process, so that they can be found.
  static func adopt() { _ = casebook_adopt_orphans() }

  /// Ends the group of a variant, and every child of this process that is no running variant.
  ///
  /// - Returns: how many had survived their variant, itself not counted.
  @discardableResult static func end(group: pid_t, running: Set<pid_t>) -> Int {
    kill(-group, SIGKILL)
    var count = 0
    // A process that is killed hands its children on, so another look is needed; a thousand are a fork bomb's.
    for _ in 0..<1_000 {
      let orphans = children().subtracting(running)
      guard !orphans.isEmpty else { break }
      for orphan in orphans {
        kill(orphan, SIGKILL)
        var status: Int32 = 0
        while waitpid(orphan, &status, 0) < 0, errno == EINTR {}
        count += 1
      }
    }
    return count
  }

  private static func children() -> Set<pid_t> {
    var found: Set<pid_t> = []
    for thread in ProcFS.names("/proc/self/task") {
      for word in ProcFS.text("/proc/self/task/\(thread)/children").split(separator: " ") {
        if let child = pid_t(word) { found.insert(child) }
      }
    }
    return found
  }
}
