import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// What `casebook check` tells of doctests, for people and for programs.
enum DoctestReport {
  /// `content/cases/shop.md:12`
  static func name(_ program: DoctestProgram, _ base: KnowledgeBase) -> String {
    "\(base.shown(program.path)):\(program.at.start.line)"
  }

  /// What is expected: `should-trap`, `scenario of Cache`.
  static func kind(_ program: DoctestProgram) -> String {
    let group = program.group.map { " group \($0)" } ?? ""
    switch program.expectation {
    case .runs: return "doctest" + group
    case .compiles: return "no-run" + group
    case .traps: return "should-trap" + group
    case .failsToCompile: return "compile-fail" + group
    case .tellsApart(let type): return "scenario of \(type)"
    }
  }

  /// One line each: `passed            content/shop.md:12  doctest, 0.1 s`.
  static func lines(_ results: [DoctestResult], _ base: KnowledgeBase) -> String {
    let colour = Terminal.colours(of: .output)
    let names = results.map { VisibleText.string(name($0.program, base)) }
    let width = names.map(\.utf8.count).max() ?? 0
    return zip(results, names).map { result, name in
      let word = result.verdict.rawValue
      var line = Paint.strong(word, colour) + String(repeating: " ", count: max(1, 18 - word.utf8.count))
      line += name + String(repeating: " ", count: width - name.utf8.count) + "  "
      line += VisibleText.string(kind(result.program))
      if result.ran, result.milliseconds > 0 { line += ", \(Double((result.milliseconds + 50) / 100) / 10) s" }
      if !result.ran, result.verdict == .passed { line += ", unchanged" }
      if let reason = result.reason { line += ", \(reason)" }
      return line + "\n"
    }.joined()
  }

  /// Why doctests failed, each place quoted, and what the programs printed.
  static func findings(_ results: [DoctestResult], _ base: KnowledgeBase) -> String {
    var text = ""
    for result in results where result.verdict == .failed {
      text += String(decoding: HumanReport().writeFindings(base.report(result.findings)), as: UTF8.self)
      guard !result.output.isEmpty else { continue }
      text += "output of \(VisibleText.string(name(result.program, base))):\n"
      for line in result.output.split(separator: "\n", omittingEmptySubsequences: false).suffix(20) {
        text += "  " + VisibleText.string(String(line)) + "\n"
      }
      text += "\n"
    }
    return text
  }

  /// `3 doctests run, 2 passed, 1 failed; 4 unchanged`
  static func totals(_ results: [DoctestResult]) -> String {
    guard !results.isEmpty else { return "" }
    let ran = results.filter(\.ran)
    let parts = DoctestResult.Verdict.allCases.compactMap { verdict in
      let count = results.count { $0.verdict == verdict && ($0.ran || verdict != .passed) }
      return count > 0 ? "\(count) \(verdict.rawValue)" : nil
    }
    let unchanged = results.count { !$0.ran && $0.verdict == .passed }
    var text = (["\(ran.count) \(ran.count == 1 ? "doctest" : "doctests") run"] + parts).joined(separator: ", ")
    if unchanged > 0 { text += "; \(unchanged) unchanged" }
    return text + "\n"
  }

  /// Says what nobody could compile.
  static func omission(_ results: [DoctestResult]) -> String? {
    let count = results.count { $0.verdict == .skipped }
    guard count > 0 else { return nil }
    return "swiftc not found: \(count) \(count == 1 ? "doctest was" : "doctests were") not run"
  }

  static func write(_ result: DoctestResult, to json: inout JSONWriter) {
    json.object { json in
      fields(of: result.program, to: &json)
      json.field("verdict", result.verdict.rawValue)
      json.field("ran", result.ran)
      json.field("reason", ifPresent: result.reason)
      if result.ran { json.field("wallMs", result.milliseconds) }
      json.field("findings") { json in
        json.array(of: result.findings) { json, finding in
          json.object { json in
            json.field("rule", "\(finding.rule)")
            json.field("path", finding.path)
            json.field("line", finding.range.start.line)
            json.field("column", finding.range.start.column)
            json.field("endLine", finding.range.end.line)
            json.field("endColumn", finding.range.end.column)
            json.field("message", finding.message)
          }
        }
      }
      json.field("output", ifPresent: result.output.isEmpty ? nil : result.output)
    }
  }

  static func fields(of program: DoctestProgram, to json: inout JSONWriter) {
    json.field("path", program.path)
    json.field("line", program.at.start.line)
    json.field("case", ifPresent: program.caseID)
    json.field("kind", kindName(program.expectation))
    json.field("group", ifPresent: program.group)
    json.field("blockLines") { json in json.array(of: program.blockLines) { $0.integer($1) } }
  }

  private static func kindName(_ expectation: Doctest.Expectation) -> String {
    switch expectation {
    case .runs: "run"
    case .compiles: "no-run"
    case .traps: "should-trap"
    case .failsToCompile: "compile-fail"
    case .tellsApart: "scenario"
    }
  }
}

extension KnowledgeBase {
  /// A report of findings that no survey has made.
  fileprivate func report(_ findings: [Diagnostic]) -> Report {
    let byShown = Dictionary(
      sources.map { (shown($0.modelPath), $0.modelPath) }, uniquingKeysWith: { first, _ in first })
    var findings = findings
    for index in findings.indices {
      findings[index].path = shown(findings[index].path)
      for note in findings[index].notes.indices {
        findings[index].notes[note].path = shown(findings[index].notes[note].path)
      }
    }
    let bytes = bytes
    return Report(
      files: 1, diagnostics: findings, ruleNames: RuleCatalog.names,
      style: ReportStyle(width: Terminal.columns(.output) ?? 120, isColored: Terminal.colours(of: .output))
    ) { path in byShown[path].map(bytes) ?? [] }
  }
}
