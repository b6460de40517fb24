import CasebookSource

/// CB011: something with a document's name that is no regular file.
struct SpecialFileRule: FileRule {
  let description = RuleDescription(
    11, "special-file", .warning,
    what: "A path that should be a document is a folder, a symbolic link, a pipe or a device; it is not read.",
    why: """
      A pipe would wait for ever, a link may lead out of the knowledge base or round in a circle, and what a device holds \
      is no document.
      """,
    triggering: [], accepted: [RuleExample("a regular file", "# A\n\ntext\n")])
}
