import CasebookModel
import CasebookSource

/// CB407: an exact figure is not what it was when the check was blessed; only a run can tell.
struct EvidenceDriftRule: FileRule {
  let description = RuleDescription(
    407, "evidence-drift", .warning,
    what: """
      A check passes, and a figure that is the same on every run is not the one that is on record. `casebook check` tells it; \
      versions on which a figure rests excuse it, where they differ.
      """,
    why: """
      The page shows the blessed figure. Something that nobody looked at has changed it: `casebook check --bless CASE` takes \
      the new one over, and its difference is there to be reviewed.
      """,
    triggering: [],
    accepted: [RuleExample("nothing that reading could tell", ProofExample.text(), proofs: { ProofExample.proved($0) })]
  )
}
