import CasebookSource

/// CB002: characters that come from reading UTF-8 as something else.
struct MojibakeRule: PassiveRule {
  let description = RuleDescription(
    2, "mojibake", .error, fix: .safe,
    what: """
      Text in UTF-8 was read as Mac Roman, Windows-1252 or Latin-1 and saved again, so that `→` became `‚Üí` and `é` became \
      `Ã©`.
      """,
    why: """
      The characters that carried the meaning are gone for the reader, search does not find the words, and a copied command \
      does not run. The damage can be undone, because each codec leaves its own trace.
      """,
    triggering: [
      RuleExample("arrows read as Mac Roman", "# A\n\n- P50: 50ms ⟦‚Üí⟧ 200ms\n- P99: 200ms ⟦‚Üí⟧ 2s\n"),
      RuleExample("quotes read as Windows-1252", "# A\n\nIt is ⟦â€œquoted â€\u{9D}⟧ text.\n"),
    ],
    accepted: [
      RuleExample("the characters themselves", "# A\n\n- P50: 50ms → 200ms\n"),
      RuleExample("letters of other languages", "# A\n\nBunu üçün etdik; é è ü ß.\n"),
    ])
}
