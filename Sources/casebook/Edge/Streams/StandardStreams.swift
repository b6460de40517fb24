import CasebookSource
import Glibc

/// Standard output: data, and nothing else.
enum StandardOutput {
  /// Writes a result; a reader that has gone away ends the process silently with 0, as `head` expects.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do throws(SystemError) {
      try SystemCall.writeAll(STDOUT_FILENO, bytes)
    } catch {
      if error.code == EPIPE { exit(CommandExit.clean.rawValue) }
      throw CommandFailure("standard output: \(error.message)")
    }
  }

  static func write(_ text: String) throws(CommandFailure) { try write(Array(text.utf8)) }
}

/// Standard error: messages for people.
enum StandardError {
  /// Prints `error: message`, the first word in colour where that is wanted.
  static func report(
    _ severity: Label, _ message: String, help: String? = nil, colour: Bool = Terminal.colours(of: .error)
  ) {
    var text = (colour ? "\u{1B}[1;\(severity.colour)m\(severity.rawValue):\u{1B}[0m " : "\(severity.rawValue): ")
    text += VisibleText.string(message) + "\n"
    if let help { text += (colour ? "\u{1B}[1mhelp:\u{1B}[0m " : "help: ") + VisibleText.string(help) + "\n" }
    write(text)
  }

  /// Prints text as it is; a closed stream is no reason to fail.
  static func write(_ text: String) {
    try? SystemCall.writeAll(STDERR_FILENO, Array(text.utf8))
  }

  enum Label: String {
    case error, warning, note

    fileprivate var colour: Int {
      switch self {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    }
  }
}

/// Standard input.
enum StandardInput {
  /// Reads all of it, up to the largest document there may be.
  static func read(limit: Int) throws(CommandFailure) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try SystemCall.readToEnd(STDIN_FILENO, expected: 64 << 10, limit: limit)
    } catch {
      throw CommandFailure("standard input: \(error.message)")
    }
    guard bytes.count <= limit else {
      throw CommandFailure("standard input is larger than \(ByteCount.text(limit)), the most one document may have")
    }
    return bytes
  }
}
