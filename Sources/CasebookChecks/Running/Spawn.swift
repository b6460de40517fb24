import Glibc

/// Starts this program again as the child that runs a variant.
enum Spawn {
  /// - Returns: the child, and the ends of the pipes for its evidence and for what it prints, which don't block.
  static func start(_ order: ChildOrder) throws -> (pid_t, events: Int32, output: Int32) {
    let events = try pipe()
    let output: (read: Int32, write: Int32)
    do { output = try pipe() } catch {
      close(events.read)
      close(events.write)
      throw error
    }
    defer {
      close(events.write)
      close(output.write)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.write, 1)
    posix_spawn_file_actions_adddup2(&actions, output.write, 2)
    posix_spawn_file_actions_adddup2(&actions, events.write, ChildOrder.descriptor)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)

    var pid = pid_t()
    let failed = withStrings([CommandLine.arguments.first ?? "casebook-checks"]) { arguments in
      withStrings(environment(order)) { environment in
        posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, arguments, environment)
      }
    }
    guard failed == 0 else {
      close(events.read)
      close(output.read)
      throw RunnerFault("a process can't be started: \(String(cString: strerror(failed)))")
    }
    return (pid, events.read, output.read)
  }

  /// What the caller has, but for what would make runs differ.
  private static func environment(_ order: ChildOrder) -> [String] {
    let fixed = ["TZ=UTC", "LC_ALL=C.UTF-8", "SWIFT_BACKTRACE=enable=no", "\(ChildOrder.variable)=\(order.text)"]
    let names = Set(fixed.compactMap { $0.split(separator: "=").first })
    var result = fixed
    var entry = environ
    while let text = entry.pointee {
      let line = String(cString: text)
      if let name = line.split(separator: "=").first, !names.contains(name) { result.append(line) }
      entry += 1
    }
    return result
  }

  /// A pipe above the descriptors that a child uses, closed in children by itself.
  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw RunnerFault("no pipe: \(String(cString: strerror(errno)))") }
    for index in ends.indices {
      let moved = fcntl(ends[index], F_DUPFD_CLOEXEC, ChildOrder.descriptor + 1)
      close(ends[index])
      ends[index] = moved
    }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  private static func withStrings<T>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> T
  ) -> T {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      // An array with an element has an address.
      guard let base = buffer.baseAddress else { return withStrings(texts, body) }
      return body(base)
    }
  }
}
