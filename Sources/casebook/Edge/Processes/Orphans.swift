import Glibc

/// Processes that a child started and left behind: they come to this process, are counted, and end.
enum Orphans {
  /// Does some work with one child at a time; gives the work's result and how many processes had survived the child.
  ///
  /// The child's group is killed by whoever waits for it. What was killed there counts as a survivor; what had ended by
  /// itself before that does not.
  static func watching<Result>(_ work: () -> Result) -> (result: Result, survivors: Int) {
    let own = children()
    LinuxCalls.adoptOrphans(true)
    defer { LinuxCalls.adoptOrphans(false) }
    let result = work()
    return (result, end(sparing: own))
  }

  private static func end(sparing own: Set<pid_t>) -> Int {
    var count = 0
    // A process that is killed hands its children on, so another look is needed; a thousand are a fork bomb's.
    for _ in 0..<1_000 {
      let orphans = children().subtracting(own)
      guard !orphans.isEmpty else { break }
      for orphan in orphans {
        kill(orphan, SIGKILL)
        var status: Int32 = 0
        guard SystemCall.retrying({ waitpid(orphan, &status, 0) }) == orphan else { continue }
        if status & 0x7F == SIGKILL { count += 1 }
      }
    }
    return count
  }

  private static func children() -> Set<pid_t> {
    var found: Set<pid_t> = []
    for thread in FolderNames.read("/proc/self/task") {
      let descriptor = open("/proc/self/task/\(thread)/children", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { close(descriptor) }
      let bytes = (try? SystemCall.readToEnd(descriptor, expected: 4_096, limit: 1 << 20)) ?? []
      for word in bytes.split(separator: 0x20) {
        if let child = pid_t(String(decoding: word, as: UTF8.self)) { found.insert(child) }
      }
    }
    return found
  }
}
