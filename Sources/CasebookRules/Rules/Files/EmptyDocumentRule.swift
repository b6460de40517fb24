import CasebookSource

/// CB012: a document without any text.
struct EmptyDocumentRule: FileRule {
  let description = RuleDescription(
    12, "empty-document", .warning,
    what: "A document is empty, or holds blanks only.",
    why: "It gives an empty page and no case. Most often a write was cut short; the text may be in an older version.",
    triggering: [], accepted: [RuleExample("a document with text", "# A\n\ntext\n")])
}
