package import CasebookModel
import CasebookSource

/// A case as search sees it: what it is called, what it is filtered by, and its texts with their places.
package struct SearchableCase: Sendable {
  /// A text of a case with the section that it stands in.
  struct Passage: Sendable {
    var field: SearchField
    var section: String
    var line: Int
    var text: String
  }

  package let id: String
  package let title: String
  package let path: String
  package let line: Int
  package let issueType: String?
  package let alsoIssueTypes: [String]
  package let tags: [String]
  package let tools: [String]
  package let severity: String?
  /// What its checks have proved when the index was made.
  package let proof: ProofState
  let aliases: [String]
  /// The first command that its investigation runs.
  package let firstCommand: String?
  /// What its investigation looks at first.
  package let firstCheck: String?
  private(set) var passages: [Passage] = []

  init(_ raw: RawCase, in document: CaseDocument, proof: ProofState) {
    id = raw.id
    title = raw.title.value
    path = document.path
    line = raw.title.at.start.line
    issueType = raw.issueType
    alsoIssueTypes = raw.alsoIssueTypes
    tags = raw.tags
    tools = raw.toolsUsed
    severity = raw.severity
    self.proof = proof
    aliases = raw.aliases
    firstCommand = FirstSteps.command(of: raw)
    firstCheck = FirstSteps.check(of: raw)
    add(.title, "Title", line, title)
    if let problem = raw.problem { add(.symptom, "Problem", problem.at.start.line, problem.text) }
    for symptom in raw.session.symptoms { add(.symptom, "Symptoms", symptom.at.start.line, symptom.text) }
    for step in raw.session.steps { add(step) }
    for item in raw.prevention { add(.prose, "Prevention", item.at.start.line, item.text) }
    for block in raw.session.other + raw.other { add(.prose, "Text", block.at.start.line, block.markdown) }
  }

  /// What it is called.
  var names: [String] { [id] + aliases }

  /// Everything the index takes.
  var fields: [(field: SearchField, text: [UInt8])] {
    let facts = [issueType].compactMap(\.self) + alsoIssueTypes + tags + tools
    return names.map { (.identity, Array($0.utf8)) } + facts.map { (.fact, Array($0.utf8)) }
      + passages.map { ($0.field, Array($0.text.utf8)) }
  }

  /// Values that a filter looks at.
  func values(of filter: SearchQuery.Filter) -> [String] {
    switch filter {
    case .type: [issueType].compactMap(\.self) + alsoIssueTypes
    case .tool: tools
    case .tag: tags
    case .severity: [severity].compactMap(\.self)
    case .proof: [proof.rawValue]
    }
  }

  private mutating func add(_ field: SearchField, _ section: String, _ line: Int, _ text: String) {
    passages.append(Passage(field: field, section: section, line: line, text: text))
  }

  private mutating func add(_ step: Step) {
    let section = step.title.value
    let isRemedy = step.kind == .rootCause || step.kind == .fix
    add(isRemedy ? .fact : .prose, section, step.title.at.start.line, section)
    for block in step.body {
      switch block {
      case .prose(let text): add(.prose, section, text.at.start.line, text.text)
      case .items(let list): for item in list.items { add(.prose, section, item.at.start.line, item.text) }
      case .code(let code): add(.code, section, code.at.start.line, code.code)
      case .table(let table):
        let rows = [table.header] + table.rows
        add(.prose, section, table.at.start.line, rows.map { $0.joined(separator: " ") }.joined(separator: "\n"))
      case .opaque(let block): add(.prose, section, block.at.start.line, block.markdown)
      }
    }
  }
}
