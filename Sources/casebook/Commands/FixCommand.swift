import ArgumentParser
import CasebookModel
import CasebookRules
import CasebookSource

/// `casebook fix`: what can be mended, as a list, as a patch, or done.
struct FixCommand: CasebookCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix", abstract: "List what can be mended; with --write, mend it.",
    usage: "casebook fix [<path> ... | -] [--diff | --write] [--unsafe] [--style] [--select <rule> ...]")
  static let examples = [
    Example("casebook fix", "list what can be mended; nothing changes"),
    Example("casebook fix --diff", "the same as a patch for git apply"),
    Example("casebook fix --write", "mend the files"),
    Example("casebook fix --write --select CB001 notes/a.md", "one rule, one file"),
    Example("casebook fix --write --style", "fence languages, blanks at line ends and line ends as well"),
    Example("casebook fix - < in.md > out.md", "standard input to standard output"),
  ]
  static let next = "Next: casebook validate shows what is left; casebook explain CB001 tells why."

  @Argument(help: "Files or folders to mend (default: everything); - for standard input.")
  var path: [String] = []

  @Flag(help: "Print a patch.")
  var diff = false

  @Flag(help: "Change the files.")
  var write = false

  @Flag(help: "Also fixes after which the document says something else.")
  var unsafe = false

  @Flag(help: "Also what is only style: findings of severity info.")
  var style = false

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Only these rules, by id or name.", valueName: "rule"))
  var select: [String] = []

  @OptionGroup var base: KnowledgeBaseOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if diff, write { throw ValidationError("--diff and --write exclude each other") }
    if path.contains("-"), path.count > 1 { throw ValidationError("- stands alone") }
    if path == ["-"], write { throw ValidationError("--write needs files; - writes to standard output") }
  }

  func execute() throws(CommandFailure) -> CommandExit {
    terminal.apply()
    let scope = FixScope(rules: try RuleNames.find(select), includesStyle: style)
    if path == ["-"] { return try fixStandardInput(scope) }
    let base = try base.open(paths: path)
    let mender = try Mender(base, scope: scope, allowing: unsafe ? .unsafe : .safe, named: path)
    let mended = mender.mend()
    let failures = (mended.failures + base.findings).filter { $0.severity == .error && base.isSelected($0.path) }
    for failure in failures {
      StandardError.report(.error, "\(base.shown(failure.path)): \(failure.message)")
    }
    base.warnIfEmpty()
    var isIncomplete = !failures.isEmpty
    let changed = mended.files.filter { $0.old != $0.new }
    if write {
      var done = ""
      for file in changed {
        do throws(CommandFailure) {
          try file.source.replace(file.old, with: file.new, shown: base.shown(file.source.modelPath))
          done += FixList.done(file, base)
        } catch {
          error.report()
          isIncomplete = true
        }
      }
      try StandardOutput.write(changed.isEmpty ? FixList.nothing(in: mended.count) : done)
      FixList.reportKept(mended, base)
      return isIncomplete ? .failure : .clean
    }
    if diff {
      for file in changed {
        try StandardOutput.write(UnifiedDiff.make(file.old, file.new, path: base.shown(file.source.modelPath)))
      }
    } else {
      try StandardOutput.write(
        FixList.text(
          mended.files, of: mended.count, base, options: (unsafe ? " --unsafe" : "") + (style ? " --style" : "")))
    }
    FixList.reportKept(mended, base)
    let isMendable = diff ? !changed.isEmpty : mended.files.contains { !$0.applied.isEmpty }
    return (isMendable ? CommandExit.findings : .clean).and(isIncomplete ? .failure : .clean)
  }

  private func fixStandardInput(_ scope: FixScope) throws(CommandFailure) -> CommandExit {
    let old = try StandardInput.read(limit: LibraryLoader.largestFile)
    let set = RuleSet(RuleConfiguration())
    let outcome = FixApplier.converge(old, allowing: unsafe ? .unsafe : .safe) { bytes in
      scope.selected(set.check(DocumentReader.read(SourceFile(path: "stdin", bytes: bytes))))
    }
    guard diff else {
      try StandardOutput.write(outcome.bytes)
      return .clean
    }
    try StandardOutput.write(UnifiedDiff.make(old, outcome.bytes, path: "stdin.md"))
    return outcome.bytes == old ? .clean : .findings
  }
}
