import CasebookRules
import CasebookSource

/// What a build says of the content: error findings, and files that could not be read.
struct SiteVerdict {
  /// Error findings that count, and the files that have them.
  var errors = 0
  var files = 0
  /// Files that could not be read, which outweighs any finding.
  var unreadable: [Diagnostic] = []

  /// A build with error findings ends with 1, one that could not read a file with 2.
  var exit: CommandExit {
    (errors > 0 ? CommandExit.findings : .clean).and(unreadable.isEmpty ? .clean : .failure)
  }

  /// Says on standard error what a reader of the site will see in red.
  func report(_ base: KnowledgeBase) {
    for finding in unreadable { StandardError.report(.error, "\(base.shown(finding.path)): \(finding.message)") }
    if let first = base.unusableImages.first {
      let count = base.unusableImages.count
      StandardError.report(
        .note,
        "\(count) \(count == 1 ? "picture is" : "pictures are") not copied, \(base.shown(first)) for one",
        help:
          "a name has letters, digits, '-', '_' and '.', a picture at most \(ByteCount.text(LibraryLoader.largestFile))"
      )
    }
    guard errors > 0 else { return }
    StandardError.report(
      .warning,
      "\(errors) error \(errors == 1 ? "finding" : "findings") in \(files) \(files == 1 ? "file" : "files")",
      help: "casebook validate shows where")
  }
}

extension SiteVerdict {
  init(_ survey: Survey) {
    let errors = survey.findings.diagnostics.filter { $0.severity == .error && survey.findings.counts($0) }
    self.errors = errors.count
    files = Set(errors.map(\.path)).count
    unreadable = survey.findings.diagnostics.filter { $0.rule == FileFindings.unreadable }
  }
}
