import Glibc

/// When colour is wanted.
enum ColourChoice: String, CaseIterable { case auto, always, never }

/// What the terminal can do, asked once.
enum Terminal {
  enum Stream: Int32 { case output = 1, error = 2 }

  /// What `--color` and `--no-color` said; set once, before any command runs.
  nonisolated(unsafe) static var choice = ColourChoice.auto

  static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Decides colour for a stream, first match wins: option, `NO_COLOR`, `CLICOLOR_FORCE` or `FORCE_COLOR`, `TERM=dumb`,
  /// terminal.
  static func colours(of stream: Stream) -> Bool {
    ColourDecision(
      choice: choice, noColor: Environment.value("NO_COLOR"), clicolorForce: Environment.value("CLICOLOR_FORCE"),
      forceColor: Environment.value("FORCE_COLOR"), term: Environment.value("TERM"), isTerminal: isTerminal(stream)
    ).isOn
  }

  /// Columns of the terminal; `nil` where the stream is none.
  static func columns(_ stream: Stream) -> Int? { size(stream).map(\.columns) }

  static func rows(_ stream: Stream) -> Int? { size(stream).map(\.rows) }

  private static func size(_ stream: Stream) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

/// The decision table of colour, as a value that a test can fill.
struct ColourDecision {
  var choice: ColourChoice
  var noColor: String?
  var clicolorForce: String?
  var forceColor: String?
  var term: String?
  var isTerminal: Bool

  var isOn: Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if let noColor, !noColor.isEmpty { return false }
    for force in [clicolorForce, forceColor] {
      if let force, !force.isEmpty, force != "0" { return true }
    }
    return term != "dumb" && isTerminal
  }
}
