import CasebookModel
import CasebookRender
import CasebookSource

/// How much of the knowledge base is proved: `casebook check coverage`.
enum CoverageReport {
  static func text(_ coverage: ProofCoverage) -> String {
    let colour = Terminal.colours(of: .output)
    var table = TextTable(flexible: 0)
    func row(_ name: String, _ count: ProofCoverage.Count, _ state: String) -> [TextTable.Cell] {
      [
        .init(name), .init("\(count.verified) of \(count.blocks) verified"), .init("\(count.linked) linked"),
        .init("\(count.refuted) refuted"), .init(state),
      ]
    }
    for type in coverage.issueTypes { table.add(row(type.name, type.count, "")) }
    var cases = TextTable(flexible: 0)
    for (standing, count) in coverage.cases { cases.add(row(standing.id, count, standing.state.rawValue)) }
    let strengths = ProofStrength.allCases.compactMap { strength in
      coverage.strengths[strength].map { "\($0) \(strength.rawValue)" }
    }
    let total = coverage.total
    var text = Paint.strong("By issue type", colour) + "\n" + table.text(colour: colour) + "\n"
    text += Paint.strong("By case", colour) + "\n" + cases.text(colour: colour) + "\n"
    text += "\(total.verified) of \(total.blocks) bug and fix blocks verified"
    if !strengths.isEmpty { text += " (\(strengths.joined(separator: ", ")))" }
    return text + ", \(total.refuted) refuted as expected, \(total.blocks - total.linked) without a check\n"
  }

  /// `casebook.coverage/1`.
  static func json(_ coverage: ProofCoverage) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.coverage/1")
      json.field("total") { $0.count(coverage.total) }
      json.field("strengths") { json in
        json.object { json in
          for strength in ProofStrength.allCases {
            json.field(named: strength.rawValue) { $0.integer(coverage.strengths[strength] ?? 0) }
          }
        }
      }
      json.field("issueTypes") { json in
        json.array(of: coverage.issueTypes) { json, type in
          json.object { json in
            json.field("id", type.name)
            json.field("count") { $0.count(type.count) }
          }
        }
      }
      json.field("cases") { json in
        json.array(of: coverage.cases) { json, entry in
          json.object { json in
            json.field("id", entry.standing.id)
            json.field("issueType", ifPresent: entry.standing.issueType)
            json.field("state", entry.standing.state.rawValue)
            json.field("count") { $0.count(entry.count) }
          }
        }
      }
    }
    return json.finish()
  }
}
