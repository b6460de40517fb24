import CasebookMarkdown
import CasebookSource
import Testing

@Suite("Front matter is split off exactly") struct FrontMatterFencesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var why: String
    var text: String
    var body: String
    var keys: [String]
    var testDescription: String { why }
  }

  @Test(arguments: [
    Case(why: "plain", text: "---\na: 1\n---\n# B\n", body: "# B\n", keys: ["a"]),
    Case(why: "empty", text: "---\n---\nB\n", body: "B\n", keys: []),
    Case(why: "a comment only", text: "---\n# c\n---\nB\n", body: "B\n", keys: []),
    Case(why: "closed by dots, as YAML and Pandoc have it", text: "---\na: 1\n...\nB\n", body: "B\n", keys: ["a"]),
    Case(why: "blanks behind the marks", text: "--- \t\na: 1\n---  \nB", body: "B", keys: ["a"]),
    Case(why: "CR LF", text: "---\r\na: 1\r\nb: 2\r\n---\r\nB", body: "B", keys: ["a", "b"]),
    Case(why: "CR alone", text: "---\ra: 1\r---\rB", body: "B", keys: ["a"]),
    Case(why: "nothing behind the closing fence", text: "---\na: 1\n---", body: "", keys: ["a"]),
    Case(why: "a byte-order mark in front", text: "\u{FEFF}---\na: 1\n---\nB", body: "B", keys: ["a"]),
    Case(why: "dashes inside a value", text: "---\na: x --- y\nb: ----\n---\nB", body: "B", keys: ["a", "b"]),
    Case(why: "an indented mapping", text: "---\n  a: 1\n  b: 2\n---\nB", body: "B", keys: ["a", "b"]),
    Case(why: "an indented fence is text of a block", text: "---\na: |\n  ---\n---\nB", body: "B", keys: ["a"]),
    Case(why: "JSON is YAML", text: "---\n{\"a\": 1,\n\"b\": [2]}\n---\nB", body: "B", keys: ["a", "b"]),
    Case(why: "U+0085 and U+2028 end no fence", text: "---\na: 1\n---\u{85}\n---\nB", body: "B", keys: ["a"]),
  ])
  func isSplitOff(_ example: Case) {
    let reading = Reading(example.text)
    #expect(reading.frontMatter?.entries.map(\.key) == example.keys)
    #expect(reading.body == example.body)
    if !example.why.contains("U+0085") { #expect(reading.diagnostics == []) }
  }

  @Test(
    "what is no front matter is Markdown from its first byte",
    arguments: [
      "", "# T\n", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n----\n", "--\na: 1\n--\n",
      "--- a\nb: 1\n---\n",
      "<!-- c -->\n---\na: 1\n---\n", "***\n---\n", "---\n\nprose after a thematic break\n\nmore\n",
      "+++\nwords\n+++\n",
    ])
  func isMarkdown(_ text: String) {
    let reading = Reading(text)
    #expect(reading.frontMatter == nil)
    #expect(reading.bodyStart == 0)
    #expect(reading.diagnostics == [])
  }

  @Test(
    "two thematic breaks round prose stay Markdown, with one finding",
    arguments: [
      ("---\nFoo\n---\nBar\n---\nBaz\n", Severity.error), ("---\n\nSome prose.\n\n---\n\nmore\n", .warning),
      ("---\n- a\n- b\n---\n", .error), ("---\n[link](x) and: more\n---\n", .error),
      ("---\n\n> a: @b\n\n---\n", .warning),
    ])
  func thematicBreaks(_ text: String, _ severity: Severity) {
    let reading = Reading(text)
    #expect(reading.frontMatter == nil)
    #expect(reading.bodyStart == 0)
    #expect(reading.diagnostics.map(\.severity) == [severity])
    #expect(reading.diagnostics.first?.message.contains("read as Markdown") == true)
  }

  @Test func unclosedFrontMatterIsMarkdownAndSaysWhereItBegan() throws {
    let reading = Reading("---\nid: a\nversion: 1\n\n# Body\n")
    #expect(reading.frontMatter == nil)
    #expect(reading.bodyStart == 0)
    let finding = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.count == 1)
    #expect(finding.severity == .error)
    #expect(finding.range.description == "1:1-1:4")
    let edit = try #require(finding.fixes.first?.edits.first)
    #expect(edit.range.start == Position(line: 4, column: 1))
    #expect(edit.replacement == "---\n")
    #expect(finding.fixes.first?.safety == .unsafe)
  }

  @Test func theProposedFenceKeepsTheLineBreaksOfTheFile() {
    #expect(Reading("---\r\nid: a\r\n\r\nB").diagnostics.first?.fixes.first?.edits.first?.replacement == "---\r\n")
    #expect(Reading("---\nid: a").diagnostics.first?.fixes.first?.edits.first?.replacement == "\n---")
    #expect(Reading("---\n").diagnostics.first?.fixes == [])
  }

  @Test(
    "front matter of other kinds is named",
    arguments: [
      ("+++\nversion = \"1\"\n+++\nB\n", "found TOML"), ("+++\nversion = \"1\"\n\nB\n", "found TOML"),
      ("+++\n# c\n\n[params]\n+++\n", "found TOML"),
    ])
  func foreign(_ text: String, _ words: String) {
    let reading = Reading(text)
    #expect(reading.frontMatter == nil)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.message.contains(words) == true)
  }

  @Test func utf16IsReportedAndNotRead() {
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      let reading = Reading(mark + [0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A, 0])
      #expect(reading.frontMatter == nil)
      #expect(reading.diagnostics.map { $0.message.contains("UTF-16") } == [true])
    }
  }

  @Test("ranges name the fences and what is between them") func ranges() throws {
    let marked = Marked("⟦---\n⟦a: 1\n⟧---⟧ \n# B")
    let frontMatter = try #require(Reading(marked.bytes).frontMatter)
    #expect([frontMatter.range, frontMatter.contentRange] == marked.ranges)
    #expect(frontMatter.bodyStart == marked.bytes.count - 3)
  }
}
