import CasebookSource

/// What cases take from the tables of tools: their issue type by name, where none is declared, and the tools they mention.
package struct CaseResolution {
  private let types: IssueTypeLexicon
  private let tools: ToolMentions

  package init(_ types: [IssueType]) {
    self.types = IssueTypeLexicon(types)
    tools = ToolMentions(types)
  }

  /// The issue type that a title and a problem speak of, or `nil`.
  package func issueType(title: String, problem: String) -> String? { types.match(title: title, problem: problem) }

  /// Resolves all cases of a document.
  package func resolve(_ document: inout CaseDocument) {
    for index in document.cases.indices {
      if document.cases[index].issueTypeSource != .declared {
        let type = issueType(
          title: document.cases[index].title.value, problem: document.cases[index].problem?.text ?? "")
        document.cases[index].issueType = type
        document.cases[index].issueTypeSource = type == nil ? .unknown : .lexicon
      }
      document.cases[index].toolsUsed = tools.mentions(in: document.cases[index])
    }
  }
}

extension CaseLibrary {
  /// Fills in what the tables of all documents say: issue types by name, tools that cases mention.
  package mutating func resolveIssueTypes() {
    let types = issueTypes
    guard !types.isEmpty else { return }
    let resolution = CaseResolution(types)
    for index in documents.indices { resolution.resolve(&documents[index]) }
  }
}
