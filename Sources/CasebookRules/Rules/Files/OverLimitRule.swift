import CasebookSource

/// CB010: input that costs more than any document needs.
struct OverLimitRule: PassiveRule {
  let description = RuleDescription(
    10, "over-limit", .error,
    what: """
      A document is larger than 1 MiB, nests quotes and lists deeper than 50, has more than 1,000 `![` in a paragraph, or \
      passes another limit. What is over a limit is shown as it stands, unparsed.
      """,
    why: """
      The Markdown library takes time that grows with the square of such input and can't be interrupted. No real document \
      comes near; most often a generator went wrong.
      """,
    triggering: [
      RuleExample(
        "a table of 1,001 columns",
        "⟦\(String(repeating: "|a", count: 1_001))|\n\(String(repeating: "|-", count: 1_001))|⟧\n")
    ],
    accepted: [RuleExample("a deep list", "- a\n  - b\n    - c\n      - d\n")])
}
