import Glibc

/// Starts programs: leaders of a process group each, no shell between, nothing of ours open but what is handed over.
enum Spawn {
  /// Starts a program in a folder. Throws where the system refuses.
  ///
  /// - Parameters:
  ///   - program: an absolute path.
  ///   - arguments: without the program's own name.
  ///   - environment: `NAME=value`, ended by a null.
  ///   - descriptors: become the program's 0, 1 and 2; all above are closed.
  static func start(
    _ program: String, _ arguments: [String], environment: UnsafePointer<UnsafeMutablePointer<CChar>?>,
    in folder: String,
    descriptors: [Int32]
  ) throws(SystemError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    guard LinuxCalls.begin(&actions, in: folder) else { throw SystemError(ENOSYS) }
    for (number, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    LinuxCalls.close(&actions, from: Int32(descriptors.count))
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let code = withCStrings([program] + arguments) { arguments in
      posix_spawn(&process, program, &actions, &attributes, arguments, environment)
    }
    guard code == 0 else { throw SystemError(code) }
    return process
  }

  /// A pipe whose ends close in children by themselves.
  static func pipe() throws(SystemError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw SystemError() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Texts as the list of pointers that the system wants, ended by a null.
  static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      var empty: UnsafeMutablePointer<CChar>?
      return withUnsafePointer(to: &empty) { body(buffer.baseAddress ?? $0) }
    }
  }
}
