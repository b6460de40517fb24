import CasebookSource

/// Rows of aligned columns for a terminal; the last column is not padded.
struct TextTable {
  enum Style { case plain, strong, faint }

  struct Cell {
    var text: String
    var style: Style

    init(_ text: String, _ style: Style = .plain) {
      self.text = VisibleText.string(text)
      self.style = style
    }
  }

  private var rows: [[Cell]] = []
  /// The column that gives way where the terminal is too narrow.
  private let flexible: Int

  init(flexible: Int) { self.flexible = flexible }

  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// Writes all rows, two spaces between columns; with a width, one column gives way with an ellipsis.
  func text(colour: Bool, within width: Int? = nil) -> String {
    let columns = rows.map(\.count).max() ?? 0
    var widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.cells($0[column].text) : 0 }.max() ?? 0
    }
    let excess = widths.reduce(0, +) + 2 * max(columns - 1, 0) - (width ?? .max)
    if excess > 0, widths.indices.contains(flexible) {
      widths[flexible] = min(widths[flexible], max(widths[flexible] - excess, 12))
    }
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        let shown = Self.cut(cell.text, to: widths[column])
        text += Paint.apply(cell.style, shown, colour)
        if column + 1 < row.count {
          text += String(repeating: " ", count: max(widths[column] - DisplayWidth.cells(shown), 0) + 2)
        }
      }
      text += "\n"
    }
    return text
  }

  /// The beginning of a text, with `…` where something is missing.
  private static func cut(_ text: String, to width: Int) -> String {
    guard DisplayWidth.cells(text) > width else { return text }
    var counter = DisplayWidth()
    var cells = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      cells += counter.add(scalar)
      if cells > width - 1 { break }
      result.append(scalar)
    }
    return String(result) + "…"
  }
}
