import Glibc

/// A program to start, with all that it is given; nothing else of this process reaches it.
struct ChildProcess: Sendable {
  /// Absolute path.
  var program: String
  /// Without the program's own name.
  var arguments: [String] = []
  /// `NAME=value`, and no other variable.
  var environment: [String] = []
  /// Working folder.
  var folder = "/"
  var input: [UInt8] = []
  var limits = Limits()

  struct Limits: Sendable {
    /// Seconds on the clock, and twice that of processor time for what escapes.
    var seconds = 10
    /// Milliseconds in the place of the seconds, for what is to end sooner.
    var milliseconds: Int?
    /// Whether each word that it prints gives it so many seconds again, up to ten times as many in all.
    var restartsWhenItPrints = false
    /// Bytes that it may print on each stream.
    var output = 64 << 20
    /// Bytes that a file may have which it writes; a parser writes to pipes and to no file.
    var fileSize = 0
    /// Bytes of memory.
    var memory = 4 << 30
  }

  /// How it ended.
  enum End: Sendable, Hashable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    case printedTooMuch
    /// Whoever watched it wanted it ended.
    case stopped
    case notStarted(Int32)
  }

  struct Outcome: Sendable {
    var end: End
    var output: [UInt8] = []
    var errors: [UInt8] = []
  }
}

/// A child that runs: the leader of a process group, with its two streams.
///
/// No shell is between, the group is killed as a whole, and descriptors above 2 are closed before the program begins.
struct RunningChild {
  let process: pid_t
  private(set) var streams: [Stream]
  private let limits: ChildProcess.Limits
  private var deadline: Int
  private let lastDeadline: Int

  /// A pipe from the child; `descriptor` is -1 once it is at its end.
  struct Stream {
    var descriptor: Int32
    var bytes: [UInt8] = []
  }

  /// Starts a program; its input lies in memory, so that nobody has to feed it.
  init(_ child: ChildProcess) throws(SystemError) {
    limits = child.limits
    deadline = Clock.steadyMilliseconds + (child.limits.milliseconds ?? child.limits.seconds * 1_000)
    lastDeadline =
      Clock.steadyMilliseconds + child.limits.seconds * (child.limits.restartsWhenItPrints ? 10_000 : 1_000)
    let input = try Self.file(child.input)
    defer { close(input) }
    let output = try Spawn.pipe()
    let errors: (read: Int32, write: Int32)
    do throws(SystemError) {
      errors = try Spawn.pipe()
    } catch {
      close(output.read)
      close(output.write)
      throw error
    }
    defer {
      close(output.write)
      close(errors.write)
    }
    do throws(SystemError) {
      process = try Spawn.withCStrings(child.environment) { environment in
        Result<pid_t, SystemError> { () throws(SystemError) in
          try Spawn.start(
            child.program, child.arguments, environment: environment, in: child.folder,
            descriptors: [input, output.write, errors.write])
        }
      }.get()
    } catch {
      close(output.read)
      close(errors.read)
      throw error
    }
    for descriptor in [output.read, errors.read] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    streams = [Stream(descriptor: output.read), Stream(descriptor: errors.read)]
    LinuxCalls.limit(process, RLIMIT_CPU, child.limits.seconds * 2)
    LinuxCalls.limit(process, RLIMIT_AS, child.limits.memory)
    LinuxCalls.limit(process, RLIMIT_FSIZE, child.limits.fileSize)
    LinuxCalls.limit(process, RLIMIT_CORE, 0)
  }

  // MARK: Starting

  /// A file without a name that holds the bytes.
  private static func file(_ bytes: [UInt8]) throws(SystemError) -> Int32 {
    var descriptor = LinuxCalls.memoryFile("input")
    if descriptor < 0 {
      var template = Array("/tmp/casebook-XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      guard descriptor >= 0 else { throw SystemError() }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      unlink(template)
    }
    do throws(SystemError) {
      try SystemCall.writeAll(descriptor, bytes)
    } catch {
      close(descriptor)
      throw error
    }
    lseek(descriptor, 0, SEEK_SET)
    return descriptor
  }

  // MARK: Running

  /// Milliseconds that are left.
  var remaining: Int { max(0, deadline - Clock.steadyMilliseconds) }

  /// Whether both streams are at their end.
  var isSilent: Bool { streams.allSatisfy { $0.descriptor < 0 } }

  /// Takes what a stream holds; says whether it stays within its limit.
  mutating func read(_ stream: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while streams[stream].descriptor >= 0 {
      let count = SystemCall.retrying { Glibc.read(streams[stream].descriptor, &buffer, buffer.count) }
      if count < 0, errno == EAGAIN { break }
      guard count > 0 else {
        close(streams[stream].descriptor)
        streams[stream].descriptor = -1
        break
      }
      streams[stream].bytes += buffer[..<count]
      if limits.restartsWhenItPrints { deadline = min(Clock.steadyMilliseconds + limits.seconds * 1_000, lastDeadline) }
      if streams[stream].bytes.count > limits.output { return false }
      if count < buffer.count { break }
    }
    return true
  }

  /// Whether the leader has ended; it is not taken away yet, so that its number can't be another's.
  var hasEnded: Bool {
    var info = siginfo_t()
    let code = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
    return code == 0 && info.si_signo == SIGCHLD || code != 0 && errno == ECHILD
  }

  /// Kills the whole group, takes the leader away, closes the streams.
  mutating func finish(_ reason: ChildProcess.End? = nil) -> ChildProcess.Outcome {
    if reason == nil { for stream in streams.indices { _ = read(stream) } }
    kill(-process, SIGKILL)
    kill(process, SIGKILL)
    var status: Int32 = 0
    _ = SystemCall.retrying { waitpid(process, &status, 0) }
    for stream in streams where stream.descriptor >= 0 { close(stream.descriptor) }
    let signal = status & 0x7F
    return ChildProcess.Outcome(
      end: reason ?? (signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)), output: streams[0].bytes,
      errors: streams[1].bytes)
  }
}
