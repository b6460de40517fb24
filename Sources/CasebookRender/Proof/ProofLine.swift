import CasebookModel

/// The state of a case's proof in one line: `verified: 2 of 2 blocks; exhaustive; last proved 2026-11-24`.
enum ProofLine {
  static func of(_ standing: CaseStanding) -> String {
    let blocks = standing.blocks.filter { $0.role == .bug || $0.role == .fix }
    let verified = blocks.count { $0.state == .verified }
    var parts = ["\(standing.state.rawValue): \(verified) of \(Count.of(blocks.count, "block")) verified"]
    let refuted = blocks.filter { $0.state == .refuted }.map(\.block)
    if !refuted.isEmpty { parts.append("\(refuted.joined(separator: ", ")) refuted") }
    let strengths = ProofStrength.allCases.filter { strength in blocks.contains { $0.evidence?.strength == strength } }
    parts += strengths.map(\.rawValue)
    if let day = blocks.compactMap({ $0.entry?.day }).min() { parts.append("last proved \(day)") }
    for block in blocks where block.state == .stale || block.state == .failing {
      parts.append("\(block.block): \(block.reason?.words ?? "")")
    }
    parts += differences(blocks)
    return parts.joined(separator: "; ")
  }

  /// Figures of the text that are not as measured: `bug P50 is 351.1 ms, the text says 50 ms`.
  static func differences(_ blocks: [BlockStanding]) -> [String] {
    var found: [String] = []
    for block in blocks where block.state == .verified || block.state == .refuted {
      guard block.isOfOwnCase, let variant = block.variant else { continue }
      for metric in variant.metrics where metric.agreement == .differs {
        let text =
          "\(variant.name) \(metric.name) is \(FigureText.of(metric)), the text says \(metric.documentValue ?? "")"
        if !found.contains(text) { found.append(text) }
      }
    }
    return found
  }
}
