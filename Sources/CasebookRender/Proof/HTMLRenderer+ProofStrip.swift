import CasebookMarkdown
import CasebookModel
import CasebookSource

/// What stands under a block of code that a check runs: state, claims, figures, drawings, and how to run it again.
extension HTMLRenderer {
  mutating func proofStrip(_ standing: BlockStanding, code: ArraySlice<UInt8>) {
    html.open(.div)
    html.attribute(.class, "proof proof-", standing.state.rawValue, "")
    html.newLine()
    head(standing)
    switch standing.state {
    case .unlinked: break
    case .unrun, .skipped: foot(standing)
    case .stale:
      changes(standing, code: code)
      evidence(standing, isOld: true)
      foot(standing)
    case .failing, .refuted, .verified:
      evidence(standing, isOld: false)
      foot(standing)
    }
    html.close(.div)
    html.newLine()
  }

  private mutating func head(_ standing: BlockStanding) {
    html.open(.p)
    html.attribute(.class, fixed: "proof-head")
    proofChip(standing.state)
    html.text(fixed: " ")
    html.text(Self.sentence(standing))
    html.close(.p)
    html.newLine()
  }

  /// Icon, word and colour: never colour alone.
  mutating func proofChip(_ state: ProofState) { html.proofChip(state) }

  private static func sentence(_ standing: BlockStanding) -> String {
    let name = standing.check.map { "‘\($0)’" } ?? "a check"
    let isBug = standing.role == .bug
    switch standing.state {
    case .verified:
      let what = isBug ? "\(name) ran this and found the defect" : "\(name) ran this and found no defect"
      return "\(what); \(basis(standing))."
    case .refuted: return "\(name) shows that this is no fix, as the case says; \(basis(standing))."
    case .stale:
      let day = standing.entry.map { " since \($0.day)" } ?? ""
      return "\(standing.reason?.words ?? "it changed")\(day): nobody knows whether what follows is still true."
    case .failing: return "\(name): \(standing.reason?.words ?? "failed")."
    case .unrun: return "\(name) is named here and has no record of a passing run."
    case .skipped:
      return "\(name) could not run where it was blessed: \(standing.evidence?.reason ?? "no reason is given")."
    case .unlinked: return "No check runs this code."
    }
  }

  /// Strength and fidelity, in words.
  private static func basis(_ standing: BlockStanding) -> String {
    let strength =
      switch standing.evidence?.strength {
      case .exhaustive: "exhaustive: every order was tried"
      case .counted: "counted: exact figures, the same on every run"
      case .bounded: "bounded: a figure stays on one side of a limit"
      case nil: "of no stated strength"
      }
    switch standing.evidence?.fidelity {
    case .verbatim: return strength + "; the block itself was compiled"
    case .ported, nil: return strength + "; ported: a rendering of it in Swift ran, pinned to this text by its digest"
    }
  }

  // MARK: What changed

  private mutating func changes(_ standing: BlockStanding, code: ArraySlice<UInt8>) {
    guard standing.reason == .codeChanged, let blessed = standing.blessedCode else { return }
    let old = Array((blessed + "\n").utf8)
    var new = Array(code)
    if new.last != 0x0A { new.append(0x0A) }
    html.open(.pre)
    html.attribute(.class, fixed: "proof-diff")
    html.attribute(.tabindex, fixed: "0")
    html.attribute(.role, fixed: "group")
    html.attribute(.ariaLabel, fixed: "What changed")
    html.open(.code)
    let (before, after) = (old.split(separator: 0x0A), new.split(separator: 0x0A))
    var next = 0
    for change in LineDiff.changes(before, after) {
      for line in before[next..<change.old.lowerBound].suffix(2) { diffLine("  ", line, nil) }
      for line in before[change.old] { diffLine("- ", line, "diff-old") }
      for line in after[change.new] { diffLine("+ ", line, "diff-new") }
      next = change.old.upperBound
    }
    for line in before[min(next, before.count)...].prefix(2) { diffLine("  ", line, nil) }
    html.close(.code)
    html.close(.pre)
    html.newLine()
  }

  private mutating func diffLine(_ mark: StaticString, _ line: ArraySlice<UInt8>, _ name: StaticString?) {
    if let name {
      html.open(.span)
      html.attribute(.class, fixed: name)
    }
    html.text(fixed: mark)
    html.text(line)
    if name != nil { html.close(.span) }
    html.text(fixed: "\n")
  }

  // MARK: Evidence

  private mutating func evidence(_ standing: BlockStanding, isOld: Bool) {
    guard let record = standing.evidence, let variant = standing.variant else { return }
    html.open(.div)
    html.attribute(.class, fixed: isOld ? "evidence old" : "evidence")
    html.newLine()
    if variant.role == .fix { claims(record, variant) }
    let bug = record.variants.first { $0.role == .bug }
    let sides = variant.role == .fix ? [bug, variant].compactMap(\.self) : [variant]
    figures(sides, isOwnCase: standing.isOfOwnCase)
    // Both sides are drawn once, under the first fix; what only the bug has, under the bug.
    if variant.role == .fix, page.drawn.insert("\(record.check) \(variant.name)").inserted {
      for drawing in EvidencePlot.drawings(of: sides) { drawing.write(to: &html) }
    }
    for graph in variant.graphs where page.drawn.insert("\(record.check) \(variant.name) \(graph.name)").inserted {
      RelationGraph(graph).write(to: &html)
    }
    if let witness = variant.witness, page.drawn.insert("\(record.check) \(variant.name) witness").inserted {
      WitnessLanes(witness).write(to: &html)
    }
    html.close(.div)
    html.newLine()
  }

  private mutating func claims(_ record: EvidenceRecord, _ variant: EvidenceRecord.Variant) {
    html.open(.ul)
    html.attribute(.class, fixed: "claims")
    for claim in record.claims where claim.fix == variant.name {
      html.open(.li)
      html.attribute(.class, fixed: claim.holds ? "holds" : "fails")
      html.open(.span)
      html.attribute(.ariaHidden, fixed: "true")
      html.text(fixed: claim.holds ? "✓ " : "✗ ")
      html.close(.span)
      html.text(claim.text)
      let note: StaticString =
        if !claim.holds { " — it does not hold" } else if claim.failsWhenSwapped {
          " — and fails with bug and fix exchanged, as it must"
        } else { " — and holds with bug and fix exchanged, so it tells nothing" }
      html.open(.small)
      html.text(fixed: note)
      html.close(.small)
      html.close(.li)
      html.newLine()
    }
    html.close(.ul)
    html.newLine()
  }

  /// Measured figures, the two sides beside each other, and what the document itself says.
  private mutating func figures(_ sides: [EvidenceRecord.Variant], isOwnCase: Bool) {
    var names: [String] = []
    for side in sides { for metric in side.metrics where !names.contains(metric.name) { names.append(metric.name) } }
    guard !names.isEmpty else { return }
    let hasDocument = isOwnCase && sides.contains { $0.metrics.contains { $0.documentValue != nil } }
    openPageTable()
    html.open(.thead)
    html.open(.tr)
    html.tableHead("Measured")
    for side in sides { html.tableHead(side.name) }
    if hasDocument { html.tableHead("In the text") }
    html.close(.tr)
    html.close(.thead)
    html.open(.tbody)
    for name in names {
      html.open(.tr)
      html.open(.th)
      html.attribute(.scope, fixed: "row")
      html.text(name)
      html.close(.th)
      var written: [(text: String, agreement: FigureAgreement?)] = []
      for side in sides {
        let metric = side.metrics.first { $0.name == name }
        html.open(.td)
        html.text(metric.map(FigureText.of) ?? "–")
        html.close(.td)
        if let metric, let text = metric.documentValue {
          written.append((sides.count > 1 ? "\(side.name): \(text)" : text, metric.agreement))
        }
      }
      if hasDocument { documentFigures(written) }
      html.close(.tr)
      html.newLine()
    }
    html.close(.tbody)
    closePageTable()
  }

  /// What the text says, and where that is not what was measured.
  private mutating func documentFigures(_ written: [(text: String, agreement: FigureAgreement?)]) {
    html.open(.td)
    if written.isEmpty { html.text(fixed: "–") }
    for (index, (text, agreement)) in written.enumerated() {
      if index > 0 { html.text(fixed: "; ") }
      html.text(text)
      guard agreement == .differs else { continue }
      html.text(fixed: " ")
      html.open(.span)
      html.attribute(.class, fixed: "chip differs")
      html.open(.span)
      html.attribute(.ariaHidden, fixed: "true")
      html.text(fixed: "≠ ")
      html.close(.span)
      html.text(fixed: "not as measured")
      html.close(.span)
    }
    html.close(.td)
  }

  private mutating func foot(_ standing: BlockStanding) {
    html.open(.p)
    html.attribute(.class, fixed: "proof-foot")
    if let record = standing.evidence, !record.dependsOn.isEmpty {
      let versions = record.dependsOn.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
      html.text("Exact figures rest on \(versions). ")
    }
    if let seed = standing.evidence?.seed { html.text("Random numbers are drawn from seed \(seed). ") }
    if let entry = standing.entry {
      html.text(fixed: "Last proved ")
      html.open(.time)
      html.attribute(.datetime, entry.day)
      html.text(entry.day)
      html.close(.time)
      html.text(fixed: ". ")
    }
    if let check = standing.check {
      html.text(fixed: "Run it again: ")
      html.open(.code)
      html.text("casebook check \(check)")
      html.close(.code)
    }
    html.close(.p)
    html.newLine()
  }
}

extension HTMLWriter {
  /// `✓ verified`
  mutating func proofChip(_ state: ProofState) {
    open(.span)
    attribute(.class, "chip state state-", state.rawValue, "")
    open(.span)
    attribute(.ariaHidden, fixed: "true")
    text(fixed: state.icon)
    close(.span)
    text(fixed: " ")
    text(state.rawValue)
    close(.span)
  }

  mutating func tableHead(_ title: String) {
    open(.th)
    attribute(.scope, fixed: "col")
    text(title)
    close(.th)
  }
}

extension ProofState {
  var icon: StaticString {
    switch self {
    case .failing: "!"
    case .stale: "↻"
    case .refuted: "✗"
    case .unrun: "○"
    case .skipped: "–"
    case .unlinked: "·"
    case .verified: "✓"
    }
  }
}

/// Figures for people: `20,000 values`, `≤ 4,000`.
enum FigureText {
  static func of(_ metric: EvidenceRecord.Metric) -> String {
    let unit = metric.unit == "1" ? "" : " " + metric.unit
    if let value = metric.value { return number(value) + unit }
    guard let bound = metric.bound else { return "–" }
    let sign =
      switch bound.op {
      case "<=": "≤"
      case ">=": "≥"
      case let other: other
      }
    return "\(sign) \(number(bound.value))\(unit)"
  }

  /// 20000 → `20,000`; 350.1 stays.
  static func number(_ value: Double) -> String {
    guard value == value.rounded(), abs(value) < 1e15 else { return rounded(value) }
    let digits = Array(String(Int(abs(value))))
    guard digits.count > 3 else { return (value < 0 ? "-" : "") + String(digits) }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + text
  }

  /// Four digits that matter, where there is a fraction.
  private static func rounded(_ value: Double) -> String {
    guard value.isFinite, value != 0, abs(value) >= 1e-6, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 1_000, scale < 1e9 { scale *= 10 }
    let result = (value * scale).rounded() / scale
    return result == result.rounded() ? number(result) : "\(result)"
  }
}
