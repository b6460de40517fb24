import CasebookSource

/// All documents of a knowledge base, sorted by path; issue types resolved over the tables of all of them.
package struct CaseLibrary: Sendable {
  package var documents: [CaseDocument]
  /// What is recorded of the checks; `documents` keep the code of all blocks that it names.
  package var proofs: ProofRecords

  package init(documents: [CaseDocument], proofs: ProofRecords = ProofRecords()) {
    self.proofs = proofs
    self.documents = documents.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    resolveIssueTypes()
  }

  /// All cases with the document they stand in, in order.
  package var cases: [(document: CaseDocument, case: RawCase)] {
    documents.flatMap { document in document.cases.map { (document, $0) } }
  }

  /// Finds a case by its id or one of its aliases.
  package func find(_ id: String) -> (document: CaseDocument, case: RawCase)? {
    cases.first { $0.case.id == id } ?? cases.first { $0.case.aliases.contains(id) }
  }

  /// Rows of all tool tables, rows of one id joined, in order of first appearance.
  package var issueTypes: [IssueType] {
    var result: [IssueType] = []
    var index: [String: Int] = [:]
    var tools: [Set<String>] = []
    for type in documents.compactMap(\.toolTable).flatMap(\.issueTypes) {
      if let known = index[type.id] {
        result[known].tools += type.tools.filter { tools[known].insert($0.value).inserted }
      } else {
        index[type.id] = result.count
        result.append(type)
        tools.append(Set(type.tools.map(\.value)))
      }
    }
    return result
  }
}
