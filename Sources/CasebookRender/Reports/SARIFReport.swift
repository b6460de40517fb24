import CasebookSource

/// Findings for code scanning: SARIF 2.1.0 with every property that GitHub wants.
///
/// Silenced findings are left out, since GitHub would open an alert for each; their number is in `run.properties`.
package struct SARIFReport: ReportFormat {
  package let name = "sarif"
  package let paths = ReportPaths.belowRepository

  /// GitHub keeps so many results of a run and drops the others.
  static let limit = 5_000

  package init() {}

  package func omission(_ report: Report) -> String? {
    let count = report.diagnostics.count { $0.suppression == nil } - Self.limit
    return count > 0 ? "\(count) more findings than GitHub keeps (\(Self.limit)); errors came first" : nil
  }

  package func write(_ report: Report) -> [UInt8] {
    let findings = report.bySeverity()
    let kept = findings.count > Self.limit ? findings.prefix(Self.limit).sorted() : findings.sorted()
    var fingerprints = SARIFFingerprints()
    var places = SARIFPlaces(report)
    let rules = SARIFRules(report)
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.field("version", "2.1.0")
      json.field("runs") { json in
        json.array { json in
          json.object { json in
            json.field("tool") { write(rules, version: report.version, into: &$0) }
            if !report.unchecked.isEmpty { json.field("invocations") { write(report.unchecked, into: &$0) } }
            json.field("columnKind", "utf16CodeUnits")
            json.field("properties") { write(ReportTotals(report), omitted: findings.count - kept.count, into: &$0) }
            json.field("results") { json in
              json.array(of: kept) { json, finding in
                write(finding, report, rules, &fingerprints, &places, into: &json)
              }
            }
          }
        }
      }
    }
    return json.finish()
  }

  private func write(_ rules: SARIFRules, version: String, into json: inout JSONWriter) {
    json.object { json in
      json.field("driver") { json in
        json.object { json in
          json.field("name", "casebook")
          json.field("semanticVersion", version)
          json.field("rules") { json in json.array(of: rules.all) { rules.write($1, into: &$0) } }
        }
      }
    }
  }

  /// What could not be checked, as notifications of a run that went well otherwise.
  private func write(_ unchecked: [UncheckedCode], into json: inout JSONWriter) {
    json.array { json in
      json.object { json in
        json.field("executionSuccessful", true)
        json.field("toolExecutionNotifications") { json in
          json.array(of: unchecked) { json, item in
            json.object { json in
              json.field("level", "note")
              json.field("message") { SARIFRules.text(item.sentence, into: &$0) }
            }
          }
        }
      }
    }
  }

  private func write(_ totals: ReportTotals, omitted: Int, into json: inout JSONWriter) {
    json.object { json in
      json.field("suppressed", totals.suppressed)
      json.field("archived", totals.archived)
      json.field("omitted", omitted)
    }
  }

  private func write(
    _ finding: Diagnostic, _ report: Report, _ rules: SARIFRules, _ fingerprints: inout SARIFFingerprints,
    _ places: inout SARIFPlaces, into json: inout JSONWriter
  ) {
    let fingerprint = fingerprints.next(finding, in: places.file(finding.path))
    json.object { json in
      json.field("ruleId", finding.rule.description)
      if let index = rules.index(of: finding.rule) { json.field("ruleIndex", index) }
      json.field("level", SARIFRules.level(finding.severity))
      json.field("message") { SARIFRules.text(finding.message, into: &$0) }
      json.field("locations") { json in
        json.array { places.write(path: finding.path, finding.range, into: &$0) }
      }
      json.field("partialFingerprints") { json in
        json.object { $0.field("primaryLocationLineHash", fingerprint) }
      }
      if !finding.notes.isEmpty {
        json.field("relatedLocations") { json in
          json.array(of: finding.notes) { places.write(path: $1.path, $1.range, message: $1.message, into: &$0) }
        }
      }
      let fixes = finding.fixes.filter { !$0.edits.isEmpty }
      if !fixes.isEmpty {
        json.field("fixes") { json in
          json.array(of: fixes) { places.write($1, path: finding.path, into: &$0) }
        }
      }
      json.field("properties") { json in json.object { $0.field("counts", report.counts(finding)) } }
    }
  }
}
