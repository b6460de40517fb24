import ArgumentParser

/// Options of every command.
struct TerminalOptions: ParsableArguments {
  @Option(
    name: .customLong("color"), help: ArgumentHelp("When to use colour.", valueName: "when"))
  var color: ColourChoice = .auto

  @Flag(name: .customLong("no-color"), help: "The same as --color never.")
  var noColor = false

  /// Makes the choice known to whatever prints.
  func apply() { Terminal.choice = noColor ? .never : color }
}

extension ColourChoice: ExpressibleByArgument {}
