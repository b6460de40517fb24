package import CasebookModel

/// Takes cases of documents as they are read; several may work side by side and are joined at the end.
package struct CaseIndexBuilder: Sendable {
  private(set) var index = IndexBuilder()
  private(set) var cases: [Entry] = []
  private(set) var heads = ByteWriter()
  private(set) var texts = ByteWriter()

  /// What order, names and filters need of a case.
  struct Entry: Sendable {
    var id: String
    var path: String
    var line: Int
    var proof: ProofState
    var head: Range<Int>
    var text: Range<Int>
    /// Hash of a name or statement, with its tier.
    var names: [(hash: UInt32, tier: SearchTier)]
    var values: [SearchQuery.Filter: [String]]
  }

  private let proofs: ProofRecords

  /// Takes what the checks have proved, for the state of each case.
  package init(proofs: ProofRecords = ProofRecords()) { self.proofs = proofs }

  /// Adds the cases of a document whose issue types and tools are resolved.
  package mutating func add(_ document: CaseDocument) {
    for raw in document.cases { add(SearchableCase(raw, in: document, proof: proofs.standing(of: raw).state)) }
  }

  private mutating func add(_ item: SearchableCase) {
    index.add(item.fields)
    let head = heads.count
    item.writeHead(to: &heads)
    let text = texts.count
    item.writeTexts(to: &texts)
    var names = item.names.map { (CaseNames.hash(PlainWords.of($0)), SearchTier.id) }
    names.append((CaseNames.hash(PlainWords.of(item.title)), .title))
    for passage in item.passages where passage.field == .symptom {
      names.append((CaseNames.hash(PlainWords.of(passage.text)), .symptom))
    }
    var values: [SearchQuery.Filter: [String]] = [:]
    for filter in SearchQuery.Filter.allCases { values[filter] = item.values(of: filter) }
    cases.append(
      Entry(
        id: item.id, path: item.path, line: item.line, proof: item.proof, head: head..<heads.count,
        text: text..<texts.count,
        names: names, values: values))
  }
}
