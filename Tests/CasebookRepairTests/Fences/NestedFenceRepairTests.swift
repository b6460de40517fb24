import CasebookRepair
import CasebookSource
import TestSupport
import Testing

/// A text before and after the repair.
private struct Repaired {
  let text: RepairedText
  let outcome: RepairOutcome
  let after: RepairedText

  init(_ bytes: [UInt8]) {
    text = RepairedText(SourceFile(path: "a.md", bytes: bytes))
    outcome = NestedFenceRepair().examine(text)
    after = text.applying(outcome.edits)
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  var findings: [String] { outcome.diagnostics.map { "\($0.rule) \($0.range.start)" } }
}

@Suite struct NestedFenceRepairTests {
  @Test(arguments: FenceCases.synthetic + FenceCases.negative + FenceCases.doubtful)
  func givesWhatTheCaseSays(_ example: FenceCase) {
    let repaired = Repaired(example.before)
    #expect(repaired.after.string(0..<repaired.after.bytes.count) == example.after)
    #expect(repaired.findings.sorted() == example.findings.sorted())
  }

  @Test(arguments: FenceCases.synthetic + FenceCases.negative + FenceCases.doubtful + FenceCases.knownFailures)
  func isIdempotentAndOnlyAddsToFences(_ example: FenceCase) {
    let repaired = Repaired(example.before)
    #expect(Repaired(repaired.after.bytes).outcome.edits.isEmpty)
    for edit in repaired.outcome.edits {
      #expect(edit.range.isEmpty)
      let before = repaired.text.bytes[edit.range.lowerBound]
      #expect(edit.replacement.allSatisfy { $0 == before })
      #expect(before == UInt8(ascii: "`") || before == UInt8(ascii: "~"))
    }
  }

  @Test(arguments: FenceCases.knownFailures) func knownFailuresStillFailWithoutHarm(_ example: FenceCase) {
    let repaired = Repaired(example.before)
    #expect(repaired.after.string(0..<repaired.after.bytes.count) != example.after, "passes: move it to the cases")
  }

  @Test func theOracleSeesTheBlocksMeant() {
    let before = "```markdown\n# T\n```sh\nmake\n```\n\nend\n```\n\nafter\n"
    #expect(FenceOracle.blocks(before) == [[1, 5], [8, 0]])
    let after = Repaired(before).after
    #expect(FenceOracle.blocks(after.string(0..<after.bytes.count)) == [[1, 8]])
  }

  /// In the wild: the document that this knowledge base started from.
  @Test func theOriginalNeedsSixBackticks() throws {
    let repaired = Repaired(Repository.bytes("content/debugging-examples.md"))
    #expect(
      repaired.outcome.edits.map { repaired.text.position(of: $0.range.lowerBound).line } == [
        16, 104, 111, 197, 204, 270,
      ])
    #expect(repaired.outcome.edits.allSatisfy { $0.replacement == [UInt8(ascii: "`")] && $0.rule == RuleID(1) })
    #expect(repaired.findings == ["CB001 16:1", "CB001 111:1", "CB001 204:1"])
    let after = repaired.after.string(0..<repaired.after.bytes.count)
    #expect(FenceOracle.blocks(after) == [[16, 104], [111, 197], [204, 270], [278, 292]])
  }

  @Test func saysWhereTheBlockEndsAndHowToMendIt() throws {
    let finding = try #require(Repaired(Repository.bytes("content/debugging-examples.md")).outcome.diagnostics.first)
    #expect(finding.severity == .error)
    #expect(finding.message == "a fence must be longer than every fence inside it")
    #expect(finding.range.description == "16:1-16:4")
    #expect(
      finding.notes.map(\.message)
        == ["opens the outer block", "same length, so for CommonMark the block ends here"])
    #expect(finding.notes.map(\.range.description) == ["16:1-16:4", "28:1-28:4"])
    let fix = try #require(finding.fixes.first)
    #expect(fix.safety == .safe)
    #expect(fix.description == "give the outer fence four backticks")
    #expect(fix.edits.map { "\($0.range) \($0.replacement)" } == ["16:1-16:1 `", "104:1-104:1 `"])
  }

  @Test(arguments: [
    ("a\n\n```sh\nb", "4:2-4:2 \n```\n"), ("a\n\n```sh\nb\n", "5:1-5:1 ```\n"), ("> ~~~~\n> b\n", "3:1-3:1 > ~~~~\n"),
    ("a\r\n\r\n```sh\r\nb\r\n", "5:1-5:1 ```\r\n"),
  ]) func offersToCloseWhatIsOpen(_ text: String, _ edit: String) throws {
    let finding = try #require(Repaired(text).outcome.diagnostics.first { $0.rule == RuleID(3) })
    #expect(finding.severity == .error)
    let fix = try #require(finding.fixes.first)
    #expect(fix.safety == .unsafe)
    #expect(fix.edits.map { "\($0.range) \($0.replacement)" } == [edit])
  }

  /// An earlier repair moved everything: edits are in terms of the text, findings of the file.
  @Test func positionsLeadThroughEarlierEditsToTheDisk() {
    let file = SourceFile(path: "a.md", text: "xx```markdown\n```sh\na\n```\n\nb\n```\n")
    let text = RepairedText(file).applying([TextEdit(range: 0..<2, replacement: [], rule: RuleID(2))])
    let outcome = NestedFenceRepair().examine(text)
    #expect(outcome.edits.map(\.range.lowerBound) == [0, 27])
    #expect(outcome.diagnostics.map(\.range.description) == ["1:3-1:6"])
    #expect(outcome.diagnostics.first?.fixes.first?.edits.map(\.range.description) == ["1:3-1:3", "7:1-7:1"])
  }
}
