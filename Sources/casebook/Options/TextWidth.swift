import ArgumentParser
import CasebookRender

/// Columns and colours of text for people.
enum TextWidth {
  /// The columns that were asked for, else the terminal's up to 100, else 80.
  static func columns(_ asked: Int?) -> Int { asked ?? min(Terminal.columns(.output) ?? 80, 100) }

  static var mode: TextMode { Terminal.colours(of: .output) ? .ansi : .plain }

  /// Refuses columns in which no text can be set.
  static func check(_ width: Int?) throws {
    if let width, !(20...1_000).contains(width) { throw ValidationError("--width must be from 20 to 1000") }
  }
}
