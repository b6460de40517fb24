import CasebookModel
import CasebookRules
import CasebookSource
import Testing

@Suite("Configuration decides on severities and profiles") struct RuleSetTests {
  private func check(_ text: String, _ configuration: RuleConfiguration, path: String = "notes/a.md") -> [Diagnostic] {
    RuleSet(configuration).check(DocumentReader.read(SourceFile(path: path, text: text)))
  }

  @Test func severitiesAreTheConfigurations() {
    let text = "```\na\n```\n"
    #expect(check(text, RuleConfiguration(severities: [RuleID(202): .error])).map(\.severity) == [.error])
    #expect(check(text, RuleConfiguration(severities: [RuleID(202): .off])).isEmpty)
  }

  @Test func aHeuristicIsAWarningAtMost() {
    let text = "# A\n\nThe page shows â€™ instead of ’.\n"
    #expect(check(text, RuleConfiguration(severities: [RuleID(9): .error])).map(\.severity) == [.warning])
  }

  @Test func theLastPatternThatMatchesDecides() {
    let rules = RuleSet(RuleConfiguration(profiles: [.init("**", .strict), .init("old/", .archive)]))
    #expect(rules.profile(of: "a.md", document: nil) == .strict)
    #expect(rules.profile(of: "old/x/a.md", document: nil) == .archive)
    #expect(RuleSet().profile(of: "a.md", document: nil) == .lenient)
  }

  @Test func frontMatterHasTheLastWord() {
    let document = DocumentReader.read(
      SourceFile(path: "a.md", text: "---\ncasebook:\n  profile: archive\n---\n# A\n"))
    #expect(RuleSet(RuleConfiguration(profile: .strict)).profile(of: "a.md", document: document.model) == .archive)
  }

  @Test func strictCasesMustHaveTheirParts() {
    let text = "# A\n\n**Problem**: slow\n"
    let found = check(text, RuleConfiguration(profile: .strict)).filter { $0.severity == .error }
    #expect(found.map(\.rule.description) == ["CB005", "CB101"])
    #expect(check(text, RuleConfiguration()).allSatisfy { $0.severity != .error })
  }

  @Test func safeFixesOfOneFileGoTogether() {
    // A byte order mark, foreign line ends, blanks, a bare fence: all safe, all in one file.
    let text = "\u{FEFF}# A \r\n\r\n```\r\na\r\n```\r\n"
    func check(_ bytes: [UInt8]) -> [Diagnostic] {
      RuleSet().check(DocumentReader.read(SourceFile(path: "a.md", bytes: bytes)))
    }
    let fixed = FixApplier.converge(Array(text.utf8), check: check)
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "# A\n\n```text\na\n```\n")
    #expect(check(fixed.bytes).isEmpty)
  }
}
