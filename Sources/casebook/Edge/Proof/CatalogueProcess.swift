import Glibc

/// A catalogue of checks that runs: lines to its standard input, lines from its standard output.
///
/// It leads a process group of its own, which is killed as a whole; what it says on standard error is kept, the end of it.
final class CatalogueProcess {
  /// What waiting for a line gives.
  enum Answer {
    case line([UInt8])
    /// The stream is at its end, and what the process ended with.
    case ended(String)
    case timedOut
    case tooLong
    case interrupted
  }

  private static let longestLine = 16 << 20
  private static let keptErrors = 8 << 10

  private let process: pid_t
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var pending: [UInt8] = []
  /// Bytes of `pending` that hold no line break.
  private var searched = 0
  private(set) var errorTail: [UInt8] = []
  private var ending: String?

  /// Starts a program in a folder. Throws where the system refuses.
  init(_ program: CatalogueCommand.Program, folder: String) throws(SystemError) {
    var pipes: [(read: Int32, write: Int32)] = []
    do throws(SystemError) {
      for _ in 0..<3 { pipes.append(try Spawn.pipe()) }
      process = try Spawn.start(
        program.path, program.arguments, environment: environ, in: folder,
        descriptors: [pipes[0].read, pipes[1].write, pipes[2].write])
    } catch {
      for pipe in pipes { [pipe.read, pipe.write].forEach { close($0) } }
      throw error
    }
    for descriptor in [pipes[0].read, pipes[1].write, pipes[2].write] { close(descriptor) }
    (input, output, errors) = (pipes[0].write, pipes[1].read, pipes[2].read)
    for descriptor in [output, errors] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
  }

  deinit { finish() }

  /// Sends a line; `false` where nobody reads it any more.
  func send(_ line: String) -> Bool {
    (try? SystemCall.writeAll(input, Array((line + "\n").utf8))) != nil
  }

  /// Waits for the next line, so many milliseconds at most.
  func next(within milliseconds: Int) -> Answer {
    let deadline = Clock.steadyMilliseconds + milliseconds
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        let line = Array(pending[..<end])
        pending.removeFirst(end + 1)
        searched = 0
        return .line(line)
      }
      searched = pending.count
      if pending.count > Self.longestLine { return .tooLong }
      if Interruption.isWanted { return .interrupted }
      if output < 0 { return .ended(reap()) }
      let left = deadline - Clock.steadyMilliseconds
      guard left > 0 else { return .timedOut }
      var polls = [output, errors].filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&polls, nfds_t(polls.count), Int32(min(left, 200))) > 0 else { continue }
      if !Self.drain(output, into: &pending) {
        close(output)
        output = -1
      }
      if errors >= 0, !Self.drain(errors, into: &errorTail) {
        close(errors)
        errors = -1
      }
      if errorTail.count > 2 * Self.keptErrors { errorTail.removeFirst(errorTail.count - Self.keptErrors) }
    }
  }

  /// The last lines that it wrote on standard error.
  var lastWords: [String] {
    if errors >= 0 { _ = Self.drain(errors, into: &errorTail) }
    return errorTail.suffix(Self.keptErrors).split(separator: 0x0A).suffix(12).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Ends its input, gives it a moment, and kills what is left of its group.
  func finish() {
    if input >= 0 { close(input) }
    input = -1
    if ending == nil {
      let deadline = Clock.steadyMilliseconds + 2_000
      while !hasEnded, Clock.steadyMilliseconds < deadline, !Interruption.isWanted { usleep(2_000) }
      _ = reap()
    }
    for descriptor in [output, errors] where descriptor >= 0 { close(descriptor) }
    (output, errors) = (-1, -1)
  }

  /// Kills it at once.
  func kill() {
    Glibc.kill(-process, SIGKILL)
    Glibc.kill(process, SIGKILL)
  }

  private var hasEnded: Bool {
    var info = siginfo_t()
    return waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_signo == SIGCHLD
  }

  /// Takes the process away, its group with it, and tells how it ended.
  private func reap() -> String {
    if let ending { return ending }
    // One that closes its output and goes on is not waited for.
    let deadline = Clock.steadyMilliseconds + 500
    while !hasEnded, Clock.steadyMilliseconds < deadline { usleep(1_000) }
    kill()
    var status: Int32 = 0
    _ = SystemCall.retrying { waitpid(process, &status, 0) }
    let signal = status & 0x7F
    let text = signal == 0 ? "exit code \((status >> 8) & 0xFF)" : "signal \(signal)"
    ending = text
    return text
  }

  /// Reads what there is; `false` at the end of the stream.
  private static func drain(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    for _ in 0..<64 {
      let count = SystemCall.retrying { read(descriptor, &buffer, buffer.count) }
      if count < 0 { return errno == EAGAIN }
      if count == 0 { return false }
      bytes += buffer[..<count]
      if count < buffer.count { return true }
    }
    return true
  }

}
