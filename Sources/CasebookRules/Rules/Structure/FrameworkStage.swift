import CasebookModel

/// What a stage of the framework asks of a case, told from the beginning of its name.
///
/// Names that are not understood (`Communicate`) ask for nothing.
enum FrameworkStage {
  /// A step of one of these kinds.
  case step(Set<StepKind>)
  /// A checklist, or a step about prevention.
  case prevention
  /// Symptoms.
  case symptoms

  /// Reads `3. Hypothesize`'s name.
  init?(_ name: String) {
    let word = name.utf8.prefix(24).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    for (beginning, stage) in Self.known where word.starts(with: Array(beginning.utf8)) {
      self = stage
      return
    }
    return nil
  }

  /// Measuring in any way tests what was supposed.
  private static let measuring: Set<StepKind> = [.tooling, .evidence, .finding, .verification, .isolate]

  private static let known: [(beginning: String, stage: FrameworkStage)] = [
    ("reproduc", .step([.reproduce])),
    ("isolat", .step([.isolate])),
    ("bisect", .step([.isolate])),
    ("narrow", .step([.isolate])),
    ("hypothes", .step([.hypothesis])),
    ("test", .step(measuring)),
    ("experiment", .step(measuring)),
    ("measure", .step(measuring)),
    ("gather", .step(measuring)),
    ("collect", .step(measuring)),
    ("observe", .symptoms),
    ("root cause", .step([.rootCause])),
    ("find the cause", .step([.rootCause])),
    ("find the root cause", .step([.rootCause])),
    ("fix", .step([.fix])),
    ("repair", .step([.fix])),
    ("resolve", .step([.fix])),
    ("verif", .step([.verification])),
    ("validate", .step([.verification])),
    ("confirm", .step([.verification])),
    ("mitigat", .step([.mitigation])),
    ("roll back", .step([.mitigation])),
    ("prevent", .prevention),
  ]
}
