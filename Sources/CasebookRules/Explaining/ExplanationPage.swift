import CasebookSource

/// Collects the lines of a rule's page: wrapped paragraphs, and examples with carets under what is found.
struct ExplanationPage {
  private(set) var text = ""
  let width: Int
  let isColored: Bool

  init(width: Int, isColored: Bool) {
    self.width = width
    self.isColored = isColored
  }

  mutating func line(_ line: String = "") { text += line + "\n" }

  mutating func heading(_ title: String) { line(painted(title, "1")) }

  private func painted(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Words, broken at blanks so that no line is wider than the page.
  mutating func paragraph(_ words: String, indent: String = "") {
    var current = indent
    var cells = indent.utf8.count
    for word in words.split(separator: " ") {
      let width = DisplayWidth.cells(word.unicodeScalars)
      if cells > indent.utf8.count, cells + 1 + width > self.width {
        line(current)
        current = indent
        cells = indent.utf8.count
      }
      if cells > indent.utf8.count {
        current += " "
        cells += 1
      }
      current += word
      cells += width
    }
    line(current)
  }

  mutating func code(_ lines: [String]) {
    for code in lines { line("    " + code) }
  }

  /// The text of an example between bars, with carets under its marks.
  mutating func example(_ example: RuleExample) {
    line()
    paragraph(
      example.shows + (example.profile == .lenient ? ":" : ", profile \(example.profile.rawValue):"), indent: "  ")
    for file in example.files {
      if example.files.count > 1 { line("    " + painted(file.path, "1")) }
      quote(MarkedText(file.marked))
    }
  }

  private mutating func quote(_ marked: MarkedText) {
    let lines = LineTable(marked.bytes)
    var last = lines.lineCount - 1
    while last > 0, lines.content(ofLine: last, in: marked.bytes).isEmpty { last -= 1 }
    for index in 0...last {
      let content = lines.content(ofLine: index, in: marked.bytes)
      let shown = cut(marked.bytes[content])
      line(shown.isEmpty ? "    |" : "    | " + shown)
      for range in marked.ranges where lines.lineIndex(of: range.lowerBound) == index {
        let end = min(range.upperBound, content.upperBound)
        let lead = Self.cells(marked.bytes[content.lowerBound..<range.lowerBound])
        let count = max(1, Self.cells(marked.bytes[range.lowerBound..<max(range.lowerBound, end)]))
        guard lead < width - 6 else { continue }
        let carets = String(repeating: "^", count: min(count, width - 6 - lead))
        line("    | " + String(repeating: " ", count: lead) + painted(carets, "1;31"))
      }
    }
  }

  /// A line as it is shown, no wider than the page.
  private func cut(_ bytes: ArraySlice<UInt8>) -> String {
    var counter = DisplayWidth()
    var cells = 0
    var result = ""
    for piece in VisibleText.pieces(bytes) {
      let shown = piece.text == "\t" ? "    " : piece.text
      for scalar in shown.unicodeScalars { cells += counter.add(scalar) }
      if cells > width - 7 { return result + "…" }
      result += shown
    }
    return result
  }

  private static func cells(_ bytes: ArraySlice<UInt8>) -> Int {
    var counter = DisplayWidth()
    var cells = 0
    for piece in VisibleText.pieces(bytes) {
      let shown = piece.text == "\t" ? "    " : piece.text
      for scalar in shown.unicodeScalars { cells += counter.add(scalar) }
    }
    return cells
  }
}
