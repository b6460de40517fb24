import CasebookModel
import CasebookRules
import CasebookSource
import Testing

/// One example of one rule, named for the failure.
struct ExampleCase: CustomTestStringConvertible, Sendable {
  let rule: RuleID
  let example: RuleExample

  var testDescription: String { "\(rule): \(example.shows)" }

  static let triggering = RuleCatalog.all.flatMap { rule in
    rule.description.triggering.map { ExampleCase(rule: rule.id, example: $0) }
  }
  static let accepted = RuleCatalog.all.flatMap { rule in
    rule.description.accepted.map { ExampleCase(rule: rule.id, example: $0) }
  }

  static let abstained = RuleCatalog.all.flatMap { rule in
    rule.description.abstained.map { ExampleCase(rule: rule.id, example: $0) }
  }

  /// `path:range` of what the marks demand.
  var expected: [String] {
    example.files.flatMap { file in
      let text = MarkedText(file.marked)
      let lines = LineTable(text.bytes)
      return text.ranges.map { range in
        "\(file.path):\(lines.position(of: range.lowerBound))-\(lines.position(of: range.upperBound))"
      }
    }.sorted()
  }

  private var documents: [ReadDocument] {
    example.files.map { DocumentReader.read(SourceFile(path: $0.path, bytes: MarkedText($0.marked).bytes)) }
  }

  private var rules: RuleSet { RuleSet(RuleConfiguration(profile: example.profile, today: example.today)) }

  /// Whether it holds code that only a parser of its language can judge.
  var needsParsers: Bool {
    guard RuleCatalog.find(rule.description)?.readsCode == true else { return false }
    return documents.contains { document in
      rules.examine(document, keepingCode: .all).exhibits?.blocks.contains { $0.language != nil } ?? false
    }
  }

  /// All findings of the whole catalogue about the example's knowledge base, its code read by the languages' own parsers.
  func findings() -> [Diagnostic] { conclusion().diagnostics }

  /// The findings, and what rules did not understand.
  func conclusion() -> LibraryFindings {
    let documents = documents
    let examined = documents.map { rules.examine($0, keepingCode: .all, keepingAbstentions: true) }
    let facts = CodeAnalysis.facts(of: examined.map(\.exhibits), start: Parsers.start)
    let models = documents.map(\.model)
    let library = CaseLibrary(documents: models, proofs: example.proofs(models))
    return rules.conclude(library, examined, facts, keepingAbstentions: true)
  }
}

@Suite("The examples of a rule are its test") struct RuleExamplesTests {
  @Test(arguments: ExampleCase.triggering.filter { !$0.needsParsers }) func findsExactlyTheMarks(_ item: ExampleCase) {
    expectMarks(item)
  }

  @Test(
    .enabled(if: Parsers.areThere, "SKIPPED: needs python3 and bash"),
    arguments: ExampleCase.triggering.filter(\.needsParsers))
  func findsExactlyTheMarksInCode(_ item: ExampleCase) { expectMarks(item) }

  private func expectMarks(_ item: ExampleCase) {
    let all = item.findings()
    let found = all.filter { $0.rule == item.rule && $0.suppression == nil }
      .map { "\($0.path):\($0.range)" }.sorted()
    #expect(found == item.expected, "all findings: \(all.map { "\($0.rule) \($0.path):\($0.range) \($0.message)" })")
  }

  @Test(arguments: ExampleCase.accepted) func isSilentOnTheAccepted(_ item: ExampleCase) {
    let found = item.findings().filter { $0.rule == item.rule && $0.suppression == nil }
    #expect(found.isEmpty, "\(found.map { "\($0.range) \($0.message)" })")
  }

  @Test(
    .enabled(if: Parsers.areThere, "SKIPPED: needs python3 and bash"), arguments: ExampleCase.abstained)
  func tellsWhatItDoesNotUnderstand(_ item: ExampleCase) {
    let conclusion = item.conclusion()
    let found = conclusion.abstentions.filter { $0.rule == item.rule }.map { "\($0.path):\($0.range)" }.sorted()
    #expect(found == item.expected, "\(conclusion.abstentions.map { "\($0.rule) \($0.range) \($0.message)" })")
    // It is said about the very place of which no finding is.
    let findings = conclusion.diagnostics.filter { $0.rule == item.rule }.map { "\($0.path):\($0.range)" }
    #expect(Set(findings).isDisjoint(with: found))
  }

  @Test("nobody is told what was not understood, unless that is asked for") func abstentionsAreKeptOnRequest() {
    let document = DocumentReader.read(SourceFile(path: "a.md", bytes: Array("```go\nx\n```\n".utf8)))
    let rules = RuleSet()
    #expect(rules.examine(document).abstentions.isEmpty)
    #expect(
      rules.examine(document, keepingAbstentions: true).abstentions.map(\.message) == [
        "nothing here parses `go`; the block is not checked"
      ])
  }

  @Test("every rule shows a text that triggers it, but those about files that can't be read") func haveExamples() {
    for rule in RuleCatalog.all {
      #expect(!rule.description.accepted.isEmpty, "\(rule.id)")
      #expect(rule.description.triggering.isEmpty == (rule is any FileRule), "\(rule.id)")
    }
  }

  /// Applied, a fix ends its finding and a second run finds nothing to fix.
  @Test(arguments: ExampleCase.triggering) func fixesEndTheirFindings(_ item: ExampleCase) {
    for file in item.example.files {
      let rules = RuleSet(RuleConfiguration(profile: item.example.profile, today: item.example.today))
      func check(_ bytes: [UInt8]) -> [Diagnostic] {
        rules.check(DocumentReader.read(SourceFile(path: file.path, bytes: bytes)), start: Parsers.start)
      }
      let before = MarkedText(file.marked).bytes
      let once = FixApplier.converge(before, allowing: .unsafe, only: [item.rule], check: check)
      #expect(once.postponed.isEmpty)
      let left = check(once.bytes).filter { $0.rule == item.rule && $0.fix(allowing: .unsafe) != nil }
      #expect(left.isEmpty, "\(String(decoding: once.bytes, as: UTF8.self))\n\(left)")
      let twice = FixApplier.converge(once.bytes, allowing: .unsafe, only: [item.rule], check: check)
      #expect(twice.bytes == once.bytes)
    }
  }

  @Test func idsAndNamesAreUniqueAndInOrder() {
    let ids = RuleCatalog.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(RuleCatalog.all.map(\.description.name)).count == ids.count)
  }

  @Test func rulesAreFoundByIDAndName() {
    for name in ["CB001", "cb001", "nested-fence"] { #expect(RuleCatalog.find(name)?.id == RuleID(1)) }
    #expect(RuleCatalog.find("nested") == nil)
  }
}
