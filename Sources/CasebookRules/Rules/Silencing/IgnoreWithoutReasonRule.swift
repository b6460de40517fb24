import CasebookSource

/// CB901: a request for silence without a reason.
struct IgnoreWithoutReasonRule: PassiveRule {
  let description = RuleDescription(
    901, "ignore-without-reason", .warning,
    what: "A `casebook-ignore` gives no reason behind its colon; it silences nothing.",
    why: "The reason is what the next reader needs to judge whether the silence still holds.",
    triggering: [
      RuleExample("no reason", "⟦<!-- casebook-ignore CB202 -->⟧\n```text\na\n```\n"),
      RuleExample("in the front matter", "---\ncasebook:\n  ignore:\n    ⟦CB202⟧: \"\"\n---\n# A\n"),
    ],
    accepted: [RuleExample("a reason", "<!-- casebook-ignore CB202: a drawing -->\n```\n+--+\n```\n")],
    isSilenceable: false)
}
