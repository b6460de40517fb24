import CasebookRules
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

  /// Rules that need the languages' own parsers and whose findings can be mended.
  private static let aboutCode: Set<RuleID> = Set(
    RuleCatalog.all.filter { $0.readsCode && $0.description.fix != .none }.map(\.id))

  static func isAboutCode(_ rule: RuleID) -> Bool { aboutCode.contains(rule) }

  /// Whether any of those is among the rules that were named, or none was.
  var wantsCode: Bool { rules.map { !$0.isDisjoint(with: Self.aboutCode) } ?? true }
}
