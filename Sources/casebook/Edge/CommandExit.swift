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

/// Why a command cannot go on: one message that says where and what to do, then exit 2.
struct CommandFailure: Error {
  /// A sentence without a final stop: `casebook.yml:3:1: unknown key 'contnet'; did you mean 'content'?`
  var message: String
  /// What to do, where the message alone does not say it.
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
