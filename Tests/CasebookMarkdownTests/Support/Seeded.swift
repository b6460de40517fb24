/// A generator of random numbers that gives the same ones for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes small documents out of the pieces that decide how Markdown is read.
enum RandomMarkdown {
  private static let pieces = [
    "a", "b c", " ", "  ", "    ", "\t", "\n", "\n", "\n", "\n\n", "> ", ">", "- ", "* ", "-", "1. ", "2) ", "- [ ] ",
    "[x] ", "# ", "## h ##",
    "===", "---", "```", "~~~ sh", "`", "``", "*", "**", "_", "![", "[", "]", "](", "(", ")", "[foo]",
    "[foo]: /u 'v'\n", "<b>", "<!-- c -->",
    "<http://x.y>", "<div>\n", "&amp;", "&#35;", "&ngE;", "&#xFFFF;", "&nope;", "\\", "\\*", "\\|", "|", "| a | b |\n",
    "|---|--:|\n", "|-|\n", "| c |\n",
    "\r\n", "\r", "\0", "é", "  \n", "\\\n", "!", "\u{FEFF}", "\u{0C}", "\"", "'", "<", ">",
  ]

  static func document(_ seed: UInt64, pieces count: Int = 24) -> String {
    var generator = Seeded(seed)
    let length = Int.random(in: 1...count, using: &generator)
    return (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
  }
}
