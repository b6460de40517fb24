import Glibc

/// The program that shows a long text page by page.
struct Pager {
  let command: String

  /// The pager for a text: only on a terminal, only where the text is taller.
  ///
  /// `CASEBOOK_PAGER`, else `PAGER`, else `less -FIRX`; an empty value turns it off.
  static func wanted(for text: [UInt8]) -> Pager? {
    guard Terminal.isTerminal(.output), let rows = Terminal.rows(.output) else { return nil }
    guard text.count(where: { $0 == 0x0A }) >= rows else { return nil }
    let command = Environment.value("CASEBOOK_PAGER") ?? Environment.value("PAGER") ?? "less -FIRX"
    return command.allSatisfy { $0 == " " } ? nil : Pager(command: command)
  }

  /// Runs the pager on a text and waits for it; `false` where it could not be started.
  func show(_ text: [UInt8]) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    posix_spawn_file_actions_addclose(&actions, ends[1])
    // A child must die of a closed pipe as other programs do.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let texts: [String] = ["/bin/sh", "-c", command]
    let words: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let failure = posix_spawn(&child, "/bin/sh", &actions, &attributes, words, environ)
    close(ends[0])
    guard failure == 0 else {
      close(ends[1])
      return false
    }
    // Keys such as Ctrl-C are the pager's while it runs.
    let interrupt = signal(SIGINT, SIG_IGN)
    try? SystemCall.writeAll(ends[1], text)
    close(ends[1])
    var status: Int32 = 0
    _ = SystemCall.retrying { waitpid(child, &status, 0) }
    signal(SIGINT, interrupt)
    // What the shell says where there is no such program.
    let code = status >> 8 & 0xFF
    return code != 126 && code != 127
  }
}
