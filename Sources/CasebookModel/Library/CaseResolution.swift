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

  /// Resolves all cases of a document, of which all texts are there.
  package func resolve(_ document: inout CaseDocument) {
    resolveIssueTypes(&document)
    for index in document.cases.indices {
      document.cases[index].toolsUsed = tools.mentions(in: document.cases[index])
    }
  }

  /// Resolves the issue types alone, for which title and problem suffice.
  package func resolveIssueTypes(_ document: inout CaseDocument) {
    for index in document.cases.indices {
      if document.cases[index].issueTypeSource != .declared {
        let type = issueType(
          title: document.cases[index].title.value, problem: document.cases[index].problem?.text ?? "")
        document.cases[index].issueType = type
        document.cases[index].issueTypeSource = type == nil ? .unknown : .lexicon
      }
    }
  }
}

extension CaseLibrary {
  /// Fills in the issue types that the tables of all documents name.
  mutating func resolveIssueTypes() {
    let types = issueTypes
    guard !types.isEmpty else { return }
    let resolution = CaseResolution(types)
    for index in documents.indices { resolution.resolveIssueTypes(&documents[index]) }
  }

  /// Fills in the tools of all tables that cases mention; needs all their texts, and no outlines.
  package mutating func resolveTools() {
    let resolution = CaseResolution(issueTypes)
    for index in documents.indices { resolution.resolve(&documents[index]) }
  }
}
