import CasebookRepair
import CasebookSource
import Testing

/// Texts made to cost much: each must come out as UTF-8, once and for all, in a time that grows with its size.
@Suite struct HostileTextTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var unit: String
  }

  static let shapes = [
    Shape(testDescription: "first bytes only", unit: "Ã"), Shape(testDescription: "pairs in one run", unit: "Ã©"),
    Shape(testDescription: "natural pairs in one run", unit: "Ä…"),
    Shape(testDescription: "natural pairs, a run each", unit: "Ä… "),
    Shape(testDescription: "certain beside natural", unit: "Ã©Ä…"), Shape(testDescription: "triples", unit: "‚Üê"),
    Shape(testDescription: "half characters", unit: "Ã "), Shape(testDescription: "a code span each", unit: "`â†’` "),
    Shape(testDescription: "both forms in one line", unit: "→ â†’ "),
    Shape(testDescription: "both kinds of run in a line", unit: "é â†’ Ä…\n"),
    Shape(testDescription: "seven layers", unit: layers("é", 7)), Shape(testDescription: "Turkish", unit: "ğŸ“¦ "),
    Shape(testDescription: "lone surrogates", unit: "Ì≥¶"),
    Shape(testDescription: "lost bytes", unit: "ð\u{FFFD}\u{FFFD}"),
    Shape(testDescription: "carriage returns", unit: "\r"), Shape(testDescription: "NUL", unit: "\0abc"),
  ]

  static func layers(_ text: String, _ count: Int) -> String {
    var result = text
    for _ in 0..<count {
      var view = String.UnicodeScalarView()
      for byte in result.utf8 { view.append(Unicode.Scalar(byte)) }
      result = String(view)
    }
    return result
  }

  @Test(.timeLimit(.minutes(1)), arguments: shapes)
  func staysInBounds(_ shape: Shape) {
    let text = String(repeating: shape.unit, count: 100_000 / shape.unit.utf8.count)
    let once = TextRepair.repair(SourceFile(path: "a.md", text: text))
    // Compared first: a failure would print the whole text.
    let isUTF8 = Array(String(decoding: once.bytes, as: UTF8.self).utf8) == once.bytes
    let isOnDisk = once.edits.applied(to: once.file.bytes) == once.bytes
    let isLast = TextRepair.repair(SourceFile(path: "a.md", bytes: once.bytes)).bytes == once.bytes
    #expect(once.isReadable && isUTF8 && isOnDisk && isLast)
  }

  /// Backticks of every length, none closed by its like: looking for each one's end again would be quadratic.
  @Test(.timeLimit(.minutes(1))) func unclosedCodeSpans() {
    let text = (1...400).map { String(repeating: "`", count: $0) + "â†’ " }.joined()
    #expect(TextRepair.repair(SourceFile(path: "a.md", text: text)).diagnostics.contains { $0.rule == RuleID(2) })
  }
}
