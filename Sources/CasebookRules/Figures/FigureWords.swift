/// Words by which the figures of a line are told apart: conditions, bounds, states.
enum FigureWords {
  /// Words before a figure that make it tell under what something was measured: `for 24 hours`.
  static let conditions: Set<String> = [
    "for", "over", "within", "every", "after", "during", "in", "last", "past", "per", "until", "each", "by", "since",
    "between", "and", "another", "next", "first", "with", "of",
  ]

  /// Words before `at` that make a level of what follows: `stable at ~150MB`.
  static let levels: Set<String> = [
    "stable", "steady", "flat", "constant", "is", "was", "stays", "stayed", "remains", "remained", "holds", "held",
    "plateaus", "plateaued", "peaks", "peaked", "sits", "out", "settles", "settled", "stabilizes", "stabilized",
    "stabilises", "stabilised", "still", "usage", "memory", "heap", "rss",
  ]

  /// Words before a figure that make a bound of it.
  static let bounds: Set<String> = [
    "under", "below", "above", "exceeds", "exceeding", "exceeded", "exceed", "than", "least", "most", "least", "beyond",
    "upto", "reaches", "threshold", "limit", "target", "budget", "timeout", "slo", "sla", "maximum", "minimum",
  ]

  /// First words of a scope that say "while nothing was wrong", or of a verification, "before the fix".
  static let before: Set<String> = ["before", "old", "baseline", "previously", "pre", "normal", "expected"]

  /// First words of a scope that say "afterwards": the defect's in an investigation, the fix's in a verification.
  static let after: Set<String> = ["after", "now", "new", "post", "fixed", "with", "today"]

  /// Labels of a size that all name the memory or the storage in use.
  static let sizes: Set<String> = ["size", "memory", "rss", "heap", "usage", "used", "mem", "ram", "total"]
}

/// A version as the numbers in it: `v2.3.0` → 2, 3, 0.
struct VersionNumbers: Hashable, Comparable {
  var parts: [Int]

  /// Reads `v2.3.0` or `2.3`; `nil` for anything else.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "v") { bytes = bytes.dropFirst() }
    var parts: [Int] = []
    for piece in bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
      guard !piece.isEmpty, piece.count <= 9, let part = Int(String(decoding: piece, as: UTF8.self)) else { return nil }
      parts.append(part)
    }
    guard parts.count >= 2, parts.count <= 4 else { return nil }
    self.parts = parts
  }

  static func < (a: Self, b: Self) -> Bool { a.parts.lexicographicallyPrecedes(b.parts) }
}
