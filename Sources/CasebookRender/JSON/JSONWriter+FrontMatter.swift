import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Front matter: its keys in the order written, unknown ones included.
extension JSONWriter {
  mutating func value(_ matter: CaseFrontMatter) {
    object { json in
      json.field("at") { $0.value(matter.at) }
      for entry in matter.entries where entry.key.value != "at" {
        json.field(named: entry.key.value) { $0.value(entry, of: matter) }
      }
    }
  }

  /// Lists stay lists also where one text was written; all else is written as it stands.
  private mutating func value(_ entry: CaseFrontMatter.Entry, of matter: CaseFrontMatter) {
    switch entry.key.value {
    case "tags" where !matter.tags.isEmpty: value(matter.tags)
    case "aliases" where !matter.aliases.isEmpty: value(matter.aliases)
    case "alsoIssueTypes" where !matter.alsoIssueTypes.isEmpty: value(matter.alsoIssueTypes)
    case "params" where !matter.params.isEmpty: value(matter.params)
    default: value(entry.value)
    }
  }

  private mutating func value(_ texts: [Located<String>]) { array(of: texts) { $0.string($1.value) } }

  private mutating func value(_ parameters: [CaseFrontMatter.Parameter]) {
    array(of: parameters) { json, parameter in
      json.object { json in
        json.field("name", parameter.name)
        json.field("default", ifPresent: parameter.default)
        json.field("example", ifPresent: parameter.example)
        json.field("allowed", ifPresent: parameter.allowed)
        if let isSecret = parameter.isSecret { json.field("secret", isSecret) }
      }
    }
  }

  /// A YAML value: scalars are the text that was written, for nothing turns `1.10` into a number here.
  private mutating func value(_ yaml: YAMLValue) {
    switch yaml.kind {
    case .scalar(let text, _): if yaml.isNull { null() } else { string(text) }
    case .sequence(let items): array(of: items) { $0.value($1) }
    case .mapping(let entries):
      object { json in for entry in entries { json.field(named: entry.key) { $0.value(entry.value) } } }
    }
  }
}
