import CasebookSource

/// CB902: an entry of the baseline whose finding is gone.
struct StaleBaselineRule: FileRule {
  let description = RuleDescription(
    902, "stale-baseline", .info,
    what:
      "The baseline holds a finding that is no longer there; `casebook validate --write-baseline` takes it out.",
    why: "Left in place it would hide the next fault of that kind in that text.",
    triggering: [], accepted: [RuleExample("a document without a baseline", "# A\n\ntext\n")])
}
