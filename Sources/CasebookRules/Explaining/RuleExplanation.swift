import CasebookSource

/// The page of a rule, as `casebook explain CB001` shows it: what, why, texts with and without the fault, how to silence it.
package enum RuleExplanation {
  /// Lays a rule out for a terminal; with colour only escapes are added.
  package static func text(_ rule: RuleDescription, width: Int = 80, isColored: Bool = false) -> String {
    var page = ExplanationPage(width: min(max(width, 40), 100), isColored: isColored)
    page.heading("\(rule.id) \(rule.name)")
    page.paragraph(kind(of: rule))
    page.line()
    page.paragraph(rule.what)
    page.line()
    page.heading("Why")
    page.paragraph(rule.why)
    if !rule.triggering.isEmpty {
      page.line()
      page.heading("Found")
      for example in rule.triggering { page.example(example) }
    }
    page.line()
    page.heading("Not found")
    for example in rule.accepted { page.example(example) }
    if !rule.abstained.isEmpty {
      page.line()
      page.heading("Not understood")
      page.paragraph("Nothing is said about these; `casebook validate --verbose` names them.")
      for example in rule.abstained { page.example(example) }
    }
    page.line()
    page.heading("To silence it")
    silence(rule, &page)
    return page.text
  }

  /// One line a rule, for `casebook explain` without an argument: `CB001  error    nested-fence  safe fix`.
  package static func list(_ rules: [any Rule], width: Int = 80) -> String {
    let longest = rules.map(\.description.name.utf8.count).max() ?? 0
    return rules.map { rule in
      let description = rule.description
      let severity = padded(description.severity.rawValue, 8)
      let fix = fix(description)
      let name = fix.isEmpty ? description.name : padded(description.name, longest) + "  " + fix
      return "\(description.id)  \(severity) \(name)\n"
    }.joined()
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.utf8.count))
  }

  private static func fix(_ rule: RuleDescription) -> String {
    switch rule.fix {
    case .none: ""
    case .safe: "safe fix"
    case .unsafe: "unsafe fix"
    }
  }

  /// Severity, fix and basis in words: `error; no fix`.
  package static func kind(of rule: RuleDescription) -> String {
    var parts = [rule.severity.rawValue]
    if let strict = rule.strictSeverity { parts.append("\(strict.rawValue) under the strict profile") }
    switch rule.fix {
    case .none: parts.append("no fix")
    case .safe: parts.append("`casebook fix --write\(rule.severity == .info ? " --style" : "")` mends it")
    case .unsafe: parts.append("`casebook fix --write --unsafe` mends it")
    }
    if rule.basis == .heuristic { parts.append("a heuristic, so never more than a warning") }
    return parts.joined(separator: "; ")
  }

  private static func silence(_ rule: RuleDescription, _ page: inout ExplanationPage) {
    guard rule.isSilenceable else {
      page.paragraph("This rule can't be silenced.")
      return
    }
    page.paragraph("For the next block, with the reason, which is required:")
    page.code(["<!-- casebook-ignore \(rule.id): why it is meant so -->"])
    page.paragraph("For the whole file, in its front matter:")
    page.code(["casebook:", "  ignore:", "    \(rule.id): why it is meant so"])
    page.paragraph("For the whole knowledge base, in casebook.yml:")
    page.code(["rules:", "  \(rule.name): off"])
  }
}
