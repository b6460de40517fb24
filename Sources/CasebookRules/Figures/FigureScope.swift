/// What the first words of a line before its colon say of the figures behind it.
enum FigureScope: Hashable, Sendable {
  /// No such words.
  case none
  /// `before:`, `Baseline:`
  case before
  /// `After fix:`
  case after
  /// `v2.4.0:`
  case version(VersionNumbers)
  /// The name of a statistic, which is the figure's label: `P99: 200ms → 2s`.
  case statistic
  /// Anything else: `reads:`, `eu-west-1:`; nobody knows whether it is a state.
  case other

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty else {
      self = .none
      return
    }
    let first = text[range].prefix { $0 != 0x20 }
    let key = WordKey.of(first)
    if FigureWords.before.contains(key) {
      self = .before
    } else if FigureWords.after.contains(key) {
      self = .after
    } else if let version = VersionNumbers(first) {
      self = .version(version)
    } else if first.count == range.count, first.count <= 8, Statistic(first) != nil {
      self = .statistic
    } else {
      self = .other
    }
  }

  var version: VersionNumbers? {
    switch self {
    case .version(let version): version
    case .none, .before, .after, .statistic, .other: nil
    }
  }
}

/// A version as the numbers in it: `v2.3.0` → 2, 3, 0.
struct VersionNumbers: Hashable, Comparable, Sendable {
  private var parts: [Int]

  /// Reads `v2.3.0` or `2.3`; `nil` for anything else.
  init?(_ text: some Collection<UInt8>) {
    guard let first = text.first, first | 0x20 == UInt8(ascii: "v") || FigureLine.isDigit(first), text.count <= 32
    else {
      return nil
    }
    var parts: [Int] = []
    var part: Int?
    for byte in FigureLine.isDigit(first) ? text[...] : text.dropFirst() {
      if FigureLine.isDigit(byte) {
        let value = (part ?? 0) * 10 + Int(byte - 0x30)
        guard value < 1_000_000_000 else { return nil }
        part = value
      } else {
        guard byte == UInt8(ascii: "."), let number = part else { return nil }
        parts.append(number)
        part = nil
      }
    }
    guard let part, parts.count >= 1, parts.count <= 3 else { return nil }
    self.parts = parts + [part]
  }

  static func < (a: Self, b: Self) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
