import CasebookMarkdown
import CasebookSource
import Testing

/// The mistakes that people make: the message names the rule, the range the place, the fix mends it.
@Suite("Mistakes in front matter are explained and mended") struct YAMLMistakeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var why: String
    /// The content between the fences, `⟦…⟧` round the expected range.
    var text: String
    var says: String
    /// The replacement that a fix proposes; `nil` where there is none.
    var fix: String?
    /// What is read all the same.
    var facts: [String: String]
    var testDescription: String { why }
  }

  @Test(arguments: [
    Case(
      why: "a glob is taken for an alias", text: "globs: ⟦**/*⟧\nid: z\n", says: "begins with * must be in quotes",
      fix: "\"**/*\"", facts: ["globs": "**/*", "id": "z"]),
    Case(
      why: "emphasis is taken for an alias", text: "title: ⟦*Big* news⟧\nid: z\n", says: "begins with *",
      fix: "\"*Big* news\"", facts: ["title": "*Big* news", "id": "z"]),
    Case(
      why: "two lists in one line", text: "hint: ⟦[a] [b]⟧\nid: z\n", says: "nothing may follow", fix: "\"[a] [b]\"",
      facts: ["hint": "[a] [b]", "id": "z"]),
    Case(
      why: "a link is taken for a list", text: "t: ⟦[Foo](http://x) more⟧\nid: z\n", says: "nothing may follow",
      fix: "\"[Foo](http://x) more\"", facts: ["t": "[Foo](http://x) more", "id": "z"]),
    Case(
      why: "@ is reserved", text: "author: ⟦@ann⟧ # her\nid: z\n", says: "begins with @", fix: "\"@ann\"",
      facts: ["author": "@ann", "id": "z"]),
    Case(
      why: "the backquote is reserved", text: "title: ⟦`code` \"x\"⟧\n", says: "begins with `", fix: "'`code` \"x\"'",
      facts: ["title": "`code` \"x\""]),
    Case(
      why: "% begins a directive", text: "title: ⟦%d⟧\n", says: "begins with %", fix: "\"%d\"", facts: ["title": "%d"]),
    Case(
      why: "a colon and a blank end a key", text: "d: ⟦a: b⟧\nid: z\n", says: "colon and a blank", fix: "\"a: b\"",
      facts: ["d": "a: b", "id": "z"]),
    Case(
      why: "a text over two lines is quoted as a whole", text: "d: ⟦Use when: x⟧\n  and: y\nid: z\n",
      says: "colon and a blank", fix: "\"Use when: x\n  and: y\"", facts: ["d": "Use when: x and: y", "id": "z"]),
    Case(
      why: "an open quote", text: "d: ⟦\"open⟧\nid: z\na: \"x\"\n", says: "must be closed with \"", fix: "\"open\"",
      facts: ["d": "open", "id": "z", "a": "x"]),
    Case(
      why: "an apostrophe inside apostrophes", text: "d: ⟦'it's'⟧\nid: z\n", says: "must end at the next '",
      fix: "\"it's\"", facts: ["d": "it's", "id": "z"]),
    Case(
      why: "text behind quotes", text: "d: ⟦\"Foo\" and \"Bar\"⟧\nid: z\n", says: "must end at the next \"",
      fix: "'\"Foo\" and \"Bar\"'", facts: ["d": "\"Foo\" and \"Bar\"", "id": "z"]),
    Case(
      why: "a Windows path between double quotes", text: "p: ⟦\"C:\\new\\path\"⟧\nid: z\n", says: "begin an escape",
      fix: "'C:\\new\\path'", facts: ["p": "C:\\new\\path", "id": "z"]),
    Case(
      why: "text behind >", text: "p: ⟦> 5 percent⟧\nid: z\n", says: "nothing may follow >", fix: "\"> 5 percent\"",
      facts: ["p": "> 5 percent", "id": "z"]),
    Case(
      why: "a dash in the line of the key", text: "p: ⟦- x⟧\nid: z\n", says: "begins with -", fix: "\"- x\"",
      facts: ["p": "- x", "id": "z"]),
    Case(
      why: "braces of a template language", text: "t: ⟦{{ page.title }}⟧\nid: z\n", says: "a key must be a text",
      fix: "\"{{ page.title }}\"", facts: ["t": "{{ page.title }}", "id": "z"]),
    Case(
      why: "an exclamation is taken for a tag", text: "t: ⟦!important⟧ note\nid: z\n", says: "a tag may not stand here",
      fix: "\"!important note\"", facts: ["t": "!important note", "id": "z"]),
    Case(
      why: "a list of names, each its own finding", text: "a:\n  - ⟦@x⟧\n  - ok\n  - ⟦@y⟧\nid: z\n",
      says: "begins with @",
      fix: "\"@x\"", facts: ["a": "[@x, ok, @y]", "id": "z"]),
    Case(
      why: "inside a nested mapping", text: "c:\n  ignore:\n    CB304: ⟦@me: why⟧\nid: z\n", says: "begins with @",
      fix: "\"@me: why\"", facts: ["c": "{ignore: {CB304: @me: why}}", "id": "z"]),
    Case(
      why: "a key that begins with @", text: "⟦@type⟧: x\nid: z\n", says: "a key that begins with @", fix: "\"@type\"",
      facts: ["@type": "x", "id": "z"]),
    Case(
      why: "no blank behind the colon", text: "id: z\n⟦title:x⟧\n", says: "a blank must follow the colon", fix: " ",
      facts: ["id": "z", "title": "x"]),
    Case(
      why: "a line without a key", text: "id: z\n⟦some words⟧\nb: 1\n", says: "each line must read", fix: nil,
      facts: ["id": "z", "b": "1"]),
    Case(
      why: "a key indented too far", text: "title: x\n  ⟦author⟧: y\nid: z\n", says: "indented alike", fix: nil,
      facts: ["title": "x", "author": "y", "id": "z"]),
    Case(
      why: "a key indented too little", text: "  title: x\n⟦author⟧: y\n", says: "indented alike", fix: nil,
      facts: ["title": "x", "author": "y"]),
    Case(
      why: "an item indented too little", text: "a:\n  - x\n ⟦- y⟧\nid: z\n", says: "items of one list", fix: nil,
      facts: ["a": "\n  - x\n - y", "id": "z"]),
    Case(
      why: "a tab as indentation", text: "a:\n⟦\t⟧b: 1\nid: z\n", says: "found a tab", fix: nil,
      facts: ["a": "\n\tb: 1", "id": "z"]),
    Case(
      why: "a list that is not closed", text: "a: ⟦[x, y⟧\nid: z\n", says: "must be closed with ]", fix: nil,
      facts: ["a": "[x, y", "id": "z"]),
    Case(
      why: "an anchor before a list is no text", text: "a: ⟦&x⟧ [1]\nid: z\n", says: "an anchor may not stand here",
      fix: nil,
      facts: ["a": "&x [1]", "id": "z"]),
    Case(
      why: "a control character", text: "a: x⟦\u{1B}⟧[31m\nid: z\n", says: "found U+001B", fix: nil,
      facts: ["a": "x\u{1B}[31m", "id": "z"]),
    Case(
      why: "accents before the place", text: "título: ⟦é: ü⟧\nid: z\n", says: "colon and a blank", fix: "\"é: ü\"",
      facts: ["título": "é: ü", "id": "z"]),
  ])
  func mistake(_ example: Case) throws {
    let marked = Marked("---\n" + example.text + "---\nB")
    let reading = Reading(marked.bytes)
    let finding = try #require(reading.diagnostics.first)
    #expect(reading.diagnostics.map(\.range) == marked.ranges.map { reading.text.range(of: $0) })
    #expect(finding.message.contains(example.says), "\(finding.message)")
    #expect(finding.rule == FrontMatterReader.rule)
    #expect(finding.severity == .error)
    #expect(finding.explanation?.isEmpty == false)
    #expect(!finding.message.hasSuffix("."))
    #expect(reading.facts == example.facts)
    #expect(reading.body == "B")
    #expect(finding.fixes.first?.edits.first?.replacement == example.fix)
    if example.fix != nil { #expect(finding.fixes.first?.safety == .unsafe) }
  }

  @Test(
    "all fixes applied, there is nothing left to say, and the facts are the same",
    arguments: [
      "a: @x\nb: [c] [d]\nc: e: f\nd: **/*\n", "l:\n  - @a\n  - b: c: d\n  - 'it's'\n", "t: \"open\nid: `x`\n",
      "a:x\nb: y\n", "é: @ü\nb: {{ ñ }}\n",
    ])
  func fixesMend(_ content: String) throws {
    let before = Reading("---\n" + content + "---\nB")
    var edits: [TextEdit] = []
    for finding in before.diagnostics {
      let fix = try #require(finding.fixes.first)
      for edit in fix.edits {
        let lines = before.text.diskLines
        let range = lines.offset(of: edit.range.start)..<lines.offset(of: edit.range.end)
        edits.append(TextEdit(range: range, replacement: Array(edit.replacement.utf8), rule: finding.rule))
      }
    }
    let after = Reading(edits.applied(to: before.text.bytes))
    #expect(after.diagnostics == [])
    #expect(after.facts == before.facts)
  }

  @Test func oneFindingNamesAllAliases() {
    let reading = Reading("---\nx: &x [1]\ny: [*x]\nz: *x\nid: a\n---\n")
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.notes.count == 2)
    #expect(reading.facts["id"] == "a")
  }

  @Test func aKeyThatIsGivenTwiceKeepsItsFirstValue() {
    let reading = Reading("---\na: 1\nb: 2\n'a': 3\n---\n")
    #expect(reading.facts == ["a": "1", "b": "2"])
    #expect(reading.diagnostics.map(\.range.description) == ["4:1-4:4"])
    #expect(reading.diagnostics.first?.notes.map(\.range.description) == ["2:1-2:2"])
  }

  @Test func aRawValueIsMarkedAsUnreadable() {
    let reading = Reading("---\na: [x\nb: @y\nc: 1\n---\n")
    #expect(reading.frontMatter?.unreadable == ["a"])
  }

  @Test func aMessageQuotesNothingThatSteersATerminal() {
    let reading = Reading("---\na: [\u{1B}[31m\u{202E}\u{85}\n---\n" + "\u{2028}")
    for finding in reading.diagnostics {
      #expect(!finding.message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E || $0.value == 0x85 })
    }
  }
}
