import CasebookSource

/// CB013: a file whose name is not UTF-8.
struct UndecodableNameRule: FileRule {
  let description = RuleDescription(
    13, "undecodable-name", .warning,
    what: "The name of a file is not UTF-8, so it can't be written into a link or a report as it is.",
    why: "Every system shows other letters for it, and an address made from it leads nowhere. Rename the file.",
    triggering: [], accepted: [RuleExample("a name in UTF-8", files: [("größe.md", "# A\n\ntext\n")])])
}
