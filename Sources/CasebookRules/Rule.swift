package import CasebookModel
package import CasebookSource

/// One thing that may be wrong with a document or a knowledge base: a page that explains it, and a check.
///
/// A rule is one value in one file below `Rules/`, and one line of `RuleCatalog`. Its description holds the examples that
/// are its test and its page, so that a wrong example fails the build.
package protocol Rule: Sendable {
  var description: RuleDescription { get }
  /// How it checks: each of the protocols below says so for its rules, and a rule of two says both.
  ///
  /// A cast would find out as well, at a tenth of a millisecond for each protocol that a rule does not conform to.
  var forms: [RuleForm] { get }
}

/// A rule as what it can be asked for.
package enum RuleForm: Sendable {
  case document(any DocumentRule)
  case library(any LibraryRule)
  case tool(any ToolRule)
  case code(any CodeRule)
  case passive
}

/// A rule that reads one document alone; documents are checked side by side, in any order.
package protocol DocumentRule: Rule {
  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic]
  /// What of the document it does not understand; only asked for when somebody wants to know.
  func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention]
}

/// A rule that compares documents: duplicate ids, cases without a row.
///
/// It is given outlines (`CaseDocument.outline`): ids, titles, tables and places, no texts.
package protocol LibraryRule: Rule {
  func check(_ library: CaseLibrary) -> [Diagnostic]
}

/// A rule that compares documents by what the registry knows of their tools.
package protocol ToolRule: Rule {
  func check(_ library: CaseLibrary, _ tools: ToolKnowledge) -> [Diagnostic]
}

/// A rule about code that its language's own parser has read; it runs once for a document, when the parsers have answered.
///
/// Where a parser is absent its blocks are unknown, and the rule says nothing about them.
package protocol CodeRule: Rule {
  func check(_ review: CodeReview) -> [Diagnostic]
  /// What of the code it does not understand; only asked for when somebody wants to know.
  func abstentions(_ review: CodeReview) -> [Abstention]
}

/// A rule whose findings another stage makes, mostly while it reads; here stands its page, and its examples hold the stage to it.
package protocol PassiveRule: Rule {}

/// A rule about a file that could not be read at all, or only in part: the edge makes its findings, and no text can show it.
package protocol FileRule: PassiveRule {}

extension DocumentRule {
  package var forms: [RuleForm] { [.document(self)] }

  package func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention] { [] }
}

extension LibraryRule {
  package var forms: [RuleForm] { [.library(self)] }
}

extension ToolRule {
  package var forms: [RuleForm] { [.tool(self)] }
}

extension CodeRule {
  package var forms: [RuleForm] { [.code(self)] }

  package func abstentions(_ review: CodeReview) -> [Abstention] { [] }
}

extension PassiveRule {
  package var forms: [RuleForm] { [.passive] }
}

extension Rule {
  package var id: RuleID { description.id }

  /// Whether it asks the languages' own parsers.
  package var readsCode: Bool {
    forms.contains { if case .code = $0 { true } else { false } }
  }

  /// A finding of this rule, at its usual severity.
  func finding(
    _ path: String, _ range: SourceRange, _ message: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixes: [Diagnostic.Fix] = []
  ) -> Diagnostic {
    Diagnostic(
      rule: description.id, severity: description.severity, path: path, range: range, message: message,
      explanation: explanation, notes: notes, fixes: fixes)
  }
}
