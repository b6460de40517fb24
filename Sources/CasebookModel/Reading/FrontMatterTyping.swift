import CasebookMarkdown
import CasebookSource

/// Reads front matter's keys leniently: a value of the wrong type is left to `entries`, where the schema rule finds it.
extension CaseFrontMatter {
  init(_ matter: FrontMatter, in reader: inout BlockReader) {
    self.init(at: reader.place(matter.range))
    entries.reserveCapacity(matter.entries.count)
    for entry in matter.entries {
      let key = Located(entry.key, at: reader.place(entry.keyRange))
      let range = reader.place(entry.value.range)
      entries.append(Entry(key: key, value: entry.value, valueRange: range))
      read(entry, at: range, in: &reader)
    }
  }

  private mutating func read(_ entry: YAMLEntry, at range: SourceRange, in reader: inout BlockReader) {
    let text = Self.text(entry.value).map { Located($0, at: range) }
    switch entry.key {
    case "id": id = text
    case "title": title = text
    case "issueType": issueType = text
    case "alsoIssueTypes": alsoIssueTypes = Self.texts(entry.value, in: &reader)
    case "version": version = text
    case "created": created = text
    case "updated": updated = text
    case "author":
      author = Self.texts(entry.value, in: &reader)
      authorIsList = text == nil
    case "purpose": purpose = text
    case "severity": severity = text
    case "corrects": corrects = text
    case "tags": tags = Self.texts(entry.value, in: &reader)
    case "aliases": aliases = Self.texts(entry.value, in: &reader)
    case "params": params = Self.parameters(entry.value)
    case "casebook": readSettings(entry.value, in: &reader)
    default: break
    }
  }

  private mutating func readSettings(_ value: YAMLValue, in reader: inout BlockReader) {
    for entry in value.entries ?? [] {
      switch entry.key {
      case "profile": profile = Self.text(entry.value).map { Located($0, at: reader.place(entry.value.range)) }
      case "context": context = Self.texts(entry.value, in: &reader)
      case "ignore":
        for rule in entry.value.entries ?? [] {
          guard let reason = Self.text(rule.value) else { continue }
          ignore.append(
            Ignore(
              rule: Located(rule.key, at: reader.place(rule.keyRange)),
              reason: Located(reason, at: reader.place(rule.value.range))))
        }
      default: break
      }
    }
  }

  /// A scalar's text; nothing and an empty text give `nil`.
  private static func text(_ value: YAMLValue) -> String? {
    guard let text = value.text, !text.isEmpty, !value.isNull else { return nil }
    return text
  }

  /// One text or a list of them.
  private static func texts(_ value: YAMLValue, in reader: inout BlockReader) -> [Located<String>] {
    var texts: [Located<String>] = []
    for item in value.list ?? [] {
      if let text = text(item) { texts.append(Located(text, at: reader.place(item.range))) }
    }
    return texts
  }

  /// A list of mappings with `name`, or a mapping of names.
  private static func parameters(_ value: YAMLValue) -> [Parameter] {
    switch value.kind {
    case .scalar: return []
    case .sequence(let items):
      return items.compactMap { item in
        guard let entries = item.entries, let name = entries["name"].flatMap({ text($0.value) }) else { return nil }
        return parameter(name, entries)
      }
    case .mapping(let entries):
      return entries.map { entry in
        guard let fields = entry.value.entries else {
          var parameter = Parameter(name: entry.key)
          parameter.default = text(entry.value)
          return parameter
        }
        return parameter(entry.key, fields)
      }
    }
  }

  private static func parameter(_ name: String, _ entries: [YAMLEntry]) -> Parameter {
    var parameter = Parameter(name: name)
    for entry in entries {
      let text = text(entry.value)
      switch entry.key {
      case "default": parameter.default = text
      case "example": parameter.example = text
      case "allowed": parameter.allowed = text
      case "secret": parameter.isSecret = entry.value.bool
      default: break
      }
    }
    return parameter
  }
}
