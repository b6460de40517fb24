package import CasebookModel

/// What a document rule is told beside the document.
package struct RuleContext: Sendable {
  package let profile: Profile
  package let today: CalendarDate?
  package let survey: BlockSurvey
  /// Figures of the cases that have any.
  package let figures: [CaseFigures]

  package init(_ document: ReadDocument, profile: Profile, today: CalendarDate?) {
    self.profile = profile
    self.today = today
    survey = BlockSurvey(document)
    figures = CaseFigures.all(of: document)
  }
}
