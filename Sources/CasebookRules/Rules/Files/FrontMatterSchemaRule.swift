import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB005: a key of the front matter that is missing, of the wrong type, or unknown but near a known one.
struct FrontMatterSchemaRule: DocumentRule {
  let description = RuleDescription(
    5, "front-matter-schema", .warning, strict: .error, fix: .unsafe,
    what: """
      The front matter of a case lacks a key (`id`, `version`, `created`, `updated`, `author`, and `issueType` where the \
      file holds one case), gives a key a value of the wrong type, or has a key that looks like a misspelt one. Keys of \
      other tools are left alone.
      """,
    why: """
      Pages, links, search and checks take these facts from here. A misspelt key is silently nothing: the case has no \
      issue type, and nobody is told.
      """,
    triggering: [
      RuleExample(
        "a misspelt key",
        Self.caseText("id: slow\n⟦issue_type⟧: race-conditions\n" + Self.others)),
      RuleExample("missing keys", Self.caseText(open: "⟦---⟧", "author: Ann\n")),
      RuleExample(
        "a text where a list belongs", Self.caseText("id: slow\nissueType: a\ntags: ⟦{a: b}⟧\n" + Self.others)),
      RuleExample("an id that is no address", Self.caseText("id: ⟦Slow Writes⟧\nissueType: a\n" + Self.others)),
      RuleExample(
        "an unknown setting", "---\ncasebook:\n  ⟦profil⟧: strict\n---\n# Notes\n"),
      RuleExample("a value that is not one of the set", "---\ncasebook:\n  profile: ⟦stict⟧\n---\n# Notes\n"),
      RuleExample("a strict case without front matter", "⟦⟧# A\n\n**Problem**: slow\n", profile: .strict),
    ],
    accepted: [
      RuleExample("all keys", Self.caseText("id: slow\nissueType: a\n" + Self.others)),
      RuleExample("a case below the front matter of another tool", Self.caseText("name: slow\ndescription: x\n")),
      RuleExample("keys of another tool", "---\nlayout: post\nauthors: [ann]\n---\n# Notes\n"),
    ])

  private static let others = "version: 1.0.0\ncreated: 2025-03-01\nupdated: 2025-03-04\nauthor: Ann\n"

  private static func caseText(open: String = "---", _ keys: String) -> String {
    "\(open)\n\(keys)---\n# A\n\n**Problem**: slow\n"
  }

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    guard let frontMatter = document.document.frontMatter else {
      guard context.profile == .strict, !document.model.cases.isEmpty else { return [] }
      let start = Position(line: 1, column: 1)
      let keys = FrontMatterKeys.required(isOneCase: document.model.cases.count == 1)
      let range = SourceRange(start: start, end: start)
      return [
        finding(
          document.source.file.path, range,
          "a case must begin with front matter that names \(Words.list(keys.map { "`\($0)`" }))")
      ]
    }
    let isOurs =
      context.profile == .strict || isOurs(frontMatter) && !document.model.cases.isEmpty
      || frontMatter.entries.contains { FrontMatterKeys.readAlike($0.key, "issueType") }
    guard isOurs || frontMatter.entries.holds("casebook") else { return [] }
    let checker = FrontMatterChecker(document, frontMatter, self)
    var findings = checker.settings()
    guard isOurs else { return findings }
    findings += checker.missing()
    findings += checker.entries()
    return findings
  }

  /// Whether a front matter is meant for Casebook: it has a key that every case has. That of another tool may stand above
  /// a case as well, and has keys of its own.
  private func isOurs(_ frontMatter: FrontMatter) -> Bool {
    let required = FrontMatterKeys.required(isOneCase: true)
    return frontMatter.entries.contains { entry in
      required.contains(entry.key) || FrontMatterKeys.readAlike(entry.key, "issueType")
    }
  }
}
