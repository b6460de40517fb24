package import CasebookModel

/// What a document rule is told beside the document.
package struct RuleContext: Sendable {
  package let profile: Profile
  package let today: CalendarDate?
  package let survey: BlockSurvey
  /// Figures of the cases that have any.
  package let figures: [CaseFigures]
  /// The knowledge base's registry; `nil` for the built-in one, which is read at its first use.
  private let ownTools: ToolRegistry?

  /// The tools that are known.
  package var tools: ToolRegistry { ownTools ?? .builtIn }

  private let ownNames: ToolNames?

  /// Their names, arranged for looking them up in code.
  package var toolNames: ToolNames { ownNames ?? .builtIn }

  package init(_ document: ReadDocument, profile: Profile, _ configuration: RuleConfiguration) {
    self.profile = profile
    today = configuration.today
    ownTools = configuration.tools
    ownNames = configuration.toolNames
    survey = BlockSurvey(document)
    figures = CaseFigures.all(of: document)
  }
}
