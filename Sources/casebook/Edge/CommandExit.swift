/// How a command ends: the three exit codes, kept for ever.
enum CommandExit: Int32 {
  /// Done, nothing to report.
  case clean = 0
  /// Findings, or no match.
  case findings = 1
  /// Could not do the job: bad usage, an unreadable path, a bad configuration.
  case failure = 2

  /// The worse of two ends, so that one unreadable file outweighs any finding.
  func and(_ other: CommandExit) -> CommandExit { rawValue >= other.rawValue ? self : other }
}

/// Why a command cannot go on: what is wrong, where, and what to do; then exit 2.
struct CommandFailure: Error {
  /// Sentences without a final stop: `casebook.yml:3:1: unknown key 'contnet'; did you mean 'content'?`
  var messages: [String]
  /// What to do, where the message alone does not say it.
  var help: String?

  init(_ message: String, help: String? = nil) {
    messages = [message]
    self.help = help
  }

  /// Several mistakes, all told at once.
  init(_ messages: [String], help: String? = nil) {
    self.messages = messages
    self.help = help
  }

  /// Prints it on standard error.
  func report() {
    for message in messages { StandardError.report(.error, message, help: message == messages.last ? help : nil) }
  }
}
