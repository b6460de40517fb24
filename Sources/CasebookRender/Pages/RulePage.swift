package import CasebookSource

/// What a page says of a rule of `casebook validate`; the rules themselves are not known here.
package struct ExplainedRule: Sendable {
  /// A text that shows the rule at work, cut where something is found.
  package struct Example: Sendable {
    /// A stretch of the text, marked where the rule finds it.
    package struct Piece: Sendable {
      package var text: String
      package var isFound: Bool

      package init(_ text: String, isFound: Bool) {
        self.text = text
        self.isFound = isFound
      }
    }

    /// One file of the example.
    package struct File: Sendable {
      package var path: String
      package var pieces: [Piece]

      package init(path: String, pieces: [Piece]) {
        self.path = path
        self.pieces = pieces
      }
    }

    package var shows: String
    package var files: [File]

    package init(shows: String, files: [File]) {
      self.shows = shows
      self.files = files
    }
  }

  package var id: RuleID
  package var name: String
  package var severity: Severity
  /// Severity, fix and basis in words.
  package var kind: String
  package var what: String
  package var why: String
  package var found: [Example]
  package var notFound: [Example]
  /// Texts that it does not understand.
  package var notUnderstood: [Example]
  package var isSilenceable: Bool

  package init(
    _ id: RuleID, _ name: String, _ severity: Severity, kind: String, what: String, why: String, found: [Example],
    notFound: [Example], notUnderstood: [Example] = [], isSilenceable: Bool
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.kind = kind
    self.what = what
    self.why = why
    self.found = found
    self.notFound = notFound
    self.notUnderstood = notUnderstood
    self.isSilenceable = isSilenceable
  }
}

extension ExplainedRule.Example {
  static let fields = TemplateFields<ExplainedRule.Example>()
    .text("shows", "What it shows.") { $0.shows }
    .list("files", "Its files.", of: File.fields) { $0.files }
    .flag("hasFiles", "There are several files, which need their names.") { $0.files.count > 1 }
}

extension ExplainedRule.Example.File {
  static let fields = TemplateFields<ExplainedRule.Example.File>()
    .text("path", "Its path.") { $0.path }
    .list("pieces", "Its text in stretches.", of: ExplainedRule.Example.Piece.fields) { $0.pieces }
}

extension ExplainedRule.Example.Piece {
  static let fields = TemplateFields<ExplainedRule.Example.Piece>()
    .text("text", "The stretch.") { $0.text }
    .flag("isFound", "The rule finds it.") { $0.isFound }
}

/// `rules/CB001.html`: the text of `casebook explain`, from examples that are tests.
enum RulePage {
  static let template = "rule.mustache"

  static let fields = TemplateFields<ExplainedRule>()
    .text("id", "Its number: `CB001`.") { $0.id.description }
    .text("name", "Its name: `nested-fence`.") { $0.name }
    .text("severity", "`error`, `warning` or `info`.") { $0.severity.rawValue }
    .text("kind", "Severity, fix and what it rests on, in words.") { $0.kind }
    .text("what", "What it finds.") { $0.what }
    .text("why", "Why a reader suffers from it.") { $0.why }
    .list("found", "Texts in which it finds something.", of: ExplainedRule.Example.fields) { $0.found }
    .flag("hasFound", "There are any.") { !$0.found.isEmpty }
    .list("notFound", "Texts in which it finds nothing.", of: ExplainedRule.Example.fields) { $0.notFound }
    .flag("hasNotFound", "There are any.") { !$0.notFound.isEmpty }
    .list(
      "notUnderstood", "Texts that it does not understand; nothing is said about them.",
      of: ExplainedRule.Example.fields
    ) {
      $0.notUnderstood
    }
    .flag("hasNotUnderstood", "There are any.") { !$0.notUnderstood.isEmpty }
    .flag("isSilenceable", "An author may silence it.") { $0.isSilenceable }
}

/// `rules/index.html`: all rules, a line each.
struct RulesPage: Sendable {
  /// A rule in the list.
  struct Row: Sendable {
    var rule: ExplainedRule
    var address: String

    static let fields = TemplateFields<Row>()
      .text("id", "Its number.") { $0.rule.id.description }
      .text("name", "Its name.") { $0.rule.name }
      .text("severity", "`error`, `warning` or `info`.") { $0.rule.severity.rawValue }
      .text("what", "What it finds.") { Excerpt.of($0.rule.what) }
      .address("address", "Its page.") { $0.address }
  }

  var rows: [Row]

  static let template = "rules.mustache"

  static let fields = TemplateFields<RulesPage>()
    .list("rows", "All rules, by number.", of: Row.fields) { $0.rows }
    .text("count", "How many there are, with the noun.") { Count.of($0.rows.count, "rule") }
}
