import CasebookSource

/// CB004: front matter that is not YAML, or YAML of a kind that is refused.
struct FrontMatterSyntaxRule: PassiveRule {
  let description = RuleDescription(
    4, "front-matter-syntax", .error,
    what: """
      The front matter does not end, is no mapping, has a key twice, or is not valid YAML; aliases, anchors, tags and \
      directives are refused.
      """,
    why: """
      A front matter that can't be read is no front matter: the case has no id, no type, no date. Mostly a value needs \
      quotes: YAML gives `:`, `#`, `@`, `*`, `&`, `[` and `{` a meaning of their own.
      """,
    triggering: [
      RuleExample("a key twice", "---\nid: a\n⟦id⟧: b\n---\n# A\n")
    ],
    accepted: [
      RuleExample("values in quotes", "---\ntitle: \"A: B\"\nauthor: '@ann'\n---\n# A\n"),
      RuleExample("a horizontal rule", "# A\n\n---\n\ntext\n"),
    ])
}
