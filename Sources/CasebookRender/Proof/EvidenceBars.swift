import CasebookModel
import CasebookSource

/// Bars of the figures that bug and fix have both, each figure on a scale of its own.
struct EvidenceBars: EvidenceDrawing {
  /// A figure of both sides.
  private struct Row {
    var name: String
    var unit: String
    var values: [(side: String, isBug: Bool, value: Double)]
  }

  private static let width = 640.0
  private static let barHeight = 16.0
  private let rows: [Row]

  /// `nil` where no figure has a value on both sides, or none differs.
  init?(_ sides: [EvidenceRecord.Variant]) {
    guard sides.count > 1 else { return nil }
    var rows: [Row] = []
    for metric in sides[0].metrics where rows.count < 6 {
      let values = sides.compactMap { side in
        side.metrics.first { $0.name == metric.name }?.value.map { (side.name, side.role == .bug, $0) }
      }
      guard values.count == sides.count, values.allSatisfy({ $0.2 >= 0 }), Set(values.map(\.2)).count > 1 else {
        continue
      }
      rows.append(Row(name: metric.name, unit: metric.unit == "1" ? "" : " " + metric.unit, values: values))
    }
    guard !rows.isEmpty else { return nil }
    self.rows = rows
  }

  private var finding: String {
    rows.map { row in
      let values = row.values.map { "\($0.side) \(FigureText.number($0.value))\(row.unit)" }.joined(separator: ", ")
      return "\(row.name): \(values)"
    }.joined(separator: "; ")
  }

  func write(to html: inout HTMLWriter) {
    let rowHeight = 22 + (Self.barHeight + 4) * Double(rows.first?.values.count ?? 2)
    let names = rows.flatMap { $0.values.map(\.side) }
    let left = min(Double(names.map { DisplayWidth.cells($0) }.max() ?? 3) * 8 + 8, 200)
    html.open(.figure)
    html.attribute(.class, fixed: "plot")
    html.openDrawing(width: Self.width, height: rowHeight * Double(rows.count) + 4, title: finding)
    for (index, row) in rows.enumerated() {
      var y = Double(index) * rowHeight + 14
      html.label(row.name, at: (0, y), anchor: "start")
      let most = max(row.values.map(\.value).max() ?? 1, 1e-12)
      y += 6
      for (side, isBug, value) in row.values {
        let length = max(1.5, (480 - left) * value / most)
        html.label(side, at: (left - 8, y + 12), anchor: "end")
        html.box(isBug ? "bar bug" : "bar fix", at: (left, y), width: length, height: Self.barHeight)
        html.label(FigureText.number(value) + row.unit, at: (left + 6 + length, y + 12), anchor: "start")
        y += Self.barHeight + 4
      }
    }
    html.close(.svg)
    html.open(.figcaption)
    html.text(fixed: "Bug and fix, each figure on a scale of its own; the table above has the numbers")
    html.close(.figcaption)
    html.close(.figure)
    html.newLine()
  }
}
