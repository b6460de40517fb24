import TestSupport

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
