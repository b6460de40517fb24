import CasebookSource

/// What `casebook serve` says in the terminal: how many documents, what is found, how long it took.
enum PreviewReport {
  static func first(_ update: LiveSite.Update) {
    StandardError.write("\(count(update.documents, "document")); Ctrl-C ends the preview\n")
    tell(update)
  }

  /// `content/a.md: shown after 43 ms; 2 errors`
  static func update(_ update: LiveSite.Update, milliseconds: Int) {
    var text = update.read == 0 ? "files beside the documents" : count(update.read, "document")
    if let only = update.only { text = VisibleText.string(only) }
    StandardError.write("\(text): shown after \(milliseconds) ms\n")
    tell(update)
  }

  /// Findings of the documents that were read, errors first; the rest of the knowledge base is known already.
  private static func tell(_ update: LiveSite.Update) {
    let all = update.findings
    let new = all.filter { update.changed.contains($0.path) }
    for finding in new.filter({ $0.severity == .error }).prefix(most)
      + new.filter({ $0.severity != .error }).prefix(most)
    {
      StandardError.write(LiveSite.line(finding, update.base) + "\n")
    }
    let errors = all.count { $0.severity == .error }
    guard !all.isEmpty else { return }
    StandardError.write(
      "\(count(errors, "error")) and \(count(all.count - errors, "warning")) in all; casebook validate shows them\n")
  }

  private static let most = 10

  private static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
