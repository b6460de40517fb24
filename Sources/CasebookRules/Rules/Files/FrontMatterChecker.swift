import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Compares a front matter with the schema, key by key.
struct FrontMatterChecker {
  let document: ReadDocument
  let frontMatter: FrontMatter
  let rule: FrontMatterSchemaRule
  /// What the key at the same index is taken for; `nil` for known keys and those of other tools.
  private let corrections: [String?]

  init(_ document: ReadDocument, _ frontMatter: FrontMatter, _ rule: FrontMatterSchemaRule) {
    self.document = document
    self.frontMatter = frontMatter
    self.rule = rule
    corrections = frontMatter.entries.map { Self.correction(of: $0.key, frontMatter) }
  }

  private func finding(_ range: Range<Int>, _ message: String, _ fixes: [Diagnostic.Fix] = []) -> Diagnostic {
    rule.finding(document.document.source.file.path, document.document.source.range(of: range), message, fixes: fixes)
  }

  private func replace(_ range: Range<Int>, with text: String, _ description: String) -> Diagnostic.Fix {
    Diagnostic.Fix(
      .unsafe, description, edits: [.init(range: document.document.source.range(of: range), replacement: text)])
  }

  /// Keys that should be there, in one finding at the opening fence.
  func missing() -> [Diagnostic] {
    guard !document.model.cases.isEmpty else { return [] }
    let required = FrontMatterKeys.required(isOneCase: document.model.cases.count == 1)
    // A misspelt key is reported where it stands.
    let absent = required.filter { !frontMatter.entries.holds($0) && !corrections.contains($0) }
    guard !absent.isEmpty else { return [] }
    let fence = frontMatter.range.lowerBound..<min(frontMatter.range.lowerBound + 3, frontMatter.range.upperBound)
    var fixes: [Diagnostic.Fix] = []
    if absent.contains("id"), let id = impliedID {
      let place = frontMatter.contentRange.lowerBound
      fixes = [replace(place..<place, with: "id: \(id)\n", "add `id: \(id)`")]
    }
    return [
      finding(fence, "the front matter of a case must have \(Words.list(absent.map { "`\($0)`" }))", fixes)
    ]
  }

  /// The id that reading gives a case without one, or the slug of the title where there are several cases.
  private var impliedID: String? {
    let cases = document.model.cases
    if cases.count == 1, let id = cases.first?.id, FrontMatterKeys.isSlug(id) { return id }
    let slug = document.model.title.map { Slug.make($0.value) } ?? ""
    return slug.isEmpty ? nil : slug
  }

  /// All keys and their values.
  func entries() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for (entry, name) in zip(frontMatter.entries, corrections) where !frontMatter.isUnreadable(entry.key) {
      if let kind = FrontMatterKeys.kind(of: entry.key) {
        findings += check(entry.value, named: entry.key, kind)
      } else if let name {
        let fix = replace(entry.keyRange, with: name, "write `\(name)`")
        let message = "\(Words.quoted(entry.key)) is no key; did you mean '\(name)'?"
        findings.append(finding(entry.keyRange, message, [fix]))
      }
    }
    return findings
  }

  /// The one known key that an unknown one is near to, unless that is there as well.
  private static func correction(of key: String, _ frontMatter: FrontMatter) -> String? {
    guard FrontMatterKeys.kind(of: key) == nil else { return nil }
    // `issue_type` and `Issue-Type` need no distance.
    let near =
      FrontMatterKeys.names.first { FrontMatterKeys.readAlike(key, $0) }.map { [$0] }
      ?? DidYouMean.suggestions(for: key, among: FrontMatterKeys.names)
    guard near.count == 1, let name = near.first, !frontMatter.entries.holds(name) else { return nil }
    return name
  }

  private func check(_ value: YAMLValue, named key: String, _ kind: FrontMatterKeys.Kind) -> [Diagnostic] {
    if value.isNull { return [finding(value.range, "`\(key)` must be \(kind.noun); found nothing")] }
    switch kind {
    case .text, .date: return value.text == nil ? [mistyped(value, key, kind)] : []
    case .texts: return value.texts == nil ? [mistyped(value, key, kind)] : []
    case .mapping: return value.entries == nil && value.items == nil ? [mistyped(value, key, kind)] : []
    case .version:
      guard let text = value.text else { return [mistyped(value, key, kind)] }
      if FrontMatterKeys.isVersion(text) { return [] }
      return [finding(value.range, "`\(key)` must be \(kind.noun); found \(Words.quoted(text))")]
    case .slug: return slug(value, key, kind)
    case .slugs:
      guard let items = value.list else { return [mistyped(value, key, kind)] }
      return items.flatMap { slug($0, key, .slug) }
    }
  }

  private func slug(_ value: YAMLValue, _ key: String, _ kind: FrontMatterKeys.Kind) -> [Diagnostic] {
    guard let text = value.text else { return [mistyped(value, key, kind)] }
    if FrontMatterKeys.isSlug(text) { return [] }
    let slug = Slug.make(text)
    let fixes = slug.isEmpty ? [] : [replace(value.range, with: slug, "write `\(slug)`")]
    return [finding(value.range, "`\(key)` must be \(kind.noun); found \(Words.quoted(text))", fixes)]
  }

  private func mistyped(_ value: YAMLValue, _ key: String, _ kind: FrontMatterKeys.Kind) -> Diagnostic {
    let found =
      switch value.kind {
      case .scalar: "a text"
      case .sequence: "a list"
      case .mapping: "a mapping"
      }
    return finding(value.range, "`\(key)` must be \(kind.noun); found \(found)")
  }

  /// The block `casebook`, which is ours in every document.
  func settings() -> [Diagnostic] {
    guard let entries = frontMatter["casebook"]?.entries else { return [] }
    var findings: [Diagnostic] = []
    for entry in entries {
      switch entry.key {
      case "profile":
        let names = Profile.allCases.map(\.rawValue)
        guard let text = entry.value.text, !names.contains(text) else { continue }
        let hint = DidYouMean.hint(for: text, among: names)
        findings.append(finding(entry.value.range, "\(Words.quoted(text)) is no profile\(hint)"))
      case "context":
        if entry.value.texts == nil { findings.append(mistyped(entry.value, "casebook.context", .texts)) }
      case "ignore":
        if entry.value.entries == nil, !entry.value.isNull {
          findings.append(finding(entry.value.range, "`casebook.ignore` must be a mapping from rule to reason"))
        }
      default:
        let hint = DidYouMean.hint(for: entry.key, among: FrontMatterKeys.settings)
        findings.append(finding(entry.keyRange, "\(Words.quoted(entry.key)) is no setting\(hint)"))
      }
    }
    return findings
  }
}
