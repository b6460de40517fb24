import CasebookModel
import CasebookSource

/// All documents of a knowledge base, as outlines or with their texts, for commands that ask and do not judge.
struct Reading {
  var library: CaseLibrary
  /// Files that could not be read or were skipped.
  var failures: [Diagnostic]
  /// Doctests of all documents, where they were asked for.
  private(set) var doctests: [DoctestProgram] = []

  /// Keeps of each document what lists and look-ups need, or all of it for a search.
  init(_ base: KnowledgeBase, withTexts: Bool = false, withDoctests: Bool = false) {
    var models: [CaseDocument] = []
    failures = base.findings
    let blocks = base.proofs.blocks
    for outcome in LibraryLoader.load(
      base.sources, limits: base.configuration.limits,
      { document in
        let doctests = withDoctests ? DoctestPlan.programs(document) : []
        return (withTexts ? document.model : document.model.outline(keepingCodeOf: blocks), doctests)
      })
    {
      switch outcome {
      case .read(let (model, programs)):
        models.append(model)
        doctests += programs
      case .failed(let finding): failures.append(finding)
      }
    }
    library = CaseLibrary(documents: models, proofs: base.proofs)
  }

  /// Whether a file could not be read.
  var isIncomplete: Bool { failures.contains { $0.rule == FileFindings.unreadable } }

  /// Says on standard error what is missing from the answer.
  func reportFailures() {
    for failure in failures where failure.severity == .error {
      StandardError.report(.error, "\(failure.path): \(failure.message)")
    }
  }
}

extension CaseLibrary {
  /// Cases of an issue type, in order.
  func cases(of issueType: String) -> [RawCase] {
    cases.map(\.case).filter { $0.issueType == issueType || $0.alsoIssueTypes.contains(issueType) }
  }
}

/// The id of an issue type, from what the user typed.
enum IssueTypeName {
  /// Takes an id or a name: `memory-leaks`, `Memory leaks`.
  static func find(_ text: String, in library: CaseLibrary) throws(CommandFailure) -> String {
    let types = library.issueTypes
    let slug = Slug.make(text)
    if types.contains(where: { $0.id == slug }) { return slug }
    let used = Set(library.cases.flatMap { [$0.case.issueType].compactMap(\.self) + $0.case.alsoIssueTypes })
    if used.contains(slug) { return slug }
    let names = Set(types.map(\.id)).union(used).sorted()
    throw CommandFailure("unknown issue type '\(text)'\(DidYouMean.hint(for: text, among: names))")
  }
}
