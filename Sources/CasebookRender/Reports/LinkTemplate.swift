/// What a place in a report links to, for terminals that know hyperlinks (OSC 8).
///
/// `vscode://file{path}:{line}:{column}` and the place `/kb/a b.md`, 3:7 → `vscode://file/kb/a%20b.md:3:7`
package struct LinkTemplate: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case text(String)
    case path, line, column
  }

  private let parts: [Part]

  /// Reads a template; `nil` where it has no `{path}`, another placeholder, or bytes that no address has.
  package init?(_ template: String) {
    var parts: [Part] = []
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { return nil }
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      switch rest[rest.index(after: open)..<close] {
      case "path": parts.append(.path)
      case "line": parts.append(.line)
      case "column": parts.append(.column)
      default: return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    guard parts.contains(.path), template.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.parts = parts
  }

  /// The address of a place; `path` from the root of the file system.
  package func address(path: String, line: Int, column: Int) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .path: PercentEncoding.path(path)
      case .line: "\(line)"
      case .column: "\(column)"
      }
    }.joined()
  }

  /// Wraps a text that is shown into a link: `ESC ] 8 ; ; address ESC \\ text ESC ] 8 ; ; ESC \\`.
  package static func link(_ text: String, to address: String) -> String {
    "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
