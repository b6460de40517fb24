import CasebookRender
import CasebookSource
import Testing

@Suite("Findings for people") struct HumanReportTests {
  private typealias Fixture = ReportFixture

  private func text(_ report: Report) -> String { Fixture.text(HumanReport(), report) }

  /// Lines of the quotation, without the gutter.
  private func quotation(_ source: String, _ range: SourceRange, width: Int = 120) -> [String] {
    let report = Fixture.report(
      ["a.md": source], [Fixture.finding(range)], style: ReportStyle(width: width))
    return text(report).split(separator: "\n").filter { $0.contains(" | ") }.map {
      String($0.drop { $0 != "|" }.dropFirst(2))
    }
  }

  @Test func aFindingLooksLikeACompilers() {
    let fix = Diagnostic.Fix(.safe, "give the outer fence four backticks", edits: [])
    let source = (1...28).map { $0 == 16 ? "```markdown\n" : $0 == 28 ? "```\n" : "text\n" }.joined()
    let finding = Fixture.finding(
      Fixture.range(16, 1, 4), "a fence must be longer than every fence inside it", rule: 1, severity: .error,
      notes: [
        .init("opens the outer block", path: "a.md", range: Fixture.range(16, 1, 4)),
        .init("same length, so for CommonMark the block ends here", path: "a.md", range: Fixture.range(28, 1, 4)),
      ], fixes: [fix])
    #expect(
      text(Fixture.report(["a.md": source], [finding])) == """
        error[CB001]: a fence must be longer than every fence inside it
          --> a.md:16:1
           |
        16 | ```markdown
           | ^^^ opens the outer block
           ⋮
        28 | ```
           | --- same length, so for CommonMark the block ends here
           |
           = help: give the outer fence four backticks (safe; `casebook fix --write`)
           = more: casebook explain CB001

        1 error in 1 file; `casebook fix --write` mends 1

        """)
  }

  @Test(
    "carets stand under what is meant, whatever the width of the text",
    arguments: [
      ("plain ab", 7..<9, "      ^^"), ("é ab", 4..<6, "  ^^"), ("日本 ab", 8..<10, "     ^^"), ("🐛 ab", 6..<8, "   ^^"),
      ("e\u{301} ab", 5..<7, "  ^^"), ("👩‍💻 ab", 13..<15, "   ^^"), ("日本", 1..<4, "^^"), ("ab", 3..<3, "  ^"),
      ("\u{1B}[1m ab", 6..<8, "     ^^"),
    ]) func caretsAlign(line: String, columns: Range<Int>, expected: String)
  {
    #expect(quotation(line + "\n", Fixture.range(1, columns.lowerBound, columns.upperBound)).last == expected)
  }

  @Test func tabsAreExpanded() {
    #expect(quotation("a\tb\tcd\n", Fixture.range(1, 5, 7)) == ["a   b   cd", "        ^^"])
  }

  @Test func theColumnCountsCharacters() {
    let report = Fixture.report(["a.md": "‚Üí ab\n"], [Fixture.finding(Fixture.range(1, 9, 11))])
    #expect(text(report).contains(" --> a.md:1:5\n"))
  }

  @Test func aLongLineIsCutToAWindowRoundTheCaret() {
    let line = String(repeating: "x", count: 5_000) + "HERE" + String(repeating: "y", count: 5_000)
    let shown = quotation(line + "\n", Fixture.range(1, 5_001, 5_005), width: 60)
    #expect(shown[0].hasPrefix("…x") && shown[0].hasSuffix("y…"))
    #expect(DisplayWidth.cells(shown[0]) <= 57)
    let caret = shown[1].prefix { $0 == " " }.count
    #expect(shown[0].dropFirst(caret).hasPrefix("HERE"))
    #expect(shown[1].hasSuffix("^^^^"))
  }

  @Test func aRangeOverLinesIsMarkedToTheEndOfTheFirst() {
    let range = SourceRange(start: Position(line: 1, column: 3), end: Position(line: 2, column: 2))
    #expect(quotation("a bcd\nef\n", range) == ["a bcd", "  ^^^"])
  }

  @Test func aSecondFileGetsAPlaceOfItsOwn() {
    let finding = Fixture.finding(
      Fixture.range(1, 1, 2), in: "b.md",
      notes: [.init("first used here", path: "a.md", range: Fixture.range(12, 1, 3))])
    let report = Fixture.report(
      ["a.md": String(repeating: "\n", count: 11) + "first\n", "b.md": "second\n"], [finding])
    #expect(
      text(report).contains(
        """
          --> b.md:1:1
           |
         1 | second
           | ^
           |
          ::: a.md:12:1
           |
        12 | first
           | -- first used here
           |
           = more: casebook explain CB202

        """))
  }

  @Test func colourOnlyAddsEscapes() {
    let finding = Fixture.finding(
      Fixture.range(1, 1, 2), notes: [.init("there", path: "a.md", range: Fixture.range(3, 1, 2))],
      fixes: [.init(.unsafe, "do it", edits: [])])
    let plain = text(Fixture.report(["a.md": "one\ntwo\nthree\n"], [finding]))
    let colored = text(
      Fixture.report(["a.md": "one\ntwo\nthree\n"], [finding], style: ReportStyle(isColored: true)))
    #expect(colored != plain)
    #expect(withoutEscapes(colored) == plain)
  }

  @Test func nothingOfADocumentReachesTheTerminalAsControl() {
    let hostile = "\u{1B}]0;title\u{7}\u{9B}31m\u{202E}\r\u{8}x"
    let finding = Fixture.finding(
      Fixture.range(1, 1, 2), "found \(hostile)", in: "\u{1B}[2Ja.md",
      notes: [.init(hostile, path: "\u{1B}[2Ja.md", range: Fixture.range(1, 2, 3))],
      fixes: [.init(.safe, hostile, edits: [])])
    let shown = text(Fixture.report(["\u{1B}[2Ja.md": hostile + "\n"], [finding]))
    for scalar in shown.unicodeScalars {
      #expect(scalar == "\n" || !(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar == "\u{202E}"))
    }
  }

  @Test func aFileThatIsGoneIsNamedAllTheSame() {
    let report = Fixture.report([:], [Fixture.finding(Fixture.range(40, 1, 2))])
    #expect(text(report).contains("--> a.md:40:1\n"))
  }

  @Test func silencedFindingsAreCountedNotPrinted() {
    var silenced = Fixture.finding(Fixture.range(1, 1, 2))
    silenced.suppression = .init(reason: "meant", by: .comment)
    #expect(text(Fixture.report(["a.md": "x\n"], [silenced])) == "no findings in 1 file; 1 silenced\n")
  }

  @Test func theTotalsCountByKind() {
    let findings = [
      Fixture.finding(Fixture.range(1, 1, 2), severity: .error, fixes: [.init(.safe, "do it", edits: [])]),
      Fixture.finding(Fixture.range(1, 1, 2), severity: .info), Fixture.finding(Fixture.range(1, 1, 2), in: "b.md"),
    ]
    let report = Fixture.report(["a.md": "x\n", "b.md": "y\n"], findings, archived: ["b.md"])
    #expect(
      text(report).hasSuffix(
        "\n\n1 error, 1 warning and 1 info in 2 files; `casebook fix --write` mends 1; 1 in archived documents don't count\n"
      ))
  }

  private func withoutEscapes(_ text: String) -> String {
    var result = ""
    var isEscape = false
    for character in text {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { result.append(character) }
      if character == "m" { isEscape = false }
    }
    return result
  }
}
