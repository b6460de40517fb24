import CasebookSource

/// The list of rules of a SARIF run, to which its results refer by index.
struct SARIFRules {
  let all: [ReportedRule]
  private let indices: [RuleID: Int]

  /// All rules of the report; a rule that only its findings know is added, so that none refers to nothing.
  init(_ report: Report) {
    let known = Set(report.rules.map(\.id))
    var unknown: [RuleID: ReportedRule] = [:]
    for finding in report.diagnostics where !known.contains(finding.rule) && unknown[finding.rule] == nil {
      let name = report.ruleNames[finding.rule] ?? finding.rule.description
      unknown[finding.rule] = ReportedRule(
        finding.rule, name, finding.severity, what: name, why: "casebook explain \(finding.rule)")
    }
    all = (report.rules + unknown.values).sorted { $0.id < $1.id }
    indices = Dictionary(
      all.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  func index(of rule: RuleID) -> Int? { indices[rule] }

  func write(_ rule: ReportedRule, into json: inout JSONWriter) {
    let more = "casebook explain \(rule.id)"
    json.object { json in
      json.field("id", rule.id.description)
      json.field("name", rule.name)
      json.field("shortDescription") { Self.text(Self.sentence(rule.what), into: &$0) }
      json.field("fullDescription") { Self.text(Self.cut(rule.what), into: &$0) }
      json.field("help") { json in
        json.object { json in
          json.field("text", "\(rule.what)\n\n\(rule.why)\n\nMore: \(more)")
          json.field("markdown", "\(rule.what)\n\n\(rule.why)\n\nMore: `\(more)`")
        }
      }
      json.field("defaultConfiguration") { json in
        json.object { $0.field("level", Self.level(rule.severity)) }
      }
      json.field("properties") { json in
        json.object { json in
          json.field("tags") { json in json.array(of: ["documentation", Self.group(rule.id)]) { $0.string($1) } }
          json.field("precision", rule.isHeuristic ? "medium" : "very-high")
          json.field("problem.severity", Self.problem(rule.severity))
        }
      }
    }
  }

  static func text(_ text: String, into json: inout JSONWriter) { json.object { $0.field("text", text) } }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  private static func problem(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "recommendation"
    }
  }

  /// What the first digit of an id stands for.
  private static func group(_ rule: RuleID) -> String {
    let groups = ["files", "structure", "code", "figures", "checks", "tools", "prose", "site", "other", "rules"]
    let digit = rule.number / 100
    return groups.indices.contains(digit) ? groups[digit] : "other"
  }

  /// The first sentence of a description.
  private static func sentence(_ text: String) -> String {
    cut(text.firstRange(of: ". ").map { String(text[..<$0.lowerBound]) + "." } ?? text)
  }

  /// GitHub takes at most 1,024 characters, which may be units of UTF-16.
  private static func cut(_ text: String) -> String {
    guard text.utf16.count > 1_024 else { return text }
    var scalars = String.UnicodeScalarView()
    var units = 0
    for scalar in text.unicodeScalars {
      units += scalar.utf16.count
      guard units <= 1_023 else { break }
      scalars.append(scalar)
    }
    return String(scalars) + "…"
  }
}
