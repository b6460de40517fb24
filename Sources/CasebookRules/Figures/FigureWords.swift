/// Words by which the figures of a line are told apart: conditions, bounds, states.
enum FigureWords {
  /// Words before a figure that make it tell under what something was measured: `for 24 hours`.
  static let conditions = WordKey.set([
    "for", "over", "within", "every", "after", "during", "in", "last", "past", "per", "until", "each", "by", "since",
    "between", "and", "another", "next", "first", "with", "of",
  ])

  /// Words before `at` that make a level of what follows: `stable at ~150MB`.
  static let levels = WordKey.set([
    "stable", "steady", "flat", "constant", "is", "was", "stays", "stayed", "remains", "remained", "holds", "held",
    "plateaus", "plateaued", "peaks", "peaked", "sits", "out", "settles", "settled", "stabilizes", "stabilized",
    "stabilises", "stabilised", "still", "usage", "memory", "heap", "rss",
  ])

  /// Words before a figure that make a bound of it.
  static let bounds = WordKey.set([
    "under", "below", "above", "exceeds", "exceeding", "exceeded", "exceed", "than", "least", "most", "beyond", "upto",
    "threshold", "limit", "target", "budget", "timeout", "slo", "sla", "maximum", "minimum",
  ])

  /// First words of a scope that say "while nothing was wrong", or of a verification, "before the fix".
  static let before = WordKey.set(["before", "old", "baseline", "previously", "pre", "normal", "expected"])

  /// First words of a scope that say "afterwards": the defect's in an investigation, the fix's in a verification.
  static let after = WordKey.set(["after", "now", "new", "post", "fixed", "with", "today"])

  /// Words that name memory in use, and those between them and its size.
  static let memory = WordKey.set(["memory", "rss", "heap", "ram"])
  static let reached = WordKey.set([
    "at", "is", "was", "to", "around", "about", "uses", "used", "reached", "reaches",
  ])

  /// Labels of a size that all name the memory or the storage in use.
  static let sizes: Set<String> = ["size", "memory", "rss", "heap", "usage", "used", "mem", "ram", "total"]

  static let at = WordKey.of("at".utf8)
  static let of = WordKey.of("of".utf8)
  static let to = WordKey.of("to".utf8)
  static let up = WordKey.of("up".utf8)
  static let from = WordKey.of("from".utf8)
  static let during = WordKey.of("for".utf8)
}
