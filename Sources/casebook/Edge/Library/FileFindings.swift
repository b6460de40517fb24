import CasebookMarkdown
import CasebookModel
import CasebookSource

/// What is wrong with a file before anything of it is read; reported like every other finding.
enum FileFindings {
  static let overLimit = RuleID(10)
  static let special = RuleID(11)
  static let empty = RuleID(12)
  static let name = RuleID(13)
  static let unreadable = RuleID(14)

  private static let start = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))

  static func cannotRead(_ path: String, _ error: SystemError) -> Diagnostic { cannotRead(path, error.message) }

  static func cannotRead(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      rule: unreadable, severity: .error, path: path, range: start, message: "cannot be read: \(reason)",
      explanation: "Nothing of it is in the result; everything else is.")
  }

  static func tooLarge(_ path: String, size: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      rule: overLimit, severity: .error, path: path, range: start,
      message:
        "a document has at most \(ByteCount.text(limit)); this file has \(ByteCount.text(size)) and was not read",
      explanation: "Split it into one file a case.")
  }

  static func skipped(_ path: String, _ reason: DirectoryWalk.Skipped.Reason) -> Diagnostic {
    switch reason {
    case .special(.folder):
      Diagnostic(
        rule: special, severity: .warning, path: path, range: start,
        message: "a folder whose name ends in .md is not read; rename the folder")
    case .special(.link):
      Diagnostic(
        rule: special, severity: .warning, path: path, range: start,
        message: "symbolic links are not followed; put what it leads to in its place")
    case .special(let kind):
      Diagnostic(
        rule: special, severity: .warning, path: path, range: start,
        message: "only regular files are read; this is \(kind.noun)")
    case .tooDeep:
      Diagnostic(
        rule: special, severity: .warning, path: path, range: start, message: "folders this deep are not read")
    case .unreadable(let error): cannotRead(path.isEmpty ? "." : path, error)
    }
  }

  static func notText(name path: String) -> Diagnostic {
    Diagnostic(
      rule: name, severity: .warning, path: path, range: start,
      message: "a file name must be UTF-8; rename the file, since other systems show other letters")
  }

  /// A document without a word in it; `nil` for all others.
  static func emptiness(of document: ReadDocument) -> Diagnostic? {
    let bytes = document.source.bytes
    let body = document.document.frontMatter?.bodyStart ?? 0
    guard body <= bytes.count, bytes[body...].allSatisfy({ $0 <= 0x20 }) else { return nil }
    // What could not be read has a finding of its own.
    guard !document.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    let isWholly = document.document.frontMatter == nil
    // Hugo's pages of sections are front matter alone; what they list stands beside them.
    guard isWholly || Paths.name(document.source.file.path) != "_index.md" else { return nil }
    return Diagnostic(
      rule: empty, severity: .warning, path: document.source.file.path, range: start,
      message: isWholly
        ? "the file is empty; write a case in it, or remove it"
        : "there is nothing below the front matter; write a case, or remove the file")
  }
}
