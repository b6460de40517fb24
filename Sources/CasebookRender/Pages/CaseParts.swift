import CasebookModel

/// The parts of a case, in words, for pages and for the terminal.
enum CaseParts {
  /// Parts without which a case proves nothing.
  static func missing(from item: RawCase) -> [String] {
    var result: [String] = []
    if item.problem == nil { result.append("a statement of the problem") }
    if item.session.symptoms.isEmpty { result.append("symptoms") }
    if item.session.steps.isEmpty { result.append("steps of the investigation") }
    if item.steps(of: .rootCause).isEmpty && item.steps(of: .finding).isEmpty { result.append("the root cause") }
    if item.steps(of: .fix).isEmpty { result.append("a fix") }
    if item.steps(of: .verification).isEmpty { result.append("a verification") }
    if item.prevention.isEmpty { result.append("a prevention checklist") }
    return result
  }
}
