import CasebookModel
import CasebookSource

/// The first bad schedule as swim lanes: a column an actor, a row a step, the shared state beside it; also as a list.
struct WitnessLanes: EvidenceDrawing {
  private static let rowHeight = 34.0
  /// A long schedule is drawn in part; the list has all of it.
  private static let maximumRows = 40
  private let witness: EvidenceRecord.Witness

  init(_ witness: EvidenceRecord.Witness) { self.witness = witness }

  func write(to html: inout HTMLWriter) {
    html.open(.figure)
    html.attribute(.class, fixed: "plot lanes")
    html.open(.div)
    html.attribute(.class, fixed: "scroll")
    html.attribute(.tabindex, fixed: "0")
    html.attribute(.role, fixed: "group")
    html.attribute(.ariaLabel, fixed: "Swim lanes of the witness")
    drawing(&html)
    html.close(.div)
    list(&html)
    html.open(.figcaption)
    html.text("A schedule in which it goes wrong: \(witness.outcome)")
    html.close(.figcaption)
    html.close(.figure)
    html.newLine()
  }

  private func drawing(_ html: inout HTMLWriter) {
    let events = witness.events.prefix(Self.maximumRows)
    let laneWidth = Self.width(of: events.map(\.text) + witness.lanes)
    let stateWidth = events.contains { $0.state != nil } ? Self.width(of: events.compactMap(\.state)) : 0
    let lanesEnd = 28 + laneWidth * Double(witness.lanes.count)
    let height = 34 + Self.rowHeight * Double(events.count + 1)
    let who = witness.lanes.joined(separator: " and ")
    html.openDrawing(
      width: lanesEnd + stateWidth + 8, height: height,
      title: "\(witness.events.count) steps of \(who), taken in an order that ends badly: \(witness.outcome)")
    for (index, lane) in witness.lanes.enumerated() {
      let left = 28 + laneWidth * Double(index)
      html.box("lane", at: (left + 2, 2), width: laneWidth - 4, height: height - Self.rowHeight - 6)
      html.label(lane, at: (left + laneWidth / 2, 20), anchor: "middle")
    }
    if stateWidth > 0 { html.label("state after it", at: (lanesEnd + 10, 20), anchor: "start") }
    for (index, event) in events.enumerated() {
      let top = 34 + Self.rowHeight * Double(index)
      let left = 28 + laneWidth * Double(event.lane)
      let isLast = index == witness.events.count - 1
      html.label("\(index + 1)", at: (20, top + 18), anchor: "end")
      if index > 0 { link(from: events[index - 1].lane, to: event.lane, top: top, laneWidth, &html) }
      html.box(isLast ? "event last" : "event", at: (left + 8, top), width: laneWidth - 16, height: 26)
      html.label(Self.cut(event.text, laneWidth), at: (left + laneWidth / 2, top + 17), anchor: "middle")
      if let state = event.state {
        html.label(Self.cut(state, stateWidth), at: (lanesEnd + 10, top + 17), anchor: "start")
      }
    }
    html.label("✗ \(witness.outcome)", at: (30, height - 12), anchor: "start")
    html.close(.svg)
  }

  /// The way from one step to the next.
  private func link(from: Int, to: Int, top: Double, _ laneWidth: Double, _ html: inout HTMLWriter) {
    func centre(_ lane: Int) -> Double { 28 + laneWidth * (Double(lane) + 0.5) }
    html.stroke("link", from: (centre(from), top - 8), to: (centre(to), top))
  }

  private func list(_ html: inout HTMLWriter) {
    html.drawingAsList(
      .ol,
      witness.events.map { event in
        let lane = witness.lanes[min(event.lane, witness.lanes.count - 1)]
        return "\(lane): \(event.text)" + (event.state.map { " → \($0)" } ?? "")
      })
  }

  /// Room for the longest text, within limits.
  private static func width(of texts: [String]) -> Double {
    let cells = texts.map { DisplayWidth.cells($0) }.max() ?? 8
    return min(max(Double(cells) * 7 + 36, 110), 320)
  }

  private static func cut(_ text: String, _ width: Double) -> String {
    let room = Int((width - 30) / 7) + 1
    guard DisplayWidth.cells(text) > room else { return text }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.prefix(max(room - 1, 1)))
    return String(view) + "…"
  }
}
