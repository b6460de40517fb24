import CasebookSource

/// Quotes the lines of a snippet with carets below; lines that are left out between them show as `⋮`.
struct SnippetWriter {
  let file: QuotedFile
  /// Digits of the largest line number.
  let gutter: Int
  let width: Int
  let severity: Severity

  func write(_ snippet: Snippet, into painter: inout ReportPainter) {
    let marks = snippet.marks.filter { file.contains(line: $0.range.start.line) }
    guard !marks.isEmpty else { return }
    frame("|", into: &painter)
    painter.line()
    var last: Int?
    var index = 0
    while index < marks.count {
      let number = marks[index].range.start.line
      var end = index
      while end < marks.count, marks[end].range.start.line == number { end += 1 }
      if let last, number > last + 1 {
        frame("⋮", into: &painter)
        painter.line()
      }
      quote(number, marks[index..<end], into: &painter)
      last = number
      index = end
    }
    frame("|", into: &painter)
    painter.line()
  }

  private func quote(_ number: Int, _ marks: ArraySlice<Snippet.Mark>, into painter: inout ReportPainter) {
    let focus = marks.first { $0.isPrimary } ?? marks.first
    let line = QuotedLine(file, number, around: focus?.range.start.column ?? 1, cells: max(20, width - gutter - 3))
    let digits = String(number)
    painter.add(.frame, String(repeating: " ", count: max(0, gutter - digits.utf8.count)) + digits + " |")
    if !line.text.isEmpty { painter.add(.plain, " " + line.text) }
    painter.line()
    for mark in marks {
      let cells = line.cells(of: columns(of: mark.range, line: number))
      guard let cells else { continue }
      frame("| ", into: &painter)
      painter.add(.plain, String(repeating: " ", count: cells.lowerBound))
      let label = mark.label.isEmpty ? "" : " " + VisibleText.string(mark.label)
      let carets = String(repeating: mark.isPrimary ? "^" : "-", count: max(1, cells.count))
      painter.add(mark.isPrimary ? .severity(severity) : .note, carets + label)
      painter.line()
    }
  }

  /// Byte columns of a range within its first line, from 0.
  private func columns(of range: SourceRange, line number: Int) -> Range<Int> {
    let length = file.line(number).count
    let start = max(0, range.start.column - 1)
    let end = range.end.line > number ? max(length, start + 1) : range.end.column - 1
    return start..<max(start, end)
  }

  private func frame(_ text: String, into painter: inout ReportPainter) {
    painter.add(.frame, String(repeating: " ", count: gutter + 1) + text)
  }
}
