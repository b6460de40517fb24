import CasebookSource

/// CB008: bytes at the edge of the text: a byte order mark, line ends of another system, bytes that are no UTF-8.
struct EncodingRule: PassiveRule {
  let description = RuleDescription(
    8, "encoding", .info, fix: .safe,
    what: """
      The file begins with a byte order mark, ends its lines with CR, or holds NUL bytes (a warning) or bytes that are not \
      UTF-8 (an error, since the characters are lost).
      """,
    why: """
      A byte order mark hides the front matter from other tools, and mixed line ends show a change in every line. Casebook \
      reads the text as if they were not there.
      """,
    triggering: [
      RuleExample("a byte order mark", "⟦\u{FEFF}⟧# A\n"),
      RuleExample("line ends of another system", "# A⟦\r⟧\n\r\ntext\r\n"),
      RuleExample("a NUL byte", "# A⟦\u{0}⟧\n"),
    ],
    accepted: [RuleExample("UTF-8 with LF", "# A\n\ntext\n")])
}
