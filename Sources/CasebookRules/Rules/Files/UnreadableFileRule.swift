import CasebookSource

/// CB014: a file that could not be read.
struct UnreadableFileRule: FileRule {
  let description = RuleDescription(
    14, "unreadable-file", .error,
    what: "A file could not be opened or read; everything else was processed, and the exit code is 2.",
    why: "What it holds is missing from every page and answer. The message of the system says why.",
    triggering: [], accepted: [RuleExample("a file that can be read", "# A\n\ntext\n")], isSilenceable: false)
}
