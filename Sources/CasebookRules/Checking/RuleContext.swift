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

  package init(_ document: ReadDocument, profile: Profile, today: CalendarDate?, tools: ToolRegistry? = nil) {
    self.profile = profile
    self.today = today
    ownTools = tools
    survey = BlockSurvey(document)
    figures = CaseFigures.all(of: document)
  }
}
