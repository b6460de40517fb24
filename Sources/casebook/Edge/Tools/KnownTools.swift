import CasebookModel
import CasebookRender
import CasebookSearch
import CasebookSource

/// The issue types of a knowledge base with their tools, and what the registry knows of them.
///
/// Where no document has a table, the seven kinds of problem that the registry knows stand in its place.
struct KnownTools {
  let registry: ToolRegistry
  let issueTypes: [IssueType]
  /// Whether a document of the knowledge base names the tools.
  let isOwnTable: Bool
  /// What people say for the issue types.
  let synonyms: SynonymTable

  init(_ base: KnowledgeBase, _ library: CaseLibrary) throws(CommandFailure) {
    registry = try ToolFiles.read(base)
    let own = library.issueTypes
    isOwnTable = !own.isEmpty
    issueTypes = own.isEmpty ? Self.usual(registry) : own
    synonyms = try SynonymFiles.read(base)
    SynonymFiles.reportUnknown(synonyms, types: issueTypes.map(\.id))
  }

  /// For each kind the tools that were made for it, six at most.
  private static func usual(_ registry: ToolRegistry) -> [IssueType] {
    let nowhere = SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
    return IssueKind.allCases.map { kind in
      let made = registry.tools(for: kind.rawValue).filter { $0.issueTypes.first == kind.rawValue }
      return IssueType(
        id: kind.rawValue, name: kind.title, tools: made.prefix(6).map { Located($0.name, at: nowhere) }, at: nowhere)
    }
  }

  /// Issue types that answer a query, and what to try where none does.
  func find(_ query: String) -> ToolMatches {
    ToolFinder(issueTypes: issueTypes, synonyms: synonyms, registry: registry).find(query)
  }

  /// The issue types that a command is about; unknown ones end it.
  func issueTypes(named query: String) throws(CommandFailure) -> [IssueType] {
    let found = find(query)
    guard let first = found.matches.first else {
      let names = issueTypes.map(\.id)
      throw CommandFailure("unknown issue type '\(query)'\(DidYouMean.hint(for: Slug.make(query), among: names))")
    }
    switch first.reason {
    case .exact, .name, .synonym, .tool: return found.matches.map(\.issueType)
    // Programs are started for the answer: a guess is not enough.
    case .typo:
      let near = found.matches.map { "'\($0.issueType.id)'" }.joined(separator: " or ")
      throw CommandFailure("unknown issue type '\(query)'; did you mean \(near)?")
    }
  }

  /// The tools of a row, each with what is known of it.
  func sheet(_ type: IssueType, cases: [String]) -> ToolSheet {
    ToolSheet(
      title: type.name, entries: type.tools.map { .init($0.value, registry.find($0.value)) }, cases: cases)
  }
}
