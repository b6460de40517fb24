import ArgumentParser

/// The texts of `--help`: examples first, then usage and options, then where to go on.
enum Help {
  /// The command that a command line is about.
  static func command(in arguments: [String]) -> (any CasebookCommand.Type)? {
    let words = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
    return Casebook.commands.first { $0.configuration.commandName == words.first }
  }

  /// What `casebook` alone prints.
  static var short: String {
    """
    casebook \(Version.number): \(Casebook.configuration.abstract)

      casebook validate              check the documents of this folder
      casebook tools "memory leak"   which tools for which trouble
      casebook list                  the cases
      casebook show CASE             one case in the terminal
      casebook build                 a site from content/ and templates/

    casebook --help lists all commands.

    """
  }

  /// The help of a command, or of the whole.
  static func full(_ command: (any CasebookCommand.Type)?) -> String {
    guard let command else { return overview }
    let sections = Sections(Casebook.helpMessage(for: command, columns: width))
    var text = "\(command.configuration.abstract)\n\nExamples:\n" + list(command.examples.map { ($0.line, $0.meaning) })
    text += "\nUsage: \(sections["USAGE"].trimmed)\n"
    for (name, title) in [("ARGUMENTS", "Arguments"), ("OPTIONS", "Options")] where !sections[name].isEmpty {
      text += "\n\(title):\n\(sections[name])"
    }
    return text + "\n\(command.next)\n"
  }

  private static var overview: String {
    let commands = Casebook.commands.map { ($0.configuration.commandName ?? "", $0.configuration.abstract) }
    let examples = Casebook.commands.compactMap { $0.examples.first }.prefix(6).map { ($0.line, $0.meaning) }
    return """
      \(Casebook.configuration.abstract)

      Examples:
      \(list(Array(examples)))
      Usage: casebook <command> [options]

      Commands:
      \(list(commands))
      Options:
        -h, --help     this help; after a command, that command's
        --version      the version

      Exit codes: 0 nothing to report, 1 findings or no match, 2 could not do the job.
      The knowledge base is the folder with casebook.yml, found upwards; without one, this folder.
      Next: casebook validate --help

      """
  }

  private static var width: Int { min(Terminal.columns(.output) ?? 80, 100) }

  /// Lines of two columns, the second aligned.
  private static func list(_ rows: [(String, String)]) -> String {
    let first = rows.map { $0.0.count }.max() ?? 0
    return rows.map { "  " + $0.0 + String(repeating: " ", count: first - $0.0.count + 3) + $0.1 + "\n" }.joined()
  }

  /// ArgumentParser's help, cut at its headings.
  private struct Sections {
    private var texts: [String: String] = [:]

    init(_ help: String) {
      var name = ""
      for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
        let heading = ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS"].first { line.hasPrefix($0 + ":") }
        if let heading {
          name = heading
          texts[name] = String(line.dropFirst(heading.count + 1))
          if !(texts[name] ?? "").isEmpty { texts[name]? += "\n" }
        } else if !line.isEmpty {
          texts[name, default: ""] += line + "\n"
        }
      }
    }

    subscript(name: String) -> String { texts[name] ?? "" }
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.first == " " || text.first == "\n" { text.removeFirst() }
    while text.last == " " || text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
