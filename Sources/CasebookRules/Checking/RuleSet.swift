package import CasebookModel
package import CasebookSource

/// The rules of the catalogue under one configuration.
///
/// ```
/// documents, side by side   examine ─► DocumentFindings ─┬─► CodeAnalysis ─► CodeFacts ─┐
/// the library of all models ─────────────────────────────┴─► conclude ◄─────────────────┘ ─► LibraryFindings
/// ```
/// A document's arena can be dropped as soon as it is examined; its code is kept for the parsers.
package struct RuleSet: Sendable {
  package let configuration: RuleConfiguration
  private var documentRules: [any DocumentRule] = []
  private var libraryRules: [any LibraryRule] = []
  private var toolRules: [any ToolRule] = []
  private var codeRules: [any CodeRule] = []
  private var passiveRules: [RuleID] = []
  private let judgements: Judgements

  package init(_ configuration: RuleConfiguration = RuleConfiguration()) {
    self.init(configuration, rules: RuleCatalog.all)
  }

  package init(_ configuration: RuleConfiguration, rules: [any Rule]) {
    self.configuration = configuration
    judgements = Judgements(rules, configuration)
    for rule in rules where configuration.severities[rule.id] != .off || !rule.description.isSilenceable {
      for form in rule.forms {
        switch form {
        case .document(let rule): documentRules.append(rule)
        case .library(let rule): libraryRules.append(rule)
        case .tool(let rule): toolRules.append(rule)
        case .code(let rule): codeRules.append(rule)
        case .passive: passiveRules.append(rule.id)
        }
      }
    }
  }

  /// Profile of a document: its own front matter's, else the last pattern's that matches, else lenient.
  package func profile(of path: String, document: CaseDocument?) -> Profile {
    if let named = document?.frontMatter?.profile, let profile = Profile(rawValue: named.value) { return profile }
    return configuration.profiles.last { $0.pattern.matches(path) }?.profile ?? .lenient
  }

  /// All findings about one document alone, silenced ones left out: what an editor shows while a file is typed.
  ///
  /// With `start` its code is read by the languages' parsers as well.
  package func check(_ document: ReadDocument, start: CodeAnalysis.Start? = nil) -> [Diagnostic] {
    let findings = examine(document, keepingCode: start == nil ? .none : .all)
    let facts = start.map { CodeAnalysis.facts(of: [findings.exhibits], start: $0) }
    return conclude(nil, [findings], facts).diagnostics.filter { $0.suppression == nil }
  }

  /// Findings that only several documents together give; silences in front matter are heeded, those in comments are not.
  package func check(_ library: CaseLibrary) -> [Diagnostic] {
    var silences: [String: [Silence]] = [:]
    for document in library.documents {
      for ignore in document.frontMatter?.ignore ?? [] {
        guard let rule = RuleCatalog.find(ignore.rule.value), rule.description.isSilenceable else { continue }
        silences[document.path, default: []].append(
          Silence(rule: rule.id, reason: ignore.reason.value, by: .frontMatter, at: ignore.rule.at, scope: nil))
      }
    }
    var profiles: [String: Profile] = [:]
    for document in library.documents {
      profiles[document.path] = profile(of: document.path, document: document)
    }
    return libraryFindings(library, []) { profiles[$0] ?? .lenient }.filter { finding in
      !(silences[finding.path]?.contains { $0.covers(finding) } ?? false)
    }
  }

  private func libraryFindings(
    _ library: CaseLibrary, _ documents: [DocumentFindings], profile: (String) -> Profile
  ) -> [Diagnostic] {
    var found = libraryRules.flatMap { $0.check(library) }
    if !toolRules.isEmpty, library.documents.contains(where: { $0.toolTable != nil }) {
      let knowledge = ToolKnowledge(
        registry: configuration.tools ?? .builtIn, usedAnywhere: Set(toolIndex.ids(ToolSet(documents).numbers)))
      found += toolRules.flatMap { $0.check(library, knowledge) }
    }
    return found.compactMap { judgements.judged($0, profile: profile($0.path)) }.sorted()
  }

  /// Checks one document; silences that met nothing stay open until the library has been checked.
  ///
  /// The findings hold so much of the code as parsers are to read, with `keepingAbstentions` also what rules did not
  /// understand.
  package func examine(
    _ document: ReadDocument, keepingCode: CodeKeeping = .none, keepingAbstentions: Bool = false
  ) -> DocumentFindings {
    examine([document], keepingCode: { _ in keepingCode }, keepingAbstentions: keepingAbstentions).first
      ?? DocumentFindings(path: document.model.path, profile: .lenient, diagnostics: [], silences: [])
  }

  /// Checks some documents, each as if it were alone; findings in their order.
  ///
  /// Each rule takes one after the other: sixty rules that take turns at every document push each other's code out of the
  /// processor's cache, which costs as much as running them.
  package func examine(
    _ documents: [ReadDocument], keepingCode: (ReadDocument) -> CodeKeeping, keepingAbstentions: Bool = false
  ) -> [DocumentFindings] {
    let examinations = documents.map { document in
      Examination(
        document,
        RuleContext(document, profile: profile(of: document.model.path, document: document.model), configuration))
    }
    for rule in documentRules { for examination in examinations { examination.apply(rule) } }
    return examinations.map { examination in
      var findings = examination.findings(judgements, toolIndex)
      if !codeRules.isEmpty {
        findings.exhibits = ExhibitReader.read(
          examination.document, examination.context.survey, keepingCode(examination.document))
      }
      if keepingAbstentions {
        findings.abstentions = documentRules.flatMap { $0.abstentions(examination.document, examination.context) }
      }
      return findings
    }
  }

  /// Checks the library and joins everything: silences applied, unused ones reported, ordered by path, position and rule.
  ///
  /// Without a library, or facts about all code, the rules that need them have not run, and their silences are taken to be of
  /// use.
  package func conclude(
    _ library: CaseLibrary?, _ documents: consuming [DocumentFindings], _ facts: CodeFacts? = nil,
    keepingAbstentions: Bool = false
  ) -> LibraryFindings {
    var documents = documents
    // Findings about files that are no documents: the lock of the checks.
    var elsewhere: [Diagnostic] = []
    if let library {
      var index: [String: Int] = [:]
      for (position, document) in documents.enumerated() { index[document.path] = position }
      let found = libraryFindings(library, documents) { path in index[path].map { documents[$0].profile } ?? .lenient }
      for var finding in found {
        guard let position = index[finding.path] else {
          elsewhere.append(finding)
          continue
        }
        documents[position].silence(&finding)
        documents[position].diagnostics.append(finding)
      }
    }
    if let facts { judge(facts, &documents, keepingAbstentions: keepingAbstentions) }
    var ran = Set(
      documentRules.map(\.id) + passiveRules + (library == nil ? [] : libraryRules.map(\.id) + toolRules.map(\.id)))
    if facts?.isComplete ?? false { ran.formUnion(codeRules.map(\.id)) } else { ran.subtract(codeRules.map(\.id)) }
    for position in documents.indices {
      guard documents[position].hasSilences else { continue }
      let unused = documents[position].unusedSilences(of: ran)
      documents[position].diagnostics += unused.compactMap {
        judgements.judged($0, profile: documents[position].profile)
      }
    }
    return LibraryFindings(
      diagnostics: (documents.flatMap(\.diagnostics) + elsewhere).sorted(),
      archived: Set(documents.lazy.filter { !$0.profile.counts }.map(\.path)),
      abstentions: documents.flatMap(\.abstentions).sorted())
  }

  /// The names of all tools that are known, arranged for looking them up in texts.
  private var toolIndex: ToolIndex { configuration.toolIndex ?? .builtIn }

  /// Ids of the tools that each case of an examined document surely uses, in order of appearance.
  package func toolIDs(_ findings: DocumentFindings) -> [[String]] { findings.tools.map { toolIndex.ids($0.sure) } }

  /// Adds what the rules about code find.
  private func judge(_ facts: CodeFacts, _ documents: inout [DocumentFindings], keepingAbstentions: Bool) {
    for position in documents.indices {
      guard let exhibits = documents[position].exhibits, !exhibits.blocks.isEmpty else { continue }
      let profile = documents[position].profile
      let review = CodeReview(
        path: documents[position].path, profile: profile, exhibits: exhibits, facts: facts[position])
      for rule in codeRules {
        for finding in rule.check(review) {
          guard var finding = judgements.judged(finding, profile: profile) else { continue }
          documents[position].silence(&finding)
          documents[position].diagnostics.append(finding)
        }
        if keepingAbstentions { documents[position].abstentions += rule.abstentions(review) }
      }
    }
  }
}

extension ToolSet {
  /// The tools that any case of some documents may speak of.
  fileprivate init(_ documents: [DocumentFindings]) {
    self.init()
    for uses in documents.lazy.flatMap(\.tools) { formUnion(uses.possible) }
  }
}
