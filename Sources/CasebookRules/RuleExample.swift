package import CasebookModel

/// A small knowledge base that shows a rule at work: `⟦…⟧` stands round what it finds.
package struct RuleExample: Sendable {
  /// A document of the example.
  package struct File: Sendable {
    package var path: String
    /// Text with marks.
    package var marked: String
  }

  /// What the example shows, as a noun phrase: "an inner fence as long as the outer".
  package var shows: String
  package var files: [File]
  package var profile: Profile
  /// The day on which it is checked.
  package var today: CalendarDate?
  /// What is recorded of the checks, made from the documents.
  package var proofs: @Sendable ([CaseDocument]) -> ProofRecords = { _ in ProofRecords() }

  /// One document.
  package init(_ shows: String, _ marked: String, profile: Profile = .lenient, today: CalendarDate? = nil) {
    self.init(shows, files: [("example.md", marked)], profile: profile, today: today)
  }

  /// One document whose blocks have checks.
  package init(_ shows: String, _ marked: String, proofs: @escaping @Sendable ([CaseDocument]) -> ProofRecords) {
    self.init(shows, marked)
    self.proofs = proofs
  }

  /// Several documents, for rules that compare them.
  package init(
    _ shows: String, files: [(path: String, marked: String)], profile: Profile = .lenient, today: CalendarDate? = nil
  ) {
    self.shows = shows
    self.files = files.map { File(path: $0.path, marked: $0.marked) }
    self.profile = profile
    self.today = today
  }
}
