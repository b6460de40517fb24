import ArgumentParser
import CasebookSearch
import CasebookSource
import Glibc

/// `casebook match`: the case that fits a log or a description, or an honest "no match".
struct MatchCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "Find the case that fits a log or a description.",
    usage: "casebook match [<file>] [--no-refresh] [--json]")
  static let examples = [
    Example("dmesg | casebook match -", "what the kernel says, against all cases"),
    Example("casebook match crash.log", "a file"),
    Example("echo 'memory grows until the OOM kill' | casebook match", "a description"),
    Example("casebook match crash.log --json", "for programs and agents"),
  ]
  static let next = "Next: casebook show CASE prints the case that fits."

  @Argument(help: "A text file; - or nothing reads standard input.")
  var file = "-"

  @Flag(help: "Print casebook.match/1.")
  var json = false

  @Flag(help: "Use the index as it is, without a look for changed files.")
  var noRefresh = false

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let text = try read()
    var source = try SearchSource(base, refreshes: !noRefresh)
    var answer = CaseMatcher(source.search).match(text)
    if answer.isDamaged {
      try source.rebuild()
      answer = CaseMatcher(source.search).match(text)
    }
    if answer.isCut { StandardError.report(.note, "only both ends of the text were read, half a MiB each") }
    if json {
      try StandardOutput.write(MatchReport.json(answer))
    } else if answer.matches.isEmpty {
      StandardError.report(.error, "no case matches")
      try StandardOutput.write(MatchReport.nearest(answer, source.base))
    } else {
      try StandardOutput.write(MatchReport.text(answer, source.base))
    }
    if source.isIncomplete { return .failure }
    return answer.matches.isEmpty ? .findings : .clean
  }

  private func read() throws(CommandFailure) -> [UInt8] {
    if file == "-", isatty(STDIN_FILENO) != 0 {
      throw CommandFailure("nothing to match: name a file, or pipe a log", help: "casebook match --help")
    }
    let name = file == "-" ? "standard input" : file
    do throws(SystemError) {
      let descriptor =
        file == "-" ? dup(STDIN_FILENO) : Root.openAt(AT_FDCWD, DiskName(text: file), O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw SystemError() }
      defer { close(descriptor) }
      let bytes = try SystemCall.readToEnd(descriptor, expected: 1 << 16, limit: 256 << 20)
      guard bytes.contains(where: { $0 > 0x20 }) else { throw SystemError(0) }
      return bytes
    } catch {
      if error.code == 0 { throw CommandFailure("\(name): nothing to match: the text is empty") }
      throw CommandFailure("\(name): \(error.message)", help: file == "-" ? nil : GivenPath.near(file))
    }
  }
}
