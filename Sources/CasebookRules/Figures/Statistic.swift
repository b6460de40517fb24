import CasebookModel

/// The statistic that a label names: `p99` → percentile 99, `median` → percentile 50.
///
/// Other labels (`rate`, `size`) say what is measured but not how, and one of them may stand for several things of a case.
enum Statistic: Hashable, Sendable {
  case percentile(Double)
  case mean, maximum, minimum

  /// Reads a metric's label, capitals folded; `nil` for any other word.
  init?(_ label: some Collection<UInt8>) {
    guard let first = label.first, label.count <= 8 else { return nil }
    switch first | 0x20 {
    case UInt8(ascii: "p"):
      guard let rank = Self.rank(label.dropFirst()) else { return nil }
      self = .percentile(rank)
    case UInt8(ascii: "m"), UInt8(ascii: "a"):
      switch WordKey.of(label) {
      case Self.median: self = .percentile(50)
      case Self.meanNames[0], Self.meanNames[1], Self.meanNames[2]: self = .mean
      case Self.maximumNames[0], Self.maximumNames[1]: self = .maximum
      case Self.minimumNames[0], Self.minimumNames[1]: self = .minimum
      default: return nil
      }
    default: return nil
    }
  }

  private static let median = WordKey.of("median".utf8)
  private static let meanNames = ["mean", "avg", "average"].map { WordKey.of($0.utf8) }
  private static let maximumNames = ["max", "maximum"].map { WordKey.of($0.utf8) }
  private static let minimumNames = ["min", "minimum"].map { WordKey.of($0.utf8) }

  /// `99` or `99.9`, between 0 and 100.
  private static func rank(_ text: some Collection<UInt8>) -> Double? {
    var value = 0
    var scale = 0
    var isComplete = false
    for byte in text {
      if FigureLine.isDigit(byte) {
        value = value * 10 + Int(byte - 0x30)
        scale *= 10
        isComplete = true
      } else {
        guard byte == UInt8(ascii: "."), scale == 0 else { return nil }
        scale = 1
        isComplete = false
      }
    }
    let rank = Double(value) / Double(max(scale, 1))
    return isComplete && rank > 0 && rank < 100 ? rank : nil
  }

  /// As people write it: `P99`, `mean`.
  var name: String {
    switch self {
    case .percentile(let rank): rank == rank.rounded() ? "P\(Int(rank))" : "P\(rank)"
    case .mean: "mean"
    case .maximum: "maximum"
    case .minimum: "minimum"
    }
  }
}
