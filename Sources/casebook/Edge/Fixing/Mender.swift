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
  }

  private enum Outcome: Sendable {
    case file(File)
    case archived(String)
    case failed(Diagnostic)
  }

  /// Reads, mends and reads again until nothing is left to mend.
  func mend() -> Result {
    var result = Result()
    for outcome in Threads.mapChunks(of: sources.count, { range in range.map { mend(sources[$0]) } }).flatMap(\.self) {
      switch outcome {
      case .file(let file): result.files.append(file)
      case .archived(let path): result.archived.append(path)
      case .failed(let finding): result.failures.append(finding)
      }
    }
    return result
  }

  private func mend(_ source: DocumentSource) -> Outcome {
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
      return scope.selected(rules.check(bytes == old ? first : DocumentReader.read(file, limits: limits)))
    }
    if isKept {
      return outcome.bytes == old ? .file(File(source: source, old: old, new: old, applied: [])) : .archived(path)
    }
    return .file(File(source: source, old: old, new: outcome.bytes, applied: outcome.applied))
  }
}
