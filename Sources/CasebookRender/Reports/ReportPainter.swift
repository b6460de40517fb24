import CasebookSource

/// Collects the bytes of a report for people; colour only adds escapes, so that without them the text is the same.
struct ReportPainter {
  enum Ink {
    case plain, bold, frame, note
    case severity(Severity)

    /// SGR parameters; severity is told by its word as well, never by colour alone.
    fileprivate var code: String? {
      switch self {
      case .plain: nil
      case .bold: "1"
      case .frame: "1;34"
      case .note: "1;36"
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.info): "1;32"
      }
    }
  }

  private(set) var bytes: [UInt8] = []
  let isColored: Bool

  init(isColored: Bool) { self.isColored = isColored }

  /// Adds text that holds no control byte.
  mutating func add(_ ink: Ink, _ text: String) {
    guard isColored, let code = ink.code, !text.isEmpty else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(contentsOf: "\u{1B}[\(code)m".utf8)
    bytes.append(contentsOf: text.utf8)
    bytes.append(contentsOf: "\u{1B}[0m".utf8)
  }

  mutating func line() { bytes.append(0x0A) }
}
