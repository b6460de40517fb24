import CasebookSource

/// CB009: damage that can be undone in more than one way.
struct AmbiguousRepairRule: PassiveRule {
  let description = RuleDescription(
    9, "ambiguous-repair", .warning, basis: .heuristic,
    what: """
      Text looks damaged (fences that do not balance, characters of a wrong charset), but no reading of it is clearly the \
      one that was meant. Nothing is changed; the candidates are named.
      """,
    why: "A wrong repair is worse than none: it looks right. Somebody who knows the text has to say what it was.",
    triggering: [
      RuleExample("text about damaged characters", "# A\n\nThe page shows ⟦â€™⟧ instead of ’.\n")
    ],
    accepted: [RuleExample("a text without damage", "# A\n\n```bash\nmake\n```\n")])
}
