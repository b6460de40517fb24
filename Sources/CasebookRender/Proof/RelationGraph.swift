import CasebookModel
import CasebookSource

/// Who holds, or waits for, whom: a ring of arrows where there is a way round, else a chain from left to right; also as a list.
struct RelationGraph: EvidenceDrawing {
  private typealias Point = (x: Double, y: Double)

  private static let boxHeight = 30.0
  /// A graph with more is told as a list alone.
  private static let maximumNodes = 12
  private let graph: EvidenceRecord.Graph
  private let nodes: [String]
  private let edges: [(from: Int, to: Int, relation: String)]

  init(_ graph: EvidenceRecord.Graph) {
    self.graph = graph
    var nodes: [String] = []
    func number(_ name: String) -> Int {
      if let known = nodes.firstIndex(of: name) { return known }
      nodes.append(name)
      return nodes.count - 1
    }
    edges = graph.edges.map { (number($0.from), number($0.to), $0.relation) }
    self.nodes = nodes
  }

  /// Whether somebody can be reached from himself; looked for without recursion.
  private var hasRing: Bool {
    nodes.indices.contains { start in
      var seen: Set<Int> = []
      var open = edges.filter { $0.from == start }.map(\.to)
      while let node = open.popLast() {
        if node == start { return true }
        guard seen.insert(node).inserted else { continue }
        open += edges.filter { $0.from == node }.map(\.to)
      }
      return false
    }
  }

  private var finding: String {
    let sentences = graph.edges.map { "\($0.from) \($0.relation) \($0.to)" }.joined(separator: "; ")
    return sentences + (hasRing ? ": a ring, in which nobody can go on" : "")
  }

  func write(to html: inout HTMLWriter) {
    guard !nodes.isEmpty else { return }
    html.open(.figure)
    html.attribute(.class, fixed: "plot relations")
    if nodes.count <= Self.maximumNodes {
      html.open(.div)
      html.attribute(.class, fixed: "scroll")
      html.attribute(.tabindex, fixed: "0")
      html.attribute(.role, fixed: "group")
      html.attribute(.ariaLabel, graph.name)
      if hasRing { ring(&html) } else { chain(&html) }
      html.close(.div)
    }
    list(&html)
    html.open(.figcaption)
    html.text(graph.name)
    html.close(.figcaption)
    html.close(.figure)
    html.newLine()
  }

  private var boxWidth: Double {
    min(max(Double(nodes.map { DisplayWidth.cells($0) }.max() ?? 8) * 7.4 + 24, 90), 260)
  }

  private var labelWidth: Double { Double(edges.map { DisplayWidth.cells($0.relation) }.max() ?? 8) * 6.6 + 28 }

  // MARK: Ring

  /// Nodes at the corners: in two rows, the second one backwards, so that neighbours stand beside each other.
  private func ring(_ html: inout HTMLWriter) {
    let columns = (nodes.count + 1) / 2
    let (boxWidth, labelWidth) = (boxWidth, labelWidth)
    let step = boxWidth + labelWidth
    let rowStep = 104.0
    let places: [Point] = nodes.indices.map { index in
      let column = index < columns ? index : nodes.count - 1 - index
      return (boxWidth / 2 + 4 + step * Double(column), index < columns ? 22 : 22 + rowStep)
    }
    let width = step * Double(columns) - labelWidth + 8
    html.openDrawing(width: max(width, boxWidth + labelWidth), height: rowStep + 44, title: finding)
    draw(places, boxWidth, &html)
  }

  // MARK: Chain

  /// Nodes in columns by their distance from where the arrows begin, in rows within a column.
  private func chain(_ html: inout HTMLWriter) {
    var layer = [Int](repeating: 0, count: nodes.count)
    // Without a ring no way has more steps than there are nodes.
    for _ in nodes.indices {
      for edge in edges { layer[edge.to] = max(layer[edge.to], min(layer[edge.from] + 1, nodes.count)) }
    }
    var used: [Int: Int] = [:]
    let (boxWidth, labelWidth) = (boxWidth, labelWidth)
    let step = boxWidth + labelWidth
    let places: [Point] = nodes.indices.map { index in
      let row = used[layer[index], default: 0]
      used[layer[index]] = row + 1
      return (boxWidth / 2 + 4 + step * Double(layer[index]), 22 + 62 * Double(row))
    }
    let width = step * Double((layer.max() ?? 0) + 1) - labelWidth + 8
    let rows = used.values.max() ?? 1
    html.openDrawing(width: width, height: 62 * Double(rows) - 18, title: finding)
    draw(places, boxWidth, &html)
  }

  private func draw(_ places: [Point], _ boxWidth: Double, _ html: inout HTMLWriter) {
    for edge in edges { arrow(from: places[edge.from], to: places[edge.to], boxWidth, edge.relation, &html) }
    for (index, place) in places.enumerated() {
      html.box(
        "event", at: (place.x - boxWidth / 2, place.y - Self.boxHeight / 2), width: boxWidth, height: Self.boxHeight)
      html.label(Self.cut(nodes[index], boxWidth), at: (place.x, place.y + 4.5), anchor: "middle")
    }
    html.close(.svg)
  }

  /// A line from edge to edge of two boxes, a head at its end, its words beside the middle.
  private func arrow(from: Point, to: Point, _ boxWidth: Double, _ words: String, _ html: inout HTMLWriter) {
    let start = Self.border(of: from, towards: to, boxWidth)
    let end = Self.border(of: to, towards: from, boxWidth)
    html.stroke("link", from: start, to: end)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 1e-6)
    let (ux, uy) = (dx / length, dy / length)
    for side in [1.0, -1.0] {
      html.stroke("link", from: (end.x - 9 * ux + side * 4.5 * uy, end.y - 9 * uy - side * 4.5 * ux), to: end)
    }
    let middle: Point = ((start.x + end.x) / 2, (start.y + end.y) / 2)
    if abs(uy) > 0.7 {
      // Words to the side of an upright line, those of the way down and of the way up on different sides.
      html.label(words, at: (middle.x + (uy > 0 ? 8 : -8), middle.y + 4), anchor: uy > 0 ? "start" : "end")
    } else {
      html.label(words, at: (middle.x, middle.y - 6), anchor: "middle")
    }
  }

  /// Where the line between two centres leaves the box of the first.
  private static func border(of box: Point, towards other: Point, _ boxWidth: Double) -> Point {
    let (dx, dy) = (other.x - box.x, other.y - box.y)
    let (halfWidth, halfHeight) = (boxWidth / 2 + 1, boxHeight / 2 + 1)
    let share = min(dx == 0 ? .infinity : halfWidth / abs(dx), dy == 0 ? .infinity : halfHeight / abs(dy))
    return share.isFinite ? (box.x + dx * share, box.y + dy * share) : box
  }

  private func list(_ html: inout HTMLWriter) {
    html.drawingAsList(.ul, graph.edges.map { "\($0.from) \($0.relation) \($0.to)" })
  }

  private static func cut(_ text: String, _ width: Double) -> String {
    let room = Int((width - 16) / 7.4) + 1
    guard DisplayWidth.cells(text) > room else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.prefix(max(room - 1, 1)))
    return String(view) + "…"
  }
}
