import CasebookSource

/// Errors of the Swift compiler, read from its lines and brought to their places in the document.
///
///     content/a.md:15:9: error: cannot find 'foo' in scope → error at 15:9, brought back by what the line was moved
struct CompilerMessages {
  struct Message {
    var text: String
    var range: SourceRange
    /// Whether it is in the block that the result is about.
    var isOwn: Bool
    var notes: [Diagnostic.Note] = []
  }

  private(set) var errors: [Message] = []
  /// The first lines as they came, for what can't be read.
  private(set) var start: [String] = []

  init(_ output: [UInt8], _ program: DoctestProgram) {
    let name = program.name + ":"
    for line in output.split(separator: 0x0A).prefix(2_000) {
      let text = String(decoding: line.prefix(1_000), as: UTF8.self)
      if start.count < 6 { start.append(text) }
      let isInDocument = text.hasPrefix(name)
      let parts = (isInDocument ? String(text.dropFirst(name.count)) : text).split(separator: ":", maxSplits: 3)
      if isInDocument, parts.count == 4, let number = Int(parts[0]), let column = Int(parts[1]) {
        let message = String(parts[3].drop { $0 == " " })
        let range = program.range(line: number, column: column)
        switch parts[2] {
        case " error": errors.append(Message(text: message, range: range, isOwn: program.isOwn(line: number)))
        case " note" where !errors.isEmpty && (errors.last?.notes.count ?? 0) < 3:
          errors[errors.count - 1].notes.append(.init(message, path: program.path, range: range))
        default: break
        }
      } else if let found = Self.error(elsewhere: text) {
        errors.append(Message(text: found, range: program.at, isOwn: true))
      }
    }
  }

  /// `<unknown>:0: error: …`, `main.swift:9:1: error: …`, `error: …`
  private static func error(elsewhere line: String) -> String? {
    if line.hasPrefix("error: ") { return String(line.dropFirst(7)) }
    let parts = line.split(separator: ":", maxSplits: 3).map(String.init)
    guard parts.count >= 3, let place = parts.dropFirst().firstIndex(of: " error") else { return nil }
    return parts[(place + 1)...].joined(separator: ":").drop { $0 == " " }.description
  }
}
