import CasebookRender
import CasebookRules
import CasebookSource

extension KnowledgeBase {
  /// Makes the report of some findings; with `shows`, paths are as one would type them here, else below the root.
  func report(_ diagnostics: [Diagnostic], _ survey: Survey, shows: Bool) -> Report {
    var originals: [String: String] = [:]
    for source in sources { originals[shows ? shown(source.modelPath) : source.modelPath] = source.modelPath }
    let byPath = Dictionary(sources.map { ($0.modelPath, $0) }, uniquingKeysWith: { first, _ in first })
    let original = originals
    return Report(
      files: sources.count { isSelected($0.modelPath) },
      diagnostics: shows ? diagnostics.map(renamed) : diagnostics,
      archived: shows ? Set(survey.findings.archived.map(shown)) : survey.findings.archived,
      ruleNames: RuleCatalog.names,
      style: ReportStyle(width: Terminal.columns(.output) ?? 120, isColored: Terminal.colours(of: .output))
    ) { path in
      guard let name = original[path], let source = byPath[name] else { return [] }
      switch LibraryLoader.bytes(of: source) {
      case .read(let bytes): return bytes
      case .failed: return []
      }
    }
  }

  private func renamed(_ diagnostic: Diagnostic) -> Diagnostic {
    var result = diagnostic
    result.path = shown(diagnostic.path)
    for index in result.notes.indices { result.notes[index].path = shown(result.notes[index].path) }
    return result
  }

  /// Says that there is nothing to look at, which a typing error in a path may be the cause of.
  func warnIfEmpty() {
    guard !sources.contains(where: { isSelected($0.modelPath) }) else { return }
    let places = selection?.map { "'\(shown($0))'" } ?? ["'\(Paths.shown(content))'"]
    StandardError.report(
      .warning, "no Markdown file (.md, .markdown) below \(places.joined(separator: ", "))",
      help: "casebook new CASE writes a first case; --content names another folder")
  }
}

extension Configuration {
  /// What the rules are told.
  func rules(today: CalendarDate?) -> RuleConfiguration {
    RuleConfiguration(profiles: profiles?.value ?? [], severities: severities, today: today)
  }
}
