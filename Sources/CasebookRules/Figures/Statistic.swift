import CasebookModel

/// The statistic that a label names: `p99` → percentile 99, `median` → percentile 50.
///
/// Other labels (`rate`, `size`) say what is measured but not how, and one of them may stand for several things of a case.
enum Statistic: Hashable, Sendable {
  case percentile(Double)
  case mean, maximum, minimum

  /// Reads a metric's label in small letters; `nil` for any other word.
  init?(_ label: String) {
    guard let first = label.utf8.first else { return nil }
    switch label {
    case "median": self = .percentile(50)
    case "mean", "avg", "average": self = .mean
    case "max", "maximum": self = .maximum
    case "min", "minimum": self = .minimum
    default:
      guard first == UInt8(ascii: "p"), label.utf8.count <= 6, let rank = Double(label.dropFirst()), rank > 0,
        rank < 100
      else { return nil }
      self = .percentile(rank)
    }
  }

  /// Reads a word of a text, capitals folded.
  init?(lowered word: some Collection<UInt8>) {
    guard word.count <= 8, let first = word.first, [0x70, 0x6D, 0x61].contains(first | 0x20) else { return nil }
    self.init(String(decoding: word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self))
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
