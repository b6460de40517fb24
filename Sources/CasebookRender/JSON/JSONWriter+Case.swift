import CasebookModel
import CasebookSource

/// A case and its parts.
extension JSONWriter {
  mutating func value(_ raw: RawCase) {
    object { json in
      json.field("id", raw.id)
      json.field("idSource", raw.idSource.rawValue)
      if let number = raw.number { json.field("number", max(number, 1)) }
      json.field("title") { $0.value(raw.title) }
      json.field("issueType") { json in
        if let type = raw.issueType { json.string(type) } else { json.null() }
      }
      if raw.issueType != nil { json.field("issueTypeSource", raw.issueTypeSource.rawValue) }
      json.field("alsoIssueTypes", ofAny: raw.alsoIssueTypes) { $0.string($1) }
      json.field("severity", ifPresent: raw.severity)
      json.field("corrects", ifPresent: raw.corrects)
      json.field("tags", ofAny: raw.tags) { $0.string($1) }
      json.field("problem") { json in
        if let problem = raw.problem { json.value(problem) } else { json.null() }
      }
      json.field("session") { $0.value(raw.session) }
      json.field("prevention") { $0.array(of: raw.prevention) { $0.value($1) } }
      json.field("toolsUsed") { $0.array(of: raw.toolsUsed) { $0.string($1) } }
      json.field("other", ofAny: raw.other) { $0.value($1) }
      json.field("at") { $0.value(raw.at) }
    }
  }

  private mutating func value(_ session: Session) {
    object { json in
      json.field("title") { $0.value(session.title) }
      json.field("headings", ofAny: session.headings) { $0.value($1.text) }
      json.field("symptoms") { $0.array(of: session.symptoms) { $0.value($1) } }
      json.field("steps") { $0.array(of: session.steps) { $0.value($1) } }
      if let label = session.label { json.field("label") { $0.value(label) } }
      if let fence = session.fence {
        json.field("fence") { json in
          json.object { json in
            json.field("open") { $0.value(fence.open) }
            json.field("close") { $0.value(fence.close) }
          }
        }
      }
      json.field("other", ofAny: session.other) { $0.value($1) }
    }
  }

  private mutating func value(_ item: ChecklistItem) {
    object { json in
      json.field("text", item.text)
      json.field("done", item.isDone)
      json.field("at") { $0.value(item.at) }
    }
  }

  // MARK: Steps

  private mutating func value(_ step: Step) {
    object { json in
      json.field("number", max(step.number, 1))
      json.field("title") { $0.value(step.title) }
      json.field("kind", step.kind.rawValue)
      json.field("kindSource", step.kindSource.rawValue)
      if let option = step.fixOption {
        json.field("fixOption") { json in
          json.object { json in
            json.field("index", option.index)
            json.field("name", ifPresent: option.name)
          }
        }
      }
      json.field("body") { $0.array(of: step.body) { $0.value($1) } }
      json.field("at") { $0.value(step.at) }
    }
  }

  private mutating func value(_ block: StepBlock) {
    switch block {
    case .code(let code): value(code)
    case .opaque(let block): value(block)
    case .prose(let text):
      object { json in
        json.field("type", "prose")
        json.field("content") { $0.value(text) }
      }
    case .items(let list):
      object { json in
        json.field("type", "items")
        json.field("items") { $0.array(of: list.items) { $0.value($1) } }
      }
    case .table(let table):
      object { json in
        json.field("type", "table")
        json.field("header") { $0.array(of: table.header) { $0.string($1) } }
        json.field("rows") { $0.array(of: table.rows) { $0.array(of: $1) { $0.string($1) } } }
        json.field("at") { $0.value(table.at) }
      }
    }
  }

  mutating func value(_ block: OpaqueBlock) {
    object { json in
      json.field("type", "opaque")
      json.field("markdown", block.markdown)
      json.field("at") { $0.value(block.at) }
    }
  }

  private mutating func value(_ code: CodeBlock) {
    object { json in
      json.field("type", "code")
      json.field("id", code.id)
      json.field("idSource", code.idSource.rawValue)
      json.field("language") { json in
        if let language = code.language { json.string(language) } else { json.null() }
      }
      json.field("infoString", code.infoString)
      json.field("role", code.role.rawValue)
      json.field("roleSource", code.roleSource.rawValue)
      if !code.attributes.isEmpty { json.field("attributes") { $0.value(code.attributes) } }
      json.field("code", code.code)
      json.field("digest", code.digest)
      json.field("quantities", ofAny: code.quantities) { $0.value($1) }
      json.field("at") { $0.value(code.at) }
    }
  }

  /// Of attributes written twice the first counts.
  private mutating func value(_ attributes: [CodeBlock.Attribute]) {
    object { json in
      var seen: Set<String> = []
      for attribute in attributes where seen.insert(attribute.key).inserted {
        json.field(named: attribute.key) { $0.string(attribute.value) }
      }
    }
  }

  // MARK: Figures

  private mutating func value(_ text: MeasuredText) {
    object { json in
      json.field("text", text.text)
      json.field("kind", text.kind.rawValue)
      json.field("quantities") { $0.array(of: text.quantities) { $0.value($1) } }
      // The schema's factor is above 0: a fall to nothing has its two figures only.
      json.field("changes") { $0.array(of: text.changes.filter { $0.factor > 0 }) { $0.value($1) } }
      json.field("at") { $0.value(text.at) }
    }
  }

  private mutating func value(_ change: Change) {
    object { json in
      json.field("metric", ifPresent: change.metric)
      json.field("from") { $0.value(change.from) }
      json.field("to") { $0.value(change.to) }
      json.field("factor", change.factor)
    }
  }

  private mutating func value(_ quantity: Quantity) {
    object { json in
      json.field("raw", quantity.raw)
      json.field("value", quantity.value)
      if let upper = quantity.upper { json.field("upper", upper) }
      json.field("unit", quantity.unit)
      json.field("per", ifPresent: quantity.per)
      json.field("dimension", quantity.dimension.rawValue)
      json.field("si", quantity.si)
      json.field("comparator", ifPresent: quantity.comparator?.rawValue)
      json.field("metric", ifPresent: quantity.metric)
      if quantity.isAmbiguous { json.field("ambiguous", true) }
      json.field("at") { $0.value(quantity.at) }
    }
  }
}
