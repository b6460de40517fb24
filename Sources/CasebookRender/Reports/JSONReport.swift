import CasebookSource

/// Findings for programs: `casebook.validate/1`.
package struct JSONReport: ReportFormat {
  package let name = "json"
  package let paths = ReportPaths.belowRoot

  package init() {}

  package func write(_ report: Report) -> [UInt8] {
    var json = JSONWriter(pretty: true)
    json.object { json in
      json.field("schema", "casebook.validate/1")
      json.field("summary") { write(ReportTotals(report), files: report.files, into: &$0) }
      if !report.unchecked.isEmpty {
        json.field("unchecked") { json in json.array(of: report.unchecked) { write($1, into: &$0) } }
      }
      json.field("diagnostics") { json in
        json.array(of: report.diagnostics) { write($1, report, into: &$0) }
      }
    }
    return json.finish()
  }

  private func write(_ totals: ReportTotals, files: Int, into json: inout JSONWriter) {
    json.object { json in
      json.field("files", files)
      json.field("errors", totals.errors)
      json.field("warnings", totals.warnings)
      json.field("infos", totals.infos)
      json.field("suppressed", totals.suppressed)
      json.field("archived", totals.archived)
      json.field("fixable", totals.safelyFixable + totals.styleFixable)
    }
  }

  private func write(_ unchecked: UncheckedCode, into json: inout JSONWriter) {
    json.object { json in
      json.field("language", unchecked.language)
      json.field("program", unchecked.program)
      json.field("blocks", unchecked.blocks)
      json.field("message", unchecked.sentence)
    }
  }

  private func write(_ diagnostic: Diagnostic, _ report: Report, into json: inout JSONWriter) {
    json.object { json in
      json.field("rule", diagnostic.rule.description)
      json.field("name", report.ruleNames[diagnostic.rule] ?? diagnostic.rule.description)
      json.field("severity", diagnostic.severity.rawValue)
      json.field("path", diagnostic.path)
      json.field("range") { write(diagnostic.range, into: &$0) }
      json.field("message", diagnostic.message)
      json.field("explanation", ifPresent: diagnostic.explanation)
      json.field("notes") { json in json.array(of: diagnostic.notes) { write($1, into: &$0) } }
      json.field("fixes") { json in json.array(of: diagnostic.fixes) { write($1, into: &$0) } }
      if let suppression = diagnostic.suppression {
        json.field("suppressed") { json in
          json.object { json in
            json.field("reason", suppression.reason)
            json.field("by", suppression.by.rawValue)
          }
        }
      }
      json.field("counts", report.counts(diagnostic))
    }
  }

  private func write(_ note: Diagnostic.Note, into json: inout JSONWriter) {
    json.object { json in
      json.field("message", note.message)
      json.field("path", note.path)
      json.field("range") { write(note.range, into: &$0) }
    }
  }

  private func write(_ fix: Diagnostic.Fix, into json: inout JSONWriter) {
    json.object { json in
      json.field("safety", fix.safety.rawValue)
      json.field("description", fix.description)
      json.field("edits") { json in
        json.array(of: fix.edits) { json, edit in
          json.object { json in
            json.field("range") { write(edit.range, into: &$0) }
            json.field("replacement", edit.replacement)
          }
        }
      }
    }
  }

  private func write(_ range: SourceRange, into json: inout JSONWriter) {
    json.object { json in
      json.field("start") { write(range.start, into: &$0) }
      json.field("end") { write(range.end, into: &$0) }
    }
  }

  private func write(_ position: Position, into json: inout JSONWriter) {
    json.object { json in
      json.field("line", position.line)
      json.field("column", position.column)
    }
  }
}
