import CasebookModel
import CasebookRender
import CasebookRules
import CasebookSource

/// What `casebook check` prints, for people and for programs.
enum CheckReport {
  /// One line a check, and why it failed below it: `proved  race/lost-update  lost-update  exhaustive, 4 variants`.
  static func line(_ result: CheckResult, width: Int) -> String {
    let colour = Terminal.colours(of: .output)
    let word = result.record.verdict.rawValue
    let padding = String(repeating: " ", count: max(1, 18 - word.utf8.count))
    let name = result.id + String(repeating: " ", count: max(0, width - result.id.utf8.count))
    let when = result.ran ? "" : ", as recorded"
    var text = Paint.strong(word, colour) + padding + VisibleText.string(name)
    text += "  " + VisibleText.string(result.summary + when) + "\n"
    if result.record.verdict != .proved, let reason = result.record.reason {
      for line in reason.split(separator: "\n").prefix(12) { text += "  " + VisibleText.string(String(line)) + "\n" }
    }
    for variant in result.record.variants {
      for metric in variant.metrics where metric.agreement == .differs {
        let measured =
          metric.value.map { Figure.text($0) } ?? "\(metric.bound?.op ?? "") \(Figure.text(metric.bound?.value))"
        let unit = metric.unit == "1" ? "" : " " + metric.unit
        let line = "\(variant.name): \(metric.name) is \(measured)\(unit), the text says \(metric.documentValue ?? "")"
        text += "  differs from the text: " + VisibleText.string(line) + "\n"
      }
    }
    for line in result.drift { text += "  [CB407] differs from the record: " + VisibleText.string(line) + "\n" }
    return text
  }

  /// Blocks that fail or are stale, each stale one with what changed.
  static func troubles(_ standings: [(BlockStanding, CodeBlock, path: String)], _ base: KnowledgeBase) -> String {
    let colour = Terminal.colours(of: .output)
    var text = ""
    for (standing, block, path) in standings where standing.state == .failing || standing.state == .stale {
      let place = "\(base.shown(path)):\(block.at.start.line)"
      let hasChanged = standing.reason == .codeChanged || standing.reason == .checkChanged
      let since = hasChanged ? standing.entry.map { " since \($0.day)" } ?? "" : ""
      text += Paint.strong(standing.state.rawValue, colour)
      text += "  \(VisibleText.string(standing.block)) (\(VisibleText.string(place))): "
      text += VisibleText.string((standing.reason?.words ?? "") + since) + "\n"
      guard standing.reason == .codeChanged, let old = standing.blessedCode, old != block.code else { continue }
      let patch = UnifiedDiff.make(Array((old + "\n").utf8), Array((block.code + "\n").utf8), path: standing.block)
      for line in String(decoding: patch, as: UTF8.self).split(separator: "\n").dropFirst(2) {
        text += "  " + VisibleText.string(String(line)) + "\n"
      }
    }
    return text
  }

  /// `3 checks run, 3 proved; 4 of 6 bug and fix blocks verified, 2 refuted as expected`
  static func totals(_ results: [CheckResult], _ coverage: ProofCoverage.Count) -> String {
    let ran = results.filter(\.ran)
    let proved = ran.count { $0.record.verdict == .proved }
    var text = "\(ran.count) \(ran.count == 1 ? "check" : "checks") run"
    if !ran.isEmpty { text += ", \(proved) proved" }
    let skipped = ran.count { $0.record.verdict == .skipped }
    if skipped > 0 { text += ", \(skipped) skipped" }
    text += "; \(coverage.verified) of \(coverage.blocks) bug and fix blocks verified"
    if coverage.refuted > 0 { text += ", \(coverage.refuted) refuted as expected" }
    return text + "\n"
  }

  /// `casebook.check/1`.
  static func json(_ outcome: CheckOutcome) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.check/1")
      json.field("checks") { json in json.array(of: outcome.results) { write($1, to: &$0) } }
      json.field("coverage") { $0.count(outcome.coverage) }
      json.field("doctests") { json in json.array(of: outcome.doctests) { DoctestReport.write($1, to: &$0) } }
    }
    return json.finish()
  }

  private static func write(_ result: CheckResult, to json: inout JSONWriter) {
    let record = result.record
    json.object { json in
      json.field("id", record.check)
      json.field("case", record.caseID)
      json.field("verdict", record.verdict.rawValue)
      json.field("state", result.state.rawValue)
      json.field("strength", ifPresent: record.strength?.rawValue)
      json.field("reason", ifPresent: record.reason)
      json.field("ran", result.ran)
      json.field("variants") { json in
        json.array(of: record.variants) { json, variant in
          json.object { json in
            json.field("name", variant.name)
            json.field("role", variant.role.rawValue)
            json.field("expect", variant.expect.rawValue)
            json.field("exit", variant.exit.rawValue)
            if let milliseconds = result.milliseconds[variant.name] {
              json.field("wallMs") { $0.figure(milliseconds.rounded()) }
            }
            json.field("metrics") { json in json.array(of: variant.metrics) { $0.metric($1, comparing: true) } }
          }
        }
      }
      json.field("claims") { json in json.array(of: record.claims) { $0.claim($1) } }
      json.field("drift") { json in json.array(of: result.drift) { $0.string($1) } }
    }
  }

  /// The catalogue as it announces itself.
  static func list(
    _ items: [CheckPlan.Item], states: [String: ProofState], doctests: [DoctestProgram], _ base: KnowledgeBase,
    _ asJSON: Bool
  ) -> [UInt8] {
    guard asJSON else {
      var table = TextTable(flexible: 3)
      for item in items {
        table.add([
          .init(item.listing.id, .strong), .init(item.listing.caseID),
          .init((states[item.listing.id] ?? .unrun).rawValue),
          .init(item.listing.blocks.joined(separator: " "), .faint),
        ])
      }
      for program in doctests {
        table.add([
          .init(DoctestReport.name(program, base), .strong), .init(program.caseID ?? "–"), .init("doctest"),
          .init(DoctestReport.kind(program), .faint),
        ])
      }
      let text = table.text(colour: Terminal.colours(of: .output), within: Terminal.columns(.output))
      return Array(text.utf8)
    }
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.checks/1")
      json.field("checks") { json in
        json.array(of: items) { json, item in
          json.object { json in
            json.field("id", item.listing.id)
            json.field("case", item.listing.caseID)
            json.field("source", item.listing.source)
            json.field("state", (states[item.listing.id] ?? .unrun).rawValue)
            json.field("variants") { json in
              json.array(of: item.listing.variants) { json, variant in
                json.object { json in
                  json.field("name", variant.name)
                  json.field("role", variant.role.rawValue)
                  json.field("expect", variant.expect.rawValue)
                  json.field("covers") { json in json.array(of: variant.covers) { $0.string($1) } }
                }
              }
            }
            json.field("claims") { json in json.array(of: item.listing.claims) { $0.string($1) } }
          }
        }
      }
      json.field("doctests") { json in
        json.array(of: doctests) { json, program in json.object { DoctestReport.fields(of: program, to: &$0) } }
      }
    }
    return json.finish()
  }
}

extension JSONWriter {
  /// Blocks of a group.
  mutating func count(_ count: ProofCoverage.Count) {
    object { json in
      json.field("blocks", count.blocks)
      json.field("linked", count.linked)
      json.field("verified", count.verified)
      json.field("refuted", count.refuted)
    }
  }
}
