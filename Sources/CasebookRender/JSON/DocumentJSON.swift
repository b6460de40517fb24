package import CasebookModel
import CasebookSource

/// Writes a document as `casebook.document/1`, keys in the order of its schema.
///
/// `casebook schema document` prints the schema; every field that a part does not have is left out, or `null` where the
/// schema says that it is always there.
package enum DocumentJSON {
  package static let schema = "casebook.document/1"

  /// One document as a text of its own.
  package static func render(_ document: CaseDocument) -> [UInt8] {
    var json = JSONWriter()
    write(document, to: &json)
    return json.finish()
  }

  /// One case as it stands in a document's `cases`.
  package static func render(_ raw: RawCase) -> [UInt8] {
    var json = JSONWriter()
    json.value(raw)
    return json.finish()
  }

  /// Writes a document into a larger text.
  package static func write(_ document: CaseDocument, to json: inout JSONWriter) {
    json.object { json in
      json.field("schema", schema)
      json.field("path", document.path)
      json.field("frontMatter") { json in
        if let matter = document.frontMatter { json.value(matter) } else { json.null() }
      }
      json.field("title") { $0.value(document.title) }
      json.field("cases") { $0.array(of: document.cases) { $0.value($1) } }
      json.field("framework") { $0.value(document.framework) }
      json.field("toolTable") { $0.value(document.toolTable) }
      json.field("other") { $0.array(of: document.other) { $0.value($1) } }
      json.field("repairs") { $0.array(of: document.repairs) { $0.value($1) } }
    }
  }
}

/// Writes all documents as `casebook.library/1`: what `casebook export --format json` prints.
package enum LibraryJSON {
  package static let schema = "casebook.library/1"

  /// What stands before the first document, between two, and behind the last, for a library that is written piece by piece.
  package static let opening = "{\n \"schema\": \"\(schema)\",\n \"documents\": ["
  package static let separator = ","
  package static func closing(isEmpty: Bool) -> String { isEmpty ? "]\n}\n" : "\n ]\n}\n" }

  /// One document as it stands in a library, on lines of its own.
  package static func piece(_ document: CaseDocument) -> [UInt8] {
    var json = JSONWriter(inside: 2)
    DocumentJSON.write(document, to: &json)
    return json.bytes
  }

  package static func render(_ library: CaseLibrary) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.field("schema", schema)
      json.field("documents") { $0.array(of: library.documents) { DocumentJSON.write($1, to: &$0) } }
    }
    return json.finish()
  }
}

// MARK: - Around the cases

extension JSONWriter {
  mutating func value(_ framework: Framework?) {
    guard let framework else { return null() }
    object { json in
      json.field("title") { $0.value(framework.title) }
      json.field("steps") { json in
        json.array(of: framework.steps) { json, stage in
          json.object { json in
            json.field("number", max(stage.number, 1))
            json.field("name", stage.name)
            json.field("at") { $0.value(stage.at) }
          }
        }
      }
      json.field("at") { $0.value(framework.at) }
    }
  }

  mutating func value(_ table: ToolTable?) {
    guard let table else { return null() }
    object { json in
      json.field("title") { $0.value(table.title) }
      json.field("issueTypes") { json in
        json.array(of: table.issueTypes) { json, type in
          json.object { json in
            json.field("id", type.id)
            json.field("name", type.name)
            json.field("tools") { $0.array(of: type.tools) { $0.value($1) } }
            json.field("at") { $0.value(type.at) }
          }
        }
      }
      json.field("at") { $0.value(table.at) }
    }
  }

  mutating func value(_ repair: AppliedRepair) {
    object { json in
      json.field("rule", repair.rule.description)
      json.field("at") { $0.value(repair.at) }
      json.field("before", repair.before)
      json.field("after", repair.after)
    }
  }
}
