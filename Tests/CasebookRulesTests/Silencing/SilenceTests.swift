import CasebookModel
import CasebookRules
import CasebookSource
import Testing

@Suite("Silences act where they stand, and are reported where they don't") struct SilenceTests {
  private func findings(
    _ files: [(String, String)], _ configuration: RuleConfiguration = RuleConfiguration()
  ) -> [Diagnostic] {
    let rules = RuleSet(configuration)
    let documents = files.map { DocumentReader.read(SourceFile(path: $0.0, text: $0.1)) }
    return rules.conclude(CaseLibrary(documents: documents.map(\.model)), documents.map { rules.examine($0) })
      .diagnostics
  }

  private func lines(_ text: String) -> [String] {
    findings([("a.md", text)]).map { "\($0.rule) \($0.range.start)\($0.suppression == nil ? "" : " silent")" }
  }

  @Test func aCommentActsOnTheNextBlockOnly() {
    let text = "<!-- casebook-ignore CB202: a drawing -->\n\n```\na\n```\n\n```\nb\n```\n"
    #expect(lines(text) == ["CB202 3:1 silent", "CB202 7:1"])
  }

  @Test func severalCommentsMayStandAboveOneBlock() {
    let text = """
      <!-- casebook-ignore CB202: a drawing -->
      <!-- casebook-ignore trailing-whitespace: as it came -->
      ```
      a
      ```
      """
    #expect(lines(text) == ["CB900 2:1", "CB202 3:1 silent"])
  }

  @Test func oneCommentMayNameSeveralRules() {
    let text = "<!-- casebook-ignore CB202, CB007: as it came -->\n- a \n\n  ```\n  a\n  ```\n"
    #expect(lines(text) == ["CB007 2:4 silent", "CB202 4:3 silent"])
  }

  @Test func theReasonIsKeptForTheReport() {
    let found = findings([("a.md", "<!-- casebook-ignore CB202:  a: drawing -->\n```\na\n```\n")])
    #expect(found.first?.suppression == .init(reason: "a: drawing", by: .comment))
  }

  @Test func aLibraryFindingIsSilencedByAComment() {
    let text = "<!-- casebook-ignore CB503: nothing fits -->\n# A\n\n**Problem**: slow\n"
    let table = "# T\n\n| Issue | Tools |\n|---|---|\n| Memory leaks | x |\n"
    let found = findings([("a.md", text), ("t.md", table)]).filter { $0.rule == RuleID(503) && $0.path == "a.md" }
    #expect(found.count == 1 && found.first?.suppression != nil)
    #expect(!findings([("a.md", text), ("t.md", table)]).contains { $0.rule == RuleID(900) })
  }

  @Test func withoutALibraryItsRulesAreNotCalledUnused() {
    let text = "<!-- casebook-ignore CB503: nothing fits -->\n# A\n\n**Problem**: slow\n"
    let document = DocumentReader.read(SourceFile(path: "a.md", text: text))
    #expect(!RuleSet().check(document).contains { $0.rule == RuleID(900) })
  }

  @Test func aRuleThatIsOffIsNotCalledUnused() {
    let found = findings(
      [("a.md", "<!-- casebook-ignore CB202: a drawing -->\n```\na\n```\n")],
      RuleConfiguration(severities: [RuleID(202): .off]))
    #expect(found.isEmpty)
  }

  @Test func aMisspeltRuleIsGuessed() {
    let found = findings([("a.md", "<!-- casebook-ignore mising-language: x -->\n```text\na\n```\n")])
    #expect(found.first?.message == "no rule is called `mising-language`; did you mean 'missing-language'?")
  }

  @Test func theFixTakesTheWholeLineOut() {
    let text = "# A\n\n<!-- casebook-ignore CB202: x -->\n```text\na\n```\n"
    let found = findings([("a.md", text)])
    let fixed = FixApplier.apply(found, to: Array(text.utf8))
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "# A\n\n```text\na\n```\n")
  }
}
