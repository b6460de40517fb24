import ArgumentParser

/// One command: its options are parsed by ArgumentParser, its work ends in an exit code.
protocol CasebookCommand: ParsableCommand {
  /// What to type and what it does, shown first in the help; the first one is the commonest.
  static var examples: [Example] { get }

  /// What to read or type next, at the end of the help.
  static var next: String { get }

  /// Whether the result may go through a pager.
  var isPaged: Bool { get }

  func execute() throws(CommandFailure) -> CommandExit
}

extension CasebookCommand {
  var isPaged: Bool { false }
}

/// A line of the help: `casebook tools "memory leak"` and what it gives.
struct Example {
  var line: String
  var meaning: String

  init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
