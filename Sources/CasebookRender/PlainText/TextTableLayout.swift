import CasebookMarkdown
import CasebookSource

/// A table for a terminal: columns aligned where they fit, else one line a cell under the name of its column.
struct TextTableLayout {
  struct Cell {
    var runs: [TextRun]
    var width: Int
    var alignment: Node.Alignment
  }

  private var header: [Cell] = []
  private var rows: [[Cell]] = []

  /// Reads a table of the document.
  init(_ table: NodeID, in document: Document) {
    for row in document.children(of: table) {
      let isHead = document[row].flags.contains(.header)
      let cells = document.children(of: row).map { cell in
        Cell(
          TextInlines.runs(of: cell, in: document, base: isHead ? .bold : []), alignment: document[cell].alignment)
      }
      if isHead { header = cells } else { rows.append(cells) }
    }
  }

  /// Makes a table of texts.
  init(header: [String], rows: [[TextRun]]) {
    self.header = header.map { Cell([TextRun($0, .bold)]) }
    self.rows = rows.map { row in row.map { Cell([$0]) } }
  }

  /// Writes the table, with two blanks between columns.
  func write(to canvas: inout TextCanvas) {
    let columns = header.count
    guard columns > 0 else { return }
    let widths = (0..<columns).map { column in
      max(header[column].width, rows.lazy.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0)
    }
    if widths.reduce(2 * (columns - 1), +) <= canvas.room {
      aligned(widths, &canvas)
    } else if columns > 1, widths.dropLast().reduce(2 * (columns - 1), +) <= canvas.room - Self.narrowest {
      hanging(widths, &canvas)
    } else {
      stacked(&canvas)
    }
  }

  /// Less room than this is no column of text.
  private static let narrowest = 24

  /// The last column takes what room there is and goes on below itself.
  private func hanging(_ widths: [Int], _ canvas: inout TextCanvas) {
    let indent = widths.dropLast().reduce(2 * (widths.count - 1), +)
    canvas.line(
      after: line(Array(header.prefix(widths.count - 1)), widths), at: indent, wrapping: header[widths.count - 1].runs)
    let rules = widths.dropLast() + [canvas.room - indent]
    canvas.line([TextRun(rules.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .faint)])
    for row in rows {
      let last = row.count == widths.count ? row[row.count - 1].runs : []
      canvas.line(after: line(Array(row.prefix(widths.count - 1)), widths), at: indent, wrapping: last)
    }
  }

  private func aligned(_ widths: [Int], _ canvas: inout TextCanvas) {
    canvas.line(line(header, widths))
    canvas.line([TextRun(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .faint)])
    for row in rows { canvas.line(line(row, widths)) }
  }

  private func line(_ cells: [Cell], _ widths: [Int]) -> [TextRun] {
    var runs: [TextRun] = []
    for (column, cell) in cells.enumerated() where column < widths.count {
      if column > 0 { runs.append(TextRun("  ")) }
      let space = widths[column] - cell.width
      let before =
        switch cell.alignment {
        case .none, .left: 0
        case .center: space / 2
        case .right: space
        }
      runs.append(TextRun(String(repeating: " ", count: before)))
      runs += cell.runs
      runs.append(TextRun(String(repeating: " ", count: space - before)))
    }
    return runs
  }

  /// `Tool: ss`, `Cost: 1 min`, and an empty line before the next row.
  private func stacked(_ canvas: inout TextCanvas) {
    for row in rows {
      canvas.blank()
      for (column, cell) in row.enumerated() where column < header.count {
        canvas.push(first: "", rest: "  ")
        canvas.wrap(header[column].runs + [TextRun(": ", .bold)] + cell.runs)
        canvas.pop()
      }
    }
    if rows.isEmpty { canvas.wrap(header.flatMap { $0.runs + [TextRun(" ")] }) }
  }
}

extension TextTableLayout.Cell {
  fileprivate init(_ runs: [TextRun], alignment: Node.Alignment = .none) {
    let oneLine = runs.map { $0.isLineBreak ? TextRun(" ") : $0 }
    self.runs = oneLine
    width = oneLine.reduce(0) { $0 + DisplayWidth.cells($1.text) }
    self.alignment = alignment
  }
}
