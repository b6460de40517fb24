import CasebookSource

/// CB003: a fence that is open at the end of its document.
struct UnclosedFenceRule: PassiveRule {
  let description = RuleDescription(
    3, "unclosed-fence", .error, fix: .unsafe,
    what: "A fenced block is still open where its document or its list item ends.",
    why: "Everything after the fence is code: headings, links and the rest of the document are lost.",
    triggering: [
      RuleExample("a fence without its end", "# A\n\n⟦```⟧bash\nmake test\n")
    ],
    accepted: [RuleExample("a closed fence", "# A\n\n```bash\nmake test\n```\n")])
}
