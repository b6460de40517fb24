import CasebookModel

/// Curves of bug and fix over one another: told apart by dash, marker and word, not by colour alone.
///
/// Steps where the curve is a distribution, a logarithmic axis where values span three powers of ten.
struct EvidencePlot {
  /// One variant's curve.
  private struct Curve {
    var name: String
    var isBug: Bool
    var points: [EvidenceRecord.Series.Point]
  }

  private static let width = 640.0
  private static let height = 280.0
  private let name: String
  private let xTitle: String
  private let yTitle: String
  private let curves: [Curve]
  private let x: PlotScale
  private let y: PlotScale
  private let isDistribution: Bool

  /// A plot for each series that the sides have, or bars where they have none.
  static func drawings(of sides: [EvidenceRecord.Variant]) -> [any EvidenceDrawing] {
    var names: [String] = []
    for side in sides { for series in side.series where !names.contains(series.name) { names.append(series.name) } }
    let plots = names.prefix(4).compactMap { EvidencePlot($0, sides) }
    if !plots.isEmpty { return plots }
    return EvidenceBars(sides).map { [$0] } ?? []
  }

  private init?(_ name: String, _ sides: [EvidenceRecord.Variant]) {
    var curves: [Curve] = []
    var titles: (x: String, y: String)?
    for side in sides {
      guard let series = side.series.first(where: { $0.name == name }), !series.points.isEmpty else { continue }
      curves.append(Curve(name: side.name, isBug: side.role == .bug, points: series.points))
      titles = titles ?? (series.x, series.y)
    }
    guard let titles, !curves.isEmpty else { return nil }
    self.name = name
    self.curves = curves
    (xTitle, yTitle) = titles
    let xs = curves.flatMap { $0.points.map(\.x) }
    let ys = curves.flatMap { $0.points.map(\.y) }
    isDistribution = titles.y.contains("%") && ys.allSatisfy { $0 >= 0 && $0 <= 100 }
    x = PlotScale(xs, from: 64, to: Self.width - 36, isLogarithmic: isDistribution && Self.span(xs) >= 50)
    y = PlotScale(ys, from: Self.height - 48, to: 16, isLogarithmic: !isDistribution && Self.span(ys) >= 1_000)
  }

  /// How many times the smallest value the largest is; 0 where some are not above 0.
  private static func span(_ values: [Double]) -> Double {
    guard let low = values.min(), let high = values.max(), low > 0 else { return 0 }
    return high / low
  }

  /// What the drawing shows, for those who don't see it.
  private var finding: String {
    let ends = curves.compactMap { curve in
      curve.points.last.map { last in
        isDistribution
          ? "\(curve.name) reaches 100% at \(FigureText.number(last.x)) \(xTitle)"
          : "\(curve.name) ends at \(FigureText.number(last.y))"
      }
    }
    return "\(name), \(yTitle) against \(xTitle): \(ends.joined(separator: ", "))"
  }

  private func path(_ curve: Curve) -> String {
    var text = ""
    var last: (x: Double, y: Double)?
    for point in curve.points {
      let place = (x: x.place(point.x), y: y.place(point.y))
      if let before = last {
        if isDistribution {
          text += "H\(Self.short(place.x))V\(Self.short(place.y))"
        } else {
          // What does not move the pen is left out.
          if abs(before.x - place.x) < 0.05, abs(before.y - place.y) < 0.05 { continue }
          text += "L\(Self.short(place.x)) \(Self.short(place.y))"
        }
      } else {
        text = "M\(Self.short(place.x)) \(Self.short(place.y))"
      }
      last = place
    }
    return text
  }

  /// One decimal: a tenth of a dot.
  static func short(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

/// A drawing of what was measured, with a text alternative.
protocol EvidenceDrawing {
  func write(to html: inout HTMLWriter)
}

extension EvidencePlot: EvidenceDrawing {
  func write(to html: inout HTMLWriter) {
    html.open(.figure)
    html.attribute(.class, fixed: "plot")
    html.openDrawing(width: Self.width, height: Self.height, title: finding)
    axes(&html)
    for (index, curve) in curves.enumerated() { draw(curve, index, &html) }
    html.close(.svg)
    table(&html)
    html.open(.figcaption)
    html.text("\(name): \(yTitle) against \(xTitle)\(x.isLogarithmic || y.isLogarithmic ? ", logarithmic" : "")")
    html.close(.figcaption)
    html.close(.figure)
    html.newLine()
  }

  private func axes(_ html: inout HTMLWriter) {
    let (left, right, bottom) = (64.0, Self.width - 36, Self.height - 48)
    for tick in y.ticks {
      let place = y.place(tick)
      html.stroke("grid", from: (left, place), to: (right, place))
      html.label(FigureText.number(tick), at: (left - 8, place + 4), anchor: "end")
    }
    for tick in x.ticks {
      let place = x.place(tick)
      html.stroke("axis", from: (place, bottom), to: (place, bottom + 5))
      html.label(FigureText.number(tick), at: (place, bottom + 20), anchor: "middle")
    }
    html.stroke("axis", from: (left, bottom), to: (right, bottom))
    html.label(xTitle, at: (right, Self.height - 8), anchor: "end")
    html.label(yTitle, at: (left, 11), anchor: "start")
  }

  private func draw(_ curve: Curve, _ index: Int, _ html: inout HTMLWriter) {
    html.open(.path)
    html.attribute(.class, fixed: curve.isBug ? "curve bug" : "curve fix")
    html.attribute(.d, path(curve))
    html.close(.path)
    let step = max(1, curve.points.count / 8)
    for (number, point) in curve.points.enumerated()
    where number % step == step / 2 || number == curve.points.count - 1 {
      html.mark(isBug: curve.isBug, at: (x.place(point.x), y.place(point.y)))
    }
    // The legend stands in the plot, where markers say the same as words.
    let place = (x: 84.0, y: 34.0 + Double(index) * 20)
    html.mark(isBug: curve.isBug, at: (place.x, place.y - 4))
    html.label(curve.name, at: (place.x + 12, place.y), anchor: "start")
  }

  /// The points as numbers, 24 of each curve at most.
  private func table(_ html: inout HTMLWriter) {
    html.open(.details)
    html.open(.summary)
    html.text(fixed: "The numbers")
    html.close(.summary)
    html.open(.table)
    html.open(.thead)
    html.open(.tr)
    for title in ["", xTitle, yTitle] {
      if title.isEmpty { html.tableHead("Of") } else { html.tableHead(title) }
    }
    html.close(.tr)
    html.close(.thead)
    html.open(.tbody)
    for curve in curves {
      let step = max(1, (curve.points.count + 23) / 24)
      for (number, point) in curve.points.enumerated()
      where number % step == 0 || number == curve.points.count - 1 {
        html.open(.tr)
        for text in [curve.name, FigureText.number(point.x), FigureText.number(point.y)] {
          html.open(.td)
          html.text(text)
          html.close(.td)
        }
        html.close(.tr)
      }
    }
    html.close(.tbody)
    html.close(.table)
    html.close(.details)
  }
}

extension HTMLWriter {
  /// `<svg viewBox="0 0 640 280" role="img"><title>…</title>`
  mutating func openDrawing(width: Double, height: Double, title: String) {
    open(.svg)
    attribute(.viewBox, "0 0 \(EvidencePlot.short(width)) \(EvidencePlot.short(height))")
    attribute(.width, EvidencePlot.short(width))
    attribute(.height, EvidencePlot.short(height))
    attribute(.role, fixed: "img")
    attribute(.ariaLabel, title)
    open(.svgTitle)
    text(title)
    close(.svgTitle)
  }

  mutating func stroke(_ name: StaticString, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) {
    open(.line)
    attribute(.class, fixed: name)
    attribute(.x1, EvidencePlot.short(start.x))
    attribute(.y1, EvidencePlot.short(start.y))
    attribute(.x2, EvidencePlot.short(end.x))
    attribute(.y2, EvidencePlot.short(end.y))
    close(.line)
  }

  mutating func label(_ words: String, at place: (x: Double, y: Double), anchor: StaticString) {
    open(.svgText)
    attribute(.x, EvidencePlot.short(place.x))
    attribute(.y, EvidencePlot.short(place.y))
    attribute(.textAnchor, fixed: anchor)
    text(words)
    close(.svgText)
  }

  mutating func box(_ name: StaticString, at place: (x: Double, y: Double), width: Double, height: Double) {
    open(.rect)
    attribute(.class, fixed: name)
    attribute(.x, EvidencePlot.short(place.x))
    attribute(.y, EvidencePlot.short(place.y))
    attribute(.width, EvidencePlot.short(width))
    attribute(.height, EvidencePlot.short(height))
    close(.rect)
  }

  /// A ring for the bug, a square for a fix.
  mutating func mark(isBug: Bool, at place: (x: Double, y: Double)) {
    guard isBug else { return box("dot fix", at: (place.x - 3.5, place.y - 3.5), width: 7, height: 7) }
    open(.circle)
    attribute(.class, fixed: "dot bug")
    attribute(.cx, EvidencePlot.short(place.x))
    attribute(.cy, EvidencePlot.short(place.y))
    attribute(.r, fixed: "4")
    close(.circle)
  }
}
