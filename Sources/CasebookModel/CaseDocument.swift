package import CasebookSource

/// The investigation process: a numbered list, or a drawing of one.
package struct Framework: Hashable, Sendable {
  /// A stage of the process: `3. Hypothesize`.
  package struct Stage: Hashable, Sendable {
    package var number: Int
    package var name: String
    package var at: SourceRange

    package init(number: Int, name: String, at: SourceRange) {
      self.number = number
      self.name = name
      self.at = at
    }
  }

  package var title: Located<String>
  package var steps: [Stage]
  package var at: SourceRange
  package var block: BlockRef

  package init(title: Located<String>, steps: [Stage], at: SourceRange, block: BlockRef) {
    self.title = title
    self.steps = steps
    self.at = at
    self.block = block
  }
}

/// A row of the table `Issue | Tools`.
package struct IssueType: Hashable, Sendable {
  /// Slug of the name: `Disk I/O` → `disk-io`.
  package var id: String
  package var name: String
  package var tools: [Located<String>]
  /// The whole row.
  package var at: SourceRange
  /// The first cell's text.
  package var nameRange: SourceRange

  package init(
    id: String, name: String, tools: [Located<String>], at: SourceRange, nameRange: SourceRange? = nil
  ) {
    self.id = id
    self.name = name
    self.tools = tools
    self.at = at
    self.nameRange = nameRange ?? at
  }
}

/// The table of tools by issue type.
package struct ToolTable: Hashable, Sendable {
  package var title: Located<String>?
  package var issueTypes: [IssueType]
  package var at: SourceRange
  package var block: BlockRef

  package init(title: Located<String>?, issueTypes: [IssueType], at: SourceRange, block: BlockRef) {
    self.title = title
    self.issueTypes = issueTypes
    self.at = at
    self.block = block
  }
}

/// An edit that reading made; nothing on disk changes.
package struct AppliedRepair: Hashable, Sendable {
  package var rule: RuleID
  package var at: SourceRange
  package var before: String
  package var after: String

  package init(rule: RuleID, at: SourceRange, before: String, after: String) {
    self.rule = rule
    self.at = at
    self.before = before
    self.after = after
  }
}

/// One document as the typed model; `casebook schema document` is its shape.
package struct CaseDocument: Hashable, Sendable {
  package var path: String
  package var frontMatter: CaseFrontMatter?
  package var title: Located<String>?
  package var cases: [RawCase] = []
  package var framework: Framework?
  package var toolTable: ToolTable?
  package var other: [OpaqueBlock] = []
  package var repairs: [AppliedRepair] = []

  package init(path: String) { self.path = path }
}
