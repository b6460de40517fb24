import CasebookModel
import CasebookRules
import CasebookSource

/// Mends the documents of a knowledge base in memory; the caller decides what becomes of the result.
struct Mender {
  struct File: Sendable {
    var source: DocumentSource
    var old: [UInt8]
    var new: [UInt8]
    /// Findings that were settled.
    var applied: [Diagnostic]
  }

  struct Result {
    var files: [File] = []
    /// Documents that are kept as they are, by model path.
    var archived: [String] = []
    var failures: [Diagnostic] = []

    /// Documents that were read.
    var count: Int { files.count + archived.count }
  }

  private let sources: [DocumentSource]
  private let rules: RuleSet
  private let scope: FixScope
  private let named: Set<String>
  private let limits: InputLimits
  private let safety: Diagnostic.Fix.Safety
  /// Whether a document must be read by its languages' parsers: only rules about code with unsafe fixes ask for that.
  private let readsCode: Bool

  /// An archived document is kept as it is unless its own path was given.
  init(
    _ base: KnowledgeBase, scope: FixScope, allowing safety: Diagnostic.Fix.Safety, named paths: [String]
  ) throws(CommandFailure) {
    sources = base.sources.filter { base.isSelected($0.modelPath) }
    self.rules = RuleSet(try base.rules(today: Clock.today))
    self.scope = scope
    named = Set(paths.compactMap { Paths.real($0).map(base.modelPath) })
    limits = base.configuration.limits
    self.safety = safety
    readsCode = safety == .unsafe && scope.wantsCode && base.configuration.parsers?.value ?? true
  }

  private enum Outcome: Sendable {
    case file(File)
    case archived(String)
    case failed(Diagnostic)
  }

  /// Reads, mends and reads again until nothing is left to mend.
  func mend() -> Result {
    var result = Result()
    let code = readsCode ? documentsWithFixesOfCode() : []
    let outcomes = Threads.mapChunks(of: sources.count) { range in
      range.map { mend(sources[$0], readsCode: code.contains(sources[$0].modelPath)) }
    }
    for outcome in outcomes.flatMap(\.self) {
      switch outcome {
      case .file(let file): result.files.append(file)
      case .archived(let path): result.archived.append(path)
      case .failed(let finding): result.failures.append(finding)
      }
    }
    return result
  }

  /// Documents whose code has something to mend, found with one start of each parser for all of them.
  private func documentsWithFixesOfCode() -> Set<String> {
    let rules = rules
    let examined = LibraryLoader.load(sources, limits: limits) { rules.examine($0, keepingCode: .all) }.compactMap {
      if case .read(let findings) = $0 { findings } else { nil }
    }
    var programs = ParserPrograms()
    let facts = CodeAnalysis.facts(of: examined.map(\.exhibits)) { programs.start($0) }
    let findings = scope.selected(rules.conclude(nil, examined, facts).diagnostics)
    return Set(findings.filter { FixScope.isAboutCode($0.rule) && !$0.fixes.isEmpty }.map(\.path))
  }

  private func mend(_ source: DocumentSource, readsCode: Bool) -> Outcome {
    let old: [UInt8]
    switch LibraryLoader.bytes(of: source) {
    case .read(let bytes): old = bytes
    case .failed(let finding): return .failed(finding)
    }
    let path = source.modelPath
    let first = DocumentReader.read(SourceFile(path: path, bytes: old), limits: limits)
    let isKept = !rules.profile(of: path, document: first.model).counts && !named.contains(path)
    let outcome = FixApplier.converge(old, allowing: safety) { bytes in
      let file = SourceFile(path: path, bytes: bytes)
      let document = bytes == old ? first : DocumentReader.read(file, limits: limits)
      guard readsCode else { return scope.selected(rules.check(document)) }
      var programs = ParserPrograms()
      return scope.selected(rules.check(document, start: { programs.start($0) }))
    }
    if isKept {
      return outcome.bytes == old ? .file(File(source: source, old: old, new: old, applied: [])) : .archived(path)
    }
    return .file(File(source: source, old: old, new: outcome.bytes, applied: outcome.applied))
  }
}
