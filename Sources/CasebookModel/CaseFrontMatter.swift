package import CasebookMarkdown
package import CasebookSource

/// What the front matter says, typed; unknown keys survive in `entries`.
///
/// A value of the wrong type is `nil` here and stays in `entries`, where the schema rule finds it.
package struct CaseFrontMatter: Hashable, Sendable {
  /// A placeholder of the commands.
  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var `default`: String?
    package var example: String?
    package var allowed: String?
    package var isSecret: Bool?

    package init(name: String) { self.name = name }
  }

  package var at: SourceRange
  package var id: Located<String>?
  package var title: Located<String>?
  package var issueType: Located<String>?
  package var alsoIssueTypes: [Located<String>] = []
  package var version: Located<String>?
  package var created: Located<String>?
  package var updated: Located<String>?
  package var author: [Located<String>] = []
  package var authorIsList = false
  package var purpose: Located<String>?
  package var severity: Located<String>?
  package var corrects: Located<String>?
  package var tags: [Located<String>] = []
  package var aliases: [Located<String>] = []
  package var params: [Parameter] = []
  package var profile: Located<String>?
  /// Names taken to exist in every code block.
  package var context: [Located<String>] = []
  /// Rule id → reason, for the whole file.
  package var ignore: [Ignore] = []
  /// All keys as written, known ones included, with ranges on disk.
  package var entries: [Entry] = []

  /// A rule that the author wants silent in this file, and why.
  package struct Ignore: Hashable, Sendable {
    package var rule: Located<String>
    package var reason: Located<String>

    package init(rule: Located<String>, reason: Located<String>) {
      self.rule = rule
      self.reason = reason
    }
  }

  /// A key as written, known or not, with its value.
  package struct Entry: Hashable, Sendable {
    package var key: Located<String>
    package var value: YAMLValue
    package var valueRange: SourceRange

    package init(key: Located<String>, value: YAMLValue, valueRange: SourceRange) {
      self.key = key
      self.value = value
      self.valueRange = valueRange
    }
  }

  package init(at: SourceRange) { self.at = at }
}
