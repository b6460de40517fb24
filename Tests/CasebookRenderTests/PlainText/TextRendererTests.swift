import CasebookMarkdown
import CasebookModel
import CasebookSource
import TestSupport
import Testing

@testable import CasebookRender

@Suite("Text for the terminal") struct TextRendererTests {
  private func read(_ text: String) -> ReadDocument { DocumentReader.read(SourceFile(path: "a.md", text: text)) }

  private func text(_ source: String, width: Int = 80, mode: TextMode = .plain) -> String {
    String(decoding: TextRenderer.render(document: read(source), width: width, mode: mode), as: UTF8.self)
  }

  /// A Markdown source, a width, and what must come out.
  struct Sample: CustomTestStringConvertible, Sendable {
    var name: String
    var source: String
    var width = 40
    var expected: String

    var testDescription: String { name }
  }

  @Test(
    "Each kind of block",
    arguments: [
      Sample(
        name: "prose is wrapped between words", source: "one two three four five six seven eight nine ten",
        width: 20, expected: "one two three four\nfive six seven eight\nnine ten\n"),
      Sample(
        name: "a long word keeps its own line", source: "a abcdefghijklmnopqrstuvwxyz b", width: 20,
        expected: "a\nabcdefghijklmnopqrstuvwxyz\nb\n"),
      Sample(
        name: "wide letters count two and may be parted", source: "日本語日本語日本語日本語", width: 20,
        expected: "日本語日本語日本語日\n本語\n"),
      Sample(
        name: "marks count nothing", source: "e\u{301}e\u{301}e\u{301} xxxxxxxxxxxxxxxx y", width: 20,
        expected: "e\u{301}e\u{301}e\u{301} xxxxxxxxxxxxxxxx\ny\n"),
      Sample(name: "a hard break stays", source: "one\\\ntwo\nthree", expected: "one\ntwo three\n"),
      Sample(name: "headings", source: "# A\n\n## Bc\n\n#### D\n\ntext", expected: "A\n═\n\nBc\n──\n\nD\n\ntext\n"),
      Sample(
        name: "lists nest under their text", source: "- a b c d e f g h i j k\n  1. x\n  2. y\n- z", width: 20,
        expected: "• a b c d e f g h i\n  j k\n  1. x\n  2. y\n• z\n"),
      Sample(name: "loose lists have room", source: "9. a\n\n10. b", expected: "9. a\n\n10. b\n"),
      Sample(name: "boxes", source: "- [ ] a\n- [x] b\n- c", expected: "☐ a\n☑ b\n• c\n"),
      Sample(name: "an empty item shows its mark", source: "- \n- a", expected: "•\n• a\n"),
      Sample(name: "quotes", source: "> a\n>\n> > b\n>\n> - c", expected: "│ a\n│\n│ │ b\n│\n│ • c\n"),
      Sample(
        name: "code is never wrapped and keeps its blanks",
        source: "```\n  a b c d e f g h i j k l m n o p q\n\n\tx\n```",
        width: 20, expected: "      a b c d e f g h i j k l m n o p q\n\n    \tx\n"),
      Sample(name: "code says its language", source: "```py\nx\n```", expected: "Python\n    x\n"),
      Sample(
        name: "links tell their address", source: "[a](https://b) <https://c> [d@e](mailto:d@e) ![f](g.png)",
        width: 80, expected: "a (https://b) https://c d@e [image: f] (g.png)\n"),
      Sample(name: "inline code keeps its marks", source: "run `ls -l` **now**", expected: "run `ls -l` now\n"),
      Sample(
        name: "tables are aligned by cells", source: "| 日 | n |\n|--|--:|\n| a | 1 |\n| bcd | 22 |",
        expected: "日    n\n───  ──\na     1\nbcd  22\n"),
      Sample(
        name: "a long last column goes on under itself",
        source: "| a | b |\n|--|--|\n| x | one two three four five six seven eight |", width: 36,
        expected: "a  b\n─  ─────────────────────────────────\nx  one two three four five six seven\n   eight\n"),
      Sample(
        name: "a table that is too wide is stacked",
        source: "| first | second |\n|--|--|\n| one two three four five | six seven eight |\n| x | y |", width: 24,
        expected: "first: one two three\n  four five\nsecond: six seven\n  eight\n\nfirst: x\nsecond: y\n"),
      Sample(name: "rules", source: "a\n\n***\n\nb", expected: "a\n\n" + String(repeating: "─", count: 40) + "\n\nb\n"),
      Sample(
        name: "comments say nothing, HTML is shown", source: "<!-- x -->\n\n<p>a</p>\n\nb <!-- c --> d <i>",
        expected: "    <p>a</p>\n\nb d <i>\n"),
    ]) func blocks(_ sample: Sample)
  {
    #expect(text(sample.source, width: sample.width) == sample.expected)
  }

  @Test("Control characters and direction marks are shown, not sent") func control() {
    let hostile = "a\u{1B}[31mb\u{7}c\u{9B}d\u{202E}e\u{0}f"
    for source in [
      hostile, "`\(hostile)`", "# \(hostile)", "```\(hostile)\n\(hostile)\n```", "- [ ] \(hostile)",
      "<p>\(hostile)</p>",
      "[\(hostile)](<\(hostile)>)", "| \(hostile) |\n|--|\n| \(hostile) |", "![\(hostile)](x)",
    ] {
      for mode in [TextMode.plain, .ansi] {
        let text = withoutEscapes(text(source, mode: mode))
        let sent = text.unicodeScalars.filter { ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value) }
        #expect(sent.isEmpty, "\(source.debugDescription)")
        #expect(!text.unicodeScalars.contains("\u{202E}"))
      }
    }
  }

  /// Drops what the renderer itself writes: `ESC [ digits ; m`.
  private func withoutEscapes(_ text: String) -> String {
    var result: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 0x1B, bytes.first == UInt8(ascii: "[") {
        let end = bytes.firstIndex(of: UInt8(ascii: "m")) ?? bytes.startIndex
        let body = bytes[(bytes.startIndex + 1)..<end]
        if body.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ";") }) {
          bytes = bytes[(end + 1)...]
          continue
        }
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test("Colour adds escapes and changes no other byte", arguments: ["original", "samples"]) func colour(
    _ which: String
  ) {
    let sources =
      which == "original"
      ? [Repository.text("content/debugging-examples.md")]
      : SampleSite.documents.map(\.text)
    for source in sources {
      let read = read(source)
      for width in [20, 33, 80] {
        let plain = TextRenderer.render(document: read, width: width, mode: .plain)
        let ansi = TextRenderer.render(document: read, width: width, mode: .ansi)
        #expect(ansi.count > plain.count)
        #expect(withoutEscapes(String(decoding: ansi, as: UTF8.self)) == String(decoding: plain, as: UTF8.self))
        for item in read.model.cases {
          let plain = TextRenderer.render(case: item, of: read, findings: read.diagnostics, width: width, mode: .plain)
          let ansi = TextRenderer.render(case: item, of: read, findings: read.diagnostics, width: width, mode: .ansi)
          #expect(withoutEscapes(String(decoding: ansi, as: UTF8.self)) == String(decoding: plain, as: UTF8.self))
        }
      }
    }
  }

  @Test("No line of prose is wider than asked for", arguments: [20, 40, 79]) func width(_ width: Int) {
    let words = (1...200).map { String(repeating: "x", count: $0 % 9 + 1) }.joined(separator: " ")
    for line in text("- \(words)\n\n> \(words)\n\n\(words)", width: width).split(separator: "\n") {
      #expect(DisplayWidth.cells(String(line)) <= width)
      #expect(line.last != " ")
    }
  }

  @Test("Every letter of the source is in the text") func nothingLost() {
    let source = Repository.text("content/debugging-examples.md")
    let read = read(source)
    let shown = text(source, width: 100)
    for tree in [read.document] + read.nested {
      for node in tree.nodes where node.kind == .text || node.kind == .code {
        let words = String(decoding: tree.pool[node.literal.range], as: UTF8.self).split(separator: " ")
        for word in words where word.first?.isNumber != true { #expect(shown.contains(word), "\(word)") }
      }
    }
  }

  @Test("Tools are a table, stacked where it does not fit") func tools() {
    let types = read(Repository.text("content/debugging-examples.md")).model.toolTable?.issueTypes ?? []
    let wide = String(decoding: TextRenderer.render(tools: types, width: 80), as: UTF8.self)
    #expect(wide.hasPrefix("Issue type        Tools\n────────────────  ─────"))
    #expect(wide.contains("\nDisk I/O          iostat, strace, lsof\n"))
    let narrow = String(decoding: TextRenderer.render(tools: types, width: 30), as: UTF8.self)
    #expect(narrow.contains("Issue type: Disk I/O\nTools: iostat, strace, lsof\n"))
  }
}
