import CasebookSource

/// CB900: a request for silence that silences nothing.
struct UnusedIgnoreRule: PassiveRule {
  let description = RuleDescription(
    900, "unused-ignore", .warning, fix: .safe,
    what: "A `casebook-ignore` names a rule that finds nothing there, that does not exist, or that can't be silenced.",
    why: "What it once silenced is mended. Left in place it would hide the next fault of that kind.",
    triggering: [
      RuleExample("nothing to silence", "⟦<!-- casebook-ignore CB202: output of the tool -->⟧\n```text\na\n```\n"),
      RuleExample("no such rule", "⟦<!-- casebook-ignore CB999: why not -->⟧\n```text\na\n```\n"),
      RuleExample("in the front matter", "---\ncasebook:\n  ignore:\n    ⟦CB202⟧: output only\n---\n# A\n"),
    ],
    accepted: [
      RuleExample("a silence at work", "<!-- casebook-ignore CB202: a drawing -->\n```\n+--+\n```\n"),
      RuleExample("for the whole file", "---\ncasebook:\n  ignore:\n    CB202: drawings only\n---\n```\n+--+\n```\n"),
    ], isSilenceable: false)
}
