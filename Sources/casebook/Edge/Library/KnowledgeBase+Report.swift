import CasebookRender
import CasebookRules
import CasebookSource

extension KnowledgeBase {
  /// Makes the report of some findings, its paths as a format wants them.
  func report(_ diagnostics: [Diagnostic], _ survey: Survey, paths: ReportPaths) -> Report {
    let naming = naming(paths)
    var originals: [String: String] = [:]
    originals.reserveCapacity(sources.count)
    for source in sources { originals[naming(source.modelPath)] = source.modelPath }
    let original = originals
    let bytes = bytes
    let wideLines = survey.wideLines
    return Report(
      files: sources.count { isSelected($0.modelPath) },
      diagnostics: renamed(diagnostics, naming),
      archived: Set(survey.findings.archived.map(naming)),
      ruleNames: RuleCatalog.names,
      rules: RuleCatalog.all.map(\.description).map { rule in
        ReportedRule(
          rule.id, rule.name, rule.severity, isHeuristic: rule.basis == .heuristic, what: rule.what, why: rule.why)
      },
      unchecked: survey.unchecked.map {
        UncheckedCode(
          language: $0.language.rawValue, program: $0.language.program, blocks: $0.count, sentence: $0.sentence)
      },
      version: Version.number,
      style: ReportStyle(width: Terminal.columns(.output) ?? 120, isColored: Terminal.colours(of: .output)),
      wideLines: { path in original[path].flatMap { wideLines[$0] } }
    ) { path in original[path].map(bytes) ?? [] }
  }

  /// Bytes of a document; empty where they can't be read.
  var bytes: @Sendable (String) -> [UInt8] {
    let byPath = Dictionary(sources.map { ($0.modelPath, $0) }, uniquingKeysWith: { first, _ in first })
    return { path in
      guard let source = byPath[path] else { return [] }
      switch LibraryLoader.bytes(of: source) {
      case .read(let bytes): return bytes
      case .failed: return []
      }
    }
  }

  /// How a model path reads in a report.
  private func naming(_ paths: ReportPaths) -> (String) -> String {
    switch paths {
    case .asTyped:
      let shown = Paths.shownBelow(base)
      return { path in path.hasPrefix("/") ? path : shown(path) }
    case .belowRoot: return { $0 }
    case .belowRepository:
      guard let repository = repository else { return { $0 } }
      return { path in
        let absolute = absolute(path)
        return Paths.relative(absolute, to: repository) ?? absolute
      }
    }
  }

  /// Addresses of places in a report whose paths read as typed.
  func links(_ template: LinkTemplate) -> @Sendable (String, Int, Int) -> String? {
    { path, line, column in
      template.address(path: Paths.real(path) ?? Paths.join(Paths.realWorking, path), line: line, column: column)
    }
  }

  /// The folder with `.git`, found upwards from the root; a worktree has a file of that name.
  private var repository: String? {
    var folder = root
    while true {
      switch FileKind(at: Paths.join(folder, ".git")) {
      case .folder, .file: return folder
      case .link, .fifo, .socket, .device, nil: break
      }
      if folder == "/" { return nil }
      folder = Paths.parent(folder)
    }
  }

  /// Findings come by path, so that most of them have the path of the one before.
  private func renamed(_ diagnostics: [Diagnostic], _ naming: (String) -> String) -> [Diagnostic] {
    var last = (path: "", name: naming(""))
    func name(_ path: String) -> String {
      if path != last.path { last = (path, naming(path)) }
      return last.name
    }
    var result = diagnostics
    for index in result.indices {
      result[index].path = name(result[index].path)
      for note in result[index].notes.indices { result[index].notes[note].path = name(result[index].notes[note].path) }
    }
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

extension KnowledgeBase {
  /// What the rules are told; the registry of tools only where it is not the built-in one, which is read when it is asked for.
  func rules(today: CalendarDate?) throws(CommandFailure) -> RuleConfiguration {
    var rules = RuleConfiguration(
      profiles: configuration.profiles?.value ?? [], severities: configuration.severities, today: today)
    if !configuration.tools.isEmpty { rules.tools = try ToolFiles.read(self) }
    return rules
  }
}
