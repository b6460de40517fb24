import CasebookModel

/// A check in the answer of `casebook check`: as it ran, or as it is recorded.
struct CheckResult {
  var record: EvidenceRecord
  /// Whether it ran now; the record of an earlier run otherwise.
  var ran: Bool
  var milliseconds: [String: Double] = [:]
  /// The worst state of the blocks that it covers.
  var state = ProofState.unrun
  /// Exact figures that differ from the blessed ones.
  var drift: [String] = []

  var id: String { record.check }
  var isFailure: Bool { record.verdict.isFailure }

  /// `counted, 3 variants, 0.1 s`
  var summary: String {
    var parts: [String] = []
    if let strength = record.strength { parts.append(strength.rawValue) }
    parts.append("\(record.variants.count) variants")
    if let longest = milliseconds.values.max() {
      let tenths = (longest / 100).rounded() / 10
      parts.append("\(tenths) s")
    }
    return parts.joined(separator: ", ")
  }

  /// Figures of a run that a blessed record has otherwise; versions that differ excuse them.
  static func drift(of record: EvidenceRecord, from blessed: EvidenceRecord?) -> [String] {
    guard let blessed, blessed.dependsOn == record.dependsOn else { return [] }
    var lines: [String] = []
    for variant in blessed.variants {
      guard let now = record.variant(variant.name) else { continue }
      for metric in variant.metrics where metric.stability == .exact {
        guard let found = now.metrics.first(where: { $0.name == metric.name }) else {
          lines.append("\(variant.name): '\(metric.name)' is no longer measured")
          continue
        }
        if found.value != metric.value {
          lines.append(
            "\(variant.name): \(metric.name) is \(Figure.text(found.value)), blessed was \(Figure.text(metric.value))")
        }
      }
    }
    return lines
  }
}

/// Numbers for people.
enum Figure {
  /// 4, 350.1; `–` for none.
  static func text(_ value: Double?) -> String {
    guard let value else { return "–" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
