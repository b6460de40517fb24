import CasebookSource

/// Which findings `fix` mends: those of the rules that were named, else errors and warnings.
///
/// What is only style (the language of a fence, blanks at line ends, a byte order mark) is mended on request, so that a sound
/// document comes back byte for byte.
struct FixScope: Sendable {
  let rules: Set<RuleID>?
  let includesStyle: Bool

  func selected(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.filter { finding in rules?.contains(finding.rule) ?? (includesStyle || finding.severity != .info) }
  }
}
