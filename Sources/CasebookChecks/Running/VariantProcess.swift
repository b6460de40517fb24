import FoundationEssentials
import Glibc

/// A child process that runs one variant: its limits, what it wrote, how it ended.
final class VariantProcess {
  /// Bytes that a check may print, of which the last ones are kept, and bytes that its directory may hold.
  static let maximumOutput = 8 << 20
  static let keptOutput = 4_096
  static let maximumDirectory = 256 << 20

  let variant: Variant
  let pid: pid_t
  let start = ContinuousClock.now
  private let directory: FreshDirectory
  private let deadline: ContinuousClock.Instant
  private(set) var events: Int32
  private(set) var output: Int32
  private var eventBytes: [UInt8] = []
  private var printed = 0
  private var outputTail: [UInt8] = []
  /// Why it was ended from outside.
  private var stopped: (exit: VariantExit, reason: String)?
  private var status: Int32?

  /// Starts it. Throws where the machine refuses.
  init(_ check: Check, _ variant: Variant) throws {
    self.variant = variant
    directory = try FreshDirectory()
    deadline = start + check.limit
    let order = ChildOrder(check: check.id, variant: variant.name, directory: directory.path)
    do {
      (pid, events, output) = try Spawn.start(order)
    } catch {
      directory.remove()
      throw error
    }
  }

  var isOver: Bool { status != nil }

  /// Reads what there is; closes what has ended.
  func read() {
    if events >= 0, !Self.drain(events, { self.eventBytes += $0 }) {
      close(events)
      events = -1
    }
    if output >= 0, !Self.drain(output, keep) {
      close(output)
      output = -1
    }
  }

  /// Looks whether it has ended, and ends it where it must not go on.
  func supervise(now: ContinuousClock.Instant, looksAtDirectory: Bool) {
    var code: Int32 = 0
    if waitpid(pid, &code, WNOHANG) == pid {
      status = code
      return
    }
    guard stopped == nil else { return }
    if now >= deadline {
      stop(.timedOut, "still running after \(Self.seconds(deadline - start)) s")
    } else if printed > Self.maximumOutput || eventBytes.count > Self.maximumOutput {
      stop(.crashed, "wrote more than \(Self.maximumOutput >> 20) MiB of output")
    } else if looksAtDirectory, directory.size > Self.maximumDirectory {
      stop(.crashed, "wrote more than \(Self.maximumDirectory >> 20) MiB of files")
    }
  }

  /// Ends what is left of it and gives its evidence.
  func finish(running: Set<pid_t>) -> VariantEvidence {
    let survivors = Survivors.end(group: pid, running: running)
    read()
    for descriptor in [events, output] where descriptor >= 0 { close(descriptor) }
    (events, output) = (-1, -1)
    directory.remove()
    var evidence =
      (try? JSONDecoder().decode(VariantEvidence.self, from: Data(eventBytes)))
      ?? VariantEvidence(name: variant.name, role: variant.role, expect: variant.expect, exit: .crashed, detail: nil)
    if let stopped {
      evidence.exit = stopped.exit
      evidence.detail = detail(stopped.reason)
    } else if eventBytes.isEmpty {
      evidence.detail = detail(Self.words(status ?? 0))
    } else if evidence.exit == .crashed {
      evidence.detail = detail("wrote evidence that can't be read")
    } else if survivors > 0, evidence.exit == .ok {
      evidence.exit = .crashed
      evidence.detail = detail("left \(survivors) \(survivors == 1 ? "process" : "processes") behind")
    } else if evidence.exit == .threw {
      evidence.detail = detail(evidence.detail ?? "threw an error")
    }
    if evidence.wallMs == 0 { evidence.wallMs = (ContinuousClock.now - start).inMilliseconds }
    return evidence
  }

  private func stop(_ exit: VariantExit, _ reason: String) {
    stopped = (exit, reason)
    kill(-pid, SIGKILL)
    kill(pid, SIGKILL)
  }

  private func keep(_ bytes: ArraySlice<UInt8>) {
    printed += bytes.count
    outputTail += bytes
    if outputTail.count > 2 * Self.keptOutput { outputTail.removeFirst(outputTail.count - Self.keptOutput) }
  }

  private func detail(_ reason: String) -> String {
    let tail = String(decoding: outputTail.suffix(Self.keptOutput), as: UTF8.self)
    return tail.isEmpty ? reason : "\(reason)\n\(tail)"
  }

  /// `1`, `0.5`
  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration.inMilliseconds / 1_000
    return Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  private static func words(_ status: Int32) -> String {
    let signal = status & 0x7F
    if signal != 0 { return "ended by signal \(signal) (\(String(cString: strsignal(signal))))" }
    return "exit code \((status >> 8) & 0xFF) without evidence"
  }

  /// Reads until nothing is there; `false` at the end of the stream.
  private static func drain(_ descriptor: Int32, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    for _ in 0..<64 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { take(buffer[..<count]) } else if count == 0 { return false } else if errno != EINTR { return true }
    }
    return true
  }
}
