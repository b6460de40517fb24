import ArgumentParser
import CasebookSource

/// Finds a command that does not exist, before ArgumentParser calls it an unexpected argument.
enum UnknownWord {
  /// `valdate` → unknown command 'valdate'; did you mean 'validate'?
  static func find(in arguments: [String]) -> CommandFailure? {
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = Casebook.commands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return nil }
    let near = DidYouMean.suggestions(for: word, among: names)
    let hint = near.isEmpty ? "" : DidYouMean.hint(for: word, among: names)
    return CommandFailure("unknown command '\(word)'\(hint)", help: "casebook --help lists the commands")
  }
}

/// Words ArgumentParser's messages as ours: a rule in lower case, without a final stop.
enum UsageMessage {
  static func text(_ message: String, _ arguments: [String]) -> String {
    var text = message
    while let last = text.last, last == "." || last == "\n" { text.removeLast() }
    for (theirs, ours) in [(". Did you mean", "; did you mean"), (". Please provide one of", "; one of")] {
      text = text.replacing(theirs, with: ours)
    }
    text = onOneLine(text)
    guard let first = text.first else { return "cannot read the command line" }
    return first.lowercased() + text.dropFirst()
  }

  /// `one of the following:` and a list → `one of 'human', 'short' or 'json'`
  private static func onOneLine(_ text: String) -> String {
    guard let heading = text.firstRange(of: "the following:\n") else { return text }
    let names = text[heading.upperBound...].split(separator: "\n").map { "'\($0.drop { $0 == " " || $0 == "-" })'" }
    guard let last = names.last else { return text }
    return text[..<heading.lowerBound] + names.dropLast().joined(separator: ", ") + " or " + last
  }
}
