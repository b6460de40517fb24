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

  mutating func add(_ row: [Cell]) { rows.append(row) }

  /// Writes all rows, two spaces between columns.
  func text(colour: Bool) -> String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.cells($0[column].text) : 0 }.max() ?? 0
    }
    var text = ""
    for row in rows {
      for (column, cell) in row.enumerated() {
        text += Paint.apply(cell.style, cell.text, colour)
        if column + 1 < row.count {
          text += String(repeating: " ", count: widths[column] - DisplayWidth.cells(cell.text) + 2)
        }
      }
      text += "\n"
    }
    return text
  }
}

/// Escape sequences of the three styles that the command line uses.
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
