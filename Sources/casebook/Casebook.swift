import ArgumentParser
import Glibc

/// The executable: argv → exit code. Everything else is a library that neither prints nor reads the disk.
@main struct Casebook: ParsableCommand {
  /// The commands in the order of the help; one file each in `Commands/`.
  static let commands: [any CasebookCommand.Type] = [
    ValidateCommand.self,
    FixCommand.self,
    ExplainCommand.self,
    ToolsCommand.self,
    DoctorCommand.self,
    SearchCommand.self,
    MatchCommand.self,
    ShowCommand.self,
    ListCommand.self,
    RenderCommand.self,
    BuildCommand.self,
    ServeCommand.self,
    CheckCommand.self,
    NewCommand.self,
    ExportCommand.self,
    SchemaCommand.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Debugging cases in Markdown: checked, searched, shown, and built into a site.",
    subcommands: commands)

  static func main() {
    // A closed pipe is an answer of `write`, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    // Whoever starts programs from a thread that takes no signals hands that on: this one could not be ended.
    var endings = sigset_t()
    sigemptyset(&endings)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&endings, number) }
    pthread_sigmask(SIG_UNBLOCK, &endings, nil)
    Glibc.exit(run(Arguments.all).rawValue)
  }

  /// Parses, runs, and turns whatever happens into an exit code: the one place that chooses it.
  static func run(_ arguments: [String]) -> CommandExit {
    do {
      if arguments.isEmpty {
        try StandardOutput.write(Help.short)
        return .clean
      }
      if arguments.first == "--version" {
        try StandardOutput.write(Version.text + "\n")
        return .clean
      }
      if let failure = UnknownWord.find(in: arguments) { throw failure }
      guard let command = try parseAsRoot(arguments) as? any CasebookCommand else {
        // ArgumentParser answers `--help` with a command of its own.
        try StandardOutput.write(Help.full(Help.command(in: arguments)))
        return .clean
      }
      return try command.execute()
    } catch let failure as CommandFailure {
      failure.report()
      return .failure
    } catch {
      return report(error, arguments)
    }
  }

  /// Help and version are no errors; the rest of what ArgumentParser throws is bad usage.
  private static func report(_ error: any Error, _ arguments: [String]) -> CommandExit {
    let command = Help.command(in: arguments)
    guard exitCode(for: error) == .success else {
      let name = command?.configuration.commandName
      let message = UsageMessage.text(message(for: error), arguments)
      StandardError.report(.error, message, help: "casebook \(name.map { $0 + " " } ?? "")--help")
      return .failure
    }
    do throws(CommandFailure) {
      let isHelp = arguments.first == "help" || arguments.contains("-h") || arguments.contains("--help")
      try StandardOutput.write(isHelp ? Help.full(command) : fullMessage(for: error) + "\n")
      return .clean
    } catch {
      error.report()
      return .failure
    }
  }
}
