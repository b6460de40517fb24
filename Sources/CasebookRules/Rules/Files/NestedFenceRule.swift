import CasebookSource

/// CB001: a fence that ends at the first fence inside it.
struct NestedFenceRule: PassiveRule {
  let description = RuleDescription(
    1, "nested-fence", .error, fix: .safe,
    what: "A fence holds another one of the same length, so that for CommonMark it ends where the inner one ends.",
    why: """
      Code becomes prose and prose becomes code from there on: headings are lost, lists become grey text. The author sees \
      it as it was meant, in an editor that guesses; every reader sees it broken. Casebook reads the document as it was \
      meant; the fix writes it that way.
      """,
    triggering: [
      RuleExample(
        "an inner fence as long as the outer",
        """
        # How to report

        ⟦```⟧markdown
        ## Steps

        ```bash
        make test
        ```

        ## Result
        - 1 failure
        ```

        Text after the sample.

        """)
    ],
    accepted: [
      RuleExample(
        "an outer fence with four backticks",
        "# How to report\n\n````markdown\n## Steps\n\n```bash\nmake test\n```\n\n## Result\n````\n"),
      RuleExample("two blocks, one after the other", "```bash\nmake\n```\n\ntext\n\n```text\nok\n```\n"),
    ])
}
