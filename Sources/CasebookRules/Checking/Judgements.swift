import CasebookSource

/// What configuration and profile make of a finding's severity, in a table by rule, since there may be many findings.
struct Judgements: Sendable {
  private struct Entry: Sendable {
    var usual: Severity
    var strict: Severity?
    /// What the configuration wants, where the rule may be silenced.
    var level: RuleLevel?
    var isHeuristic: Bool
  }

  /// By the number of the rule.
  private var entries: [Entry?]

  init(_ rules: [any Rule], _ configuration: RuleConfiguration) {
    entries = Array(repeating: nil, count: 1 + (rules.map { $0.id.number }.max() ?? 0))
    for description in rules.map(\.description) where entries[description.id.number] == nil {
      entries[description.id.number] = Entry(
        usual: description.severity, strict: description.strictSeverity,
        level: description.isSilenceable ? configuration.severities[description.id] : nil,
        isHeuristic: description.basis == .heuristic)
    }
  }

  /// Gives findings the severities that they are to have; those of rules that are off vanish.
  func judge(_ findings: inout [Diagnostic], profile: Profile) {
    var hasIdle = false
    for index in findings.indices {
      if let severity = severity(of: findings[index], profile) {
        findings[index].severity = severity
      } else {
        hasIdle = true
      }
    }
    if hasIdle { findings.removeAll { severity(of: $0, profile) == nil } }
  }

  /// One finding with the severity that it is to have; `nil` where its rule is off.
  func judged(_ finding: Diagnostic, profile: Profile) -> Diagnostic? {
    severity(of: finding, profile).map { severity in
      var result = finding
      result.severity = severity
      return result
    }
  }

  private func severity(of finding: Diagnostic, _ profile: Profile) -> Severity? {
    let number = finding.rule.number
    guard number >= 0, number < entries.count, let entry = entries[number] else { return finding.severity }
    var severity = finding.severity
    if let level = entry.level {
      guard let wanted = level.severity else { return nil }
      severity = wanted
    } else if profile == .strict, let strict = entry.strict, severity == entry.usual {
      severity = strict
    }
    return entry.isHeuristic ? min(severity, .warning) : severity
  }
}
