import CasebookRules
import CasebookSource
import Testing

@Suite struct FixApplierTests {
  private func finding(_ rule: Int, _ safety: Diagnostic.Fix.Safety, _ edits: [(Int, Int, Int, String)]) -> Diagnostic {
    let edits = edits.map { line, start, end, text in
      Diagnostic.Fix.Edit(
        range: SourceRange(start: Position(line: line, column: start), end: Position(line: line, column: end)),
        replacement: text)
    }
    return Diagnostic(
      rule: RuleID(rule), severity: .info, path: "a.md", range: edits[0].range, message: "m",
      fixes: [Diagnostic.Fix(safety, "do it", edits: edits)])
  }

  private func text(_ outcome: FixApplier.Outcome) -> String { String(decoding: outcome.bytes, as: UTF8.self) }

  @Test func editsReplaceExactlyTheirBytes() {
    let outcome = FixApplier.apply(
      [finding(1, .safe, [(1, 1, 1, "x"), (2, 2, 4, "")]), finding(2, .safe, [(1, 2, 3, "Y")])],
      to: Array("abc\ndefg\n".utf8))
    #expect(text(outcome) == "xaYc\ndg\n")
    #expect(outcome.applied.count == 2)
  }

  @Test func aFixIsAppliedWholeOrNotAtAll() {
    let outcome = FixApplier.apply(
      [finding(1, .safe, [(1, 2, 3, "X")]), finding(2, .safe, [(1, 1, 2, "Y"), (1, 2, 4, "Z")])],
      to: Array("abcd".utf8))
    #expect(text(outcome) == "aXcd")
    #expect(outcome.postponed.map(\.rule) == [RuleID(2)])
  }

  @Test func twoInsertionsAtOnePlaceTakeTwoRounds() {
    let outcome = FixApplier.apply(
      [finding(1, .safe, [(1, 2, 2, "X")]), finding(2, .safe, [(1, 2, 2, "Y")])], to: Array("ab".utf8))
    #expect(text(outcome) == "aXb")
    #expect(outcome.postponed.count == 1)
  }

  @Test func unsafeFixesWaitForPermission() {
    let unsafe = finding(1, .unsafe, [(1, 1, 2, "X")])
    #expect(text(FixApplier.apply([unsafe], to: Array("ab".utf8))) == "ab")
    #expect(text(FixApplier.apply([unsafe], to: Array("ab".utf8), allowing: .unsafe)) == "Xb")
  }

  @Test func silencedAndUnselectedFindingsAreLeftAlone() {
    var silenced = finding(1, .safe, [(1, 1, 2, "X")])
    silenced.suppression = Diagnostic.Suppression(reason: "meant", by: .comment)
    #expect(text(FixApplier.apply([silenced], to: Array("ab".utf8))) == "ab")
    let other = finding(2, .safe, [(1, 1, 2, "X")])
    #expect(text(FixApplier.apply([other], to: Array("ab".utf8), only: [RuleID(3)])) == "ab")
  }

  @Test func rulesThatUndoEachOtherStop() {
    let outcome = FixApplier.converge(Array("a".utf8)) { bytes in
      [finding(1, .safe, [(1, 1, 2, bytes == Array("a".utf8) ? "b" : "a")])]
    }
    #expect(outcome.bytes.count == 1)
  }
}
