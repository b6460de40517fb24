/// Escape sequences of the styles that the command line uses.
enum Paint {
  static func strong(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func faint(_ text: String, _ colour: Bool) -> String { colour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  static func apply(_ style: TextTable.Style, _ text: String, _ colour: Bool) -> String {
    switch style {
    case .plain: text
    case .strong: strong(text, colour)
    case .faint: faint(text, colour)
    }
  }
}
