import CasebookSource

/// A line of a file as a terminal shows it, and the cell of each of its bytes.
///
/// Tabs are expanded to the next multiple of four, control bytes made visible, and a line that is too long is cut to a window
/// round the caret with `…` where something is missing.
struct QuotedLine {
  private(set) var text = ""
  /// First byte shown, from 0 within the line.
  private var firstByte = 0
  /// Cell at which each byte of the window begins, and the cell behind the last.
  private var starts: [Int] = []

  private static let tab = 4

  init(_ file: QuotedFile, _ number: Int, around column: Int, cells limit: Int) {
    let line = file.line(number)
    let focus = min(max(line.lowerBound + column - 1, line.lowerBound), line.upperBound)
    // A cell is at least a quarter of its bytes, combining marks apart: what lies farther away can't be in the window.
    var start = max(line.lowerBound, focus - 4 * limit)
    while start > line.lowerBound, start < line.upperBound, file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(line.upperBound, focus + 4 * limit)
    while end < line.upperBound, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    let pieces = VisibleText.pieces(file.bytes[start..<end])
    let layout = Self.layout(pieces)
    let focusPiece = pieces.firstIndex { $0.offset + $0.length > focus } ?? pieces.count
    let isWhole = start == line.lowerBound && end == line.upperBound && layout.cells[pieces.count] <= limit
    let window = isWhole ? 0..<pieces.count : Self.window(layout.cells, round: focusPiece, limit: limit - 2)
    let isCutBefore = !isWhole && (window.lowerBound > 0 || start > line.lowerBound)
    let isCutBehind = !isWhole && (window.upperBound < pieces.count || end < line.upperBound)
    let base = layout.cells[window.lowerBound]
    let shift = isCutBefore ? 1 : 0
    if isCutBefore { text = "…" }
    firstByte = (window.isEmpty ? focus : pieces[window.lowerBound].offset) - line.lowerBound
    for index in window {
      text += layout.shown[index]
      let cell = layout.cells[index] - base + shift
      starts.append(contentsOf: repeatElement(cell, count: pieces[index].length))
    }
    starts.append(layout.cells[window.upperBound] - base + shift)
    if isCutBehind { text += "…" }
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
  }

  /// Cells of a stretch of bytes of the line; `nil` where all of it is outside the window.
  func cells(of columns: Range<Int>) -> Range<Int>? {
    let last = starts.count - 1
    let lower = columns.lowerBound - firstByte
    let upper = columns.upperBound - firstByte
    guard lower <= last, upper >= 0, !(upper == 0 && lower < 0) else { return nil }
    let start = starts[max(0, lower)]
    let end = starts[min(last, max(upper, 0))]
    return start..<max(start, end)
  }

  private static func layout(_ pieces: [VisibleText.Piece]) -> (shown: [String], cells: [Int]) {
    var shown: [String] = []
    var cells = [0]
    var width = DisplayWidth()
    var cell = 0
    for piece in pieces {
      if piece.text == "\t" {
        let blanks = tab - cell % tab
        shown.append(String(repeating: " ", count: blanks))
        cell += blanks
      } else {
        for scalar in piece.text.unicodeScalars { cell += width.add(scalar) }
        shown.append(piece.text)
      }
      cells.append(cell)
    }
    return (shown, cells)
  }

  /// Pieces that fit into `limit` cells, two fifths of them before the focus.
  private static func window(_ cells: [Int], round focus: Int, limit: Int) -> Range<Int> {
    let last = cells.count - 1
    let centre = min(focus, last)
    var start = centre
    while start > 0, cells[centre] - cells[start - 1] <= limit * 2 / 5 { start -= 1 }
    var end = start
    while end < last, cells[end + 1] - cells[start] <= limit { end += 1 }
    while start > 0, cells[end] - cells[start - 1] <= limit { start -= 1 }
    return start..<max(start, end)
  }
}
