import CasebookModel
import CasebookSource

/// Places and texts with a place.
extension JSONWriter {
  /// Writes `{"start": {"line": 1, "column": 1}, "end": {…}}` on one line.
  mutating func value(_ range: SourceRange) {
    inline { json in
      json.object { json in
        json.field("start") { $0.value(range.start) }
        json.field("end") { $0.value(range.end) }
      }
    }
  }

  private mutating func value(_ position: Position) {
    object { json in
      json.field("line", position.line)
      json.field("column", position.column)
    }
  }

  mutating func value(_ text: Located<String>) {
    object { json in
      json.field("text", text.value)
      json.field("at") { $0.value(text.at) }
    }
  }

  mutating func value(_ text: Located<String>?) {
    if let text { value(text) } else { null() }
  }

  /// Writes a field only where there is anything in it.
  mutating func field<Element>(
    _ key: StaticString, ofAny elements: [Element], _ body: (inout JSONWriter, Element) -> Void
  ) {
    if !elements.isEmpty { field(key) { $0.array(of: elements, body) } }
  }
}
