import ArgumentParser
import CasebookServe
import CasebookSource
import Glibc

/// `casebook serve`: the site as it would be built, at an address of this machine, new with every save.
struct ServeCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site while it is written: pages reload when a file is saved.",
    usage: "casebook serve [--port <port>] [--content <folder>] [--templates <folder>]")
  static let examples = [
    Example("casebook serve", "http://localhost:8137/, or the next port that is free"),
    Example("casebook serve --port 9000", "this port, or a failure"),
    Example("casebook serve --content notes", "any folder of Markdown"),
  ]
  static let next = "Next: casebook build writes the same pages into site/."

  /// The first port that is tried where none is given.
  static let usualPort = 8137

  @Option(help: ArgumentHelp("The port to listen on (default: the first free one from 8137).", valueName: "port"))
  var port: Int?

  @Option(help: ArgumentHelp("The theme: files that replace built-in ones (default: templates).", valueName: "folder"))
  var templates: String?

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if let port, !(1...65_535).contains(port) { throw ValidationError("--port \(port): a port is from 1 to 65535") }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let options = base
    let overrides: [ConfigurationKey: String] = templates.map { [.templates: $0] } ?? [:]
    let watch: FileWatch
    do throws(SystemError) {
      watch = try FileWatch()
    } catch {
      throw CommandFailure("changes of files can't be watched: \(error.message)")
    }
    var silent = options
    silent.verbose = false
    let first = try options.open(overrides: overrides)
    // Watched before it is read: what changes in between is seen.
    _ = watch.watch(LiveSite.places(of: first))
    var site = LiveSite { () throws(CommandFailure) in try silent.open(overrides: overrides) }
    guard let update = try site.update() else { return .clean }
    let board = PreviewBoard(update.state, run: Self.word())
    PreviewReport.first(update)
    listen(board)
    while true {
      let missing = watch.watch(site.watched)
      if missing > 0 {
        StandardError.report(
          .warning, "\(missing) folders can't be watched; they are looked at every second",
          help: "sysctl fs.inotify.max_user_watches tells how many may be")
      }
      guard watch.wait(milliseconds: missing > 0 ? 1_000 : -1) || missing > 0 else { continue }
      follow(&site, board)
    }
  }

  /// Builds what has changed and shows it; a failure leaves the pages as they are.
  private func follow(_ site: inout LiveSite, _ board: PreviewBoard) {
    let started = Clock.steadyMilliseconds
    do throws(CommandFailure) {
      guard let update = try site.update() else { return }
      board.show(update.state)
      PreviewReport.update(update, milliseconds: Clock.steadyMilliseconds - started)
    } catch {
      board.fail(error.messages.joined(separator: "\n"))
      error.report()
    }
  }

  /// Serves beside the watching; what ends it ends the process.
  private func listen(_ board: PreviewBoard) {
    let (wanted, token) = (port, Self.word())
    Task.detached {
      do throws(PreviewServer.Failure) {
        try await PreviewServer.run(
          board, port: wanted ?? Self.usualPort, isExact: wanted != nil, token: token
        ) { port in
          if wanted == nil, port != Self.usualPort {
            StandardError.report(.note, "port \(Self.usualPort) is taken; this is port \(port)")
          }
          try? StandardOutput.write("http://localhost:\(port)/\n")
        }
      } catch {
        Self.failure(error).report()
      }
      Glibc.exit(CommandExit.failure.rawValue)
    }
  }

  private static func failure(_ failure: PreviewServer.Failure) -> CommandFailure {
    switch failure {
    case .noPort(let first, let last) where first == last:
      CommandFailure("port \(first) is taken", help: "without --port the next free one is found")
    case .noPort(let first, let last):
      CommandFailure("the ports from \(first) to \(last) are taken", help: "casebook serve --port names another one")
    case .system(let message): CommandFailure("the preview can't be served: \(message)")
    }
  }

  /// A word that nobody can guess.
  private static func word() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
  }
}
