package import CasebookModel
package import CasebookSource

/// The rules of the catalogue under one configuration.
///
/// ```
/// documents, side by side   examine ─► DocumentFindings ─┐
/// the library of all models ─────────────────────────────┴─► conclude ─► LibraryFindings
/// ```
/// A document's arena can be dropped as soon as it is examined.
package struct RuleSet: Sendable {
  package let configuration: RuleConfiguration
  private let documentRules: [any DocumentRule]
  private let libraryRules: [any LibraryRule]
  private let descriptions: [RuleID: RuleDescription]

  package init(_ configuration: RuleConfiguration = RuleConfiguration()) {
    self.init(configuration, rules: RuleCatalog.all)
  }

  package init(_ configuration: RuleConfiguration, rules: [any Rule]) {
    self.configuration = configuration
    let enabled = rules.filter { configuration.severities[$0.id] != .off || !$0.description.isSilenceable }
    documentRules = enabled.compactMap { $0 as? any DocumentRule }
    libraryRules = enabled.compactMap { $0 as? any LibraryRule }
    descriptions = Dictionary(rules.map { ($0.id, $0.description) }, uniquingKeysWith: { first, _ in first })
  }

  /// Profile of a document: its own front matter's, else the last pattern's that matches, else lenient.
  package func profile(of path: String, document: CaseDocument?) -> Profile {
    if let named = document?.frontMatter?.profile, let profile = Profile(rawValue: named.value) { return profile }
    return configuration.profiles.last { $0.pattern.matches(path) }?.profile ?? .lenient
  }

  /// All findings about one document alone, silenced ones left out: what an editor shows while a file is typed.
  package func check(_ document: ReadDocument) -> [Diagnostic] {
    conclude(nil, [examine(document)]).diagnostics.filter { $0.suppression == nil }
  }

  /// Findings that only several documents together give; silences in front matter are heeded, those in comments are not.
  package func check(_ library: CaseLibrary) -> [Diagnostic] {
    var profiles: [String: Profile] = [:]
    for document in library.documents {
      profiles[document.path] = profile(of: document.path, document: document)
    }
    return libraryRules.flatMap { $0.check(library) }
      .compactMap { adjusted($0, profile: profiles[$0.path] ?? .lenient) }.sorted()
  }

  /// Checks one document; silences that met nothing stay open until the library has been checked.
  package func examine(_ document: ReadDocument) -> DocumentFindings {
    let path = document.source.file.path
    let profile = profile(of: path, document: document.model)
    let context = RuleContext(document, profile: profile, today: configuration.today)
    var found = document.diagnostics
    for rule in documentRules { found += rule.check(document, context) }
    return DocumentFindings(
      path: path, profile: profile, diagnostics: found.compactMap { adjusted($0, profile: profile) }.sorted(),
      silences: [])
  }

  /// Checks the library and joins everything: silences applied, unused ones reported, ordered by path, position and rule.
  package func conclude(_ library: CaseLibrary?, _ documents: [DocumentFindings]) -> LibraryFindings {
    var all = documents.flatMap(\.diagnostics)
    if let library { all += check(library) }
    let archived = documents.filter { !$0.profile.counts }.map(\.path)
    return LibraryFindings(diagnostics: all.sorted(), archived: Set(archived))
  }

  /// Gives a finding the severity that configuration and profile want; `nil` where its rule is off.
  private func adjusted(_ diagnostic: Diagnostic, profile: Profile) -> Diagnostic? {
    guard let description = descriptions[diagnostic.rule] else { return diagnostic }
    var result = diagnostic
    if let level = configuration.severities[diagnostic.rule], description.isSilenceable {
      guard let severity = level.severity else { return nil }
      result.severity = severity
    } else if profile == .strict, let strict = description.strictSeverity, result.severity == description.severity {
      result.severity = strict
    }
    if description.basis == .heuristic { result.severity = min(result.severity, .warning) }
    return result
  }
}
