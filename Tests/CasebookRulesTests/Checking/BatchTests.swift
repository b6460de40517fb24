import CasebookModel
import CasebookRules
import CasebookSource
import Testing

@Suite("Documents that are checked together are checked as if alone") struct BatchTests {
  private static let documents: [ReadDocument] = RuleCatalog.all.flatMap { rule in
    (rule.description.triggering + rule.description.accepted).flatMap(\.files)
  }.enumerated().map { index, file in
    DocumentReader.read(SourceFile(path: "\(index)/\(file.path)", bytes: MarkedText(file.marked).bytes))
  }

  @Test func findingsAreThoseOfEachDocument() {
    let rules = RuleSet()
    #expect(Self.documents.count > 200)
    let together = rules.examine(Self.documents, keepingCode: { _ in .all })
    for (document, findings) in zip(Self.documents, together) {
      let alone = rules.examine(document, keepingCode: .all)
      #expect(findings.path == document.model.path)
      #expect(findings.diagnostics == alone.diagnostics)
      #expect(findings.exhibits?.blocks.map(\.code) == alone.exhibits?.blocks.map(\.code))
      #expect(rules.toolIDs(findings) == rules.toolIDs(alone))
    }
  }

  /// Without parsers most code is counted and left where it is; what is found and what is told must not depend on it.
  @Test func withoutParsersNoMoreCodeIsNeeded() {
    let rules = RuleSet()
    let library = CaseLibrary(documents: Self.documents.map(\.model))
    func outcome(_ keeping: CodeKeeping) -> (findings: [Diagnostic], unchecked: [UncheckedBlocks], kept: Int) {
      let examined = rules.examine(Self.documents, keepingCode: { _ in keeping })
      let facts = CodeAnalysis.facts(of: examined.map(\.exhibits), start: nil)
      let kept = examined.reduce(0) { $0 + ($1.exhibits?.blocks.count ?? 0) }
      return (rules.conclude(library, examined, facts).diagnostics, facts.unchecked, kept)
    }
    let all = outcome(.all)
    let few = outcome(.unparsed)
    #expect(few.findings == all.findings)
    #expect(few.unchecked == all.unchecked)
    #expect(all.unchecked.map(\.language) == [.python, .bash, .swift])
    #expect(few.kept > 0)
    #expect(few.kept * 2 < all.kept)
  }
}
