import CasebookMarkdown
import Testing

/// What a small text is read as, with the place of every node; written down by hand from the specifications.
@Suite("The arena, node by node")
struct DumpTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var markdown: String
    var dump: String
    var testDescription: String { name }
  }

  @Test(arguments: blocks + inlines + definitions)
  func dump(of example: Case) {
    #expect(DocumentDump(parse(example.markdown)).description == example.dump)
  }

  static let blocks: [Case] = [
    Case(
      name: "setext headings end at their underline, with or without a line behind it",
      markdown: "a\nb\n===\nc\n---",
      dump: """
        heading 1:1-3:4 level=1
          text 1:1-1:2 "a"
          softBreak 1:2-2:1
          text 2:1-2:2 "b"
        heading 4:1-5:4 level=2
          text 4:1-4:2 "c"

        """),
    Case(
      name: "a paragraph behind a heading that looks like its underline",
      markdown: "a\n===\n===\n",
      dump: """
        heading 1:1-2:4 level=1
          text 1:1-1:2 "a"
        paragraph 3:1-3:4
          text 3:1-3:4 "==="

        """),
    Case(
      name: "a closing sequence belongs to the heading, not to its text",
      markdown: "## Two *words* ##\n",
      dump: """
        heading 1:1-1:18 level=2
          text 1:4-1:8 "Two "
          emphasis 1:8-1:15
            text 1:9-1:14 "words"

        """),
    Case(
      name: "a fence ends with its closing line; without one it is unclosed",
      markdown: "```sh\na\n```\n~~~\nb\n",
      dump: """
        codeBlock 1:1-3:4 fenced "a\\n" info="sh"
        codeBlock 4:1-5:2 fenced unclosed "b\\n"

        """),
    Case(
      name: "a fence ends with its container, and the fence behind it is another one",
      markdown: "> ```\n> a\n```\nb\n```\n",
      dump: """
        blockQuote 1:1-2:4
          codeBlock 1:3-2:4 fenced unclosed "a\\n"
        codeBlock 3:1-5:4 fenced "b\\n"

        """),
    Case(
      name: "indented code that begins with backticks is no fence",
      markdown: "    ```\n    a\n\n\nb\n",
      dump: """
        codeBlock 1:5-2:6 "```\\na\\n"
        paragraph 5:1-5:2
          text 5:1-5:2 "b"

        """),
    Case(
      name: "the same as the first thing of an item",
      markdown: "-     ```\n\n      a\n",
      dump: """
        list 1:1-3:8 tight
          item 1:1-3:8
            codeBlock 1:7-3:8 "```\\n\\na\\n"

        """),
    Case(
      name: "an HTML block ends with its own end, not one line before",
      markdown: "<!--\na\n\n-->\n\nb\n",
      dump: """
        htmlBlock 1:1-4:4 "<!--\\na\\n\\n-->\\n"
        paragraph 6:1-6:2
          text 6:1-6:2 "b"

        """),
    Case(
      name: "blank lines behind a list belong to nobody",
      markdown: "1. a\n2. b\n\n   c\n\n\nd\n",
      dump: """
        list 1:1-4:5 start=1
          item 1:1-1:5
            paragraph 1:4-1:5
              text 1:4-1:5 "a"
          item 2:1-4:5
            paragraph 2:4-2:5
              text 2:4-2:5 "b"
            paragraph 4:4-4:5
              text 4:4-4:5 "c"
        paragraph 7:1-7:2
          text 7:1-7:2 "d"

        """),
    Case(
      name: "in a quote, lines of nothing but its sign are blank for the list and a part of the quote",
      markdown: "> - a\n>\n>\nb\n",
      dump: """
        blockQuote 1:1-3:2
          list 1:3-1:6 tight
            item 1:3-1:6
              paragraph 1:5-1:6
                text 1:5-1:6 "a"
        paragraph 4:1-4:2
          text 4:1-4:2 "b"

        """),
    Case(
      name: "CR and CR LF end lines as LF does",
      markdown: "# a\r\rb\r\nc\r\n",
      dump: """
        heading 1:1-1:4 level=1
          text 1:3-1:4 "a"
        paragraph 3:1-4:2
          text 3:1-3:2 "b"
          softBreak 3:2-4:1
          text 4:1-4:2 "c"

        """),
    Case(
      name: "tabs between prefixes",
      markdown: "-\ta\n\n\tb\n>\t\tc\n",
      dump: """
        list 1:1-3:3
          item 1:1-3:3
            paragraph 1:3-1:4
              text 1:3-1:4 "a"
            paragraph 3:2-3:3
              text 3:2-3:3 "b"
        blockQuote 4:1-4:5
          codeBlock 4:3-4:5 "  c\\n"

        """),
    Case(
      name: "a byte order mark takes three columns and hides nothing",
      markdown: "\u{FEFF}> - a\n>   b\n",
      dump: """
        blockQuote 1:4-2:6
          list 1:6-2:6 tight
            item 1:6-2:6
              paragraph 1:8-2:6
                text 1:8-1:9 "a"
                softBreak 1:9-2:5
                text 2:5-2:6 "b"

        """),
  ]

  static let inlines: [Case] = [
    Case(
      name: "escapes and references",
      markdown: "a \\* &amp; &#xFFFF; &ngE; \\a\n",
      dump: """
        paragraph 1:1-1:29
          text 1:1-1:29 "a * & \u{FFFD} ≧̸ \\\\a"

        """),
    Case(
      name: "code spans lose one blank at both ends",
      markdown: "`` a`b `` ` c\n",
      dump: """
        paragraph 1:1-1:14
          code 1:4-1:7 "a`b"
          text 1:10-1:14 " ` c"

        """),
    Case(
      name: "links of every kind",
      markdown: "[a](<b c> \"t\") [d] [e][d] [f][] <http://x.y>\n\n[d]: /d\n[f]: /f 'u'\n",
      dump: """
        paragraph 1:1-1:45
          link 1:1-1:15 "b c" info="t"
            text 1:2-1:3 "a"
          text 1:15-1:16 " "
          link 1:16-1:19 "/d"
            text 1:17-1:18 "d"
          text 1:19-1:20 " "
          link 1:20-1:26 "/d"
            text 1:21-1:22 "e"
          text 1:26-1:27 " "
          link 1:27-1:32 "/f" info="u"
            text 1:28-1:29 "f"
          text 1:32-1:33 " "
          link 1:33-1:45 "http://x.y"
            text 1:34-1:44 "http://x.y"
        linkDefinition 3:1-3:8 "d" info="/d"
        linkDefinition 4:1-4:12 "f" info="/f"

        """),
    Case(
      name: "emphasis uses the inner stars",
      markdown: "**a* b***\n",
      dump: """
        paragraph 1:1-1:10
          emphasis 1:1-1:8
            emphasis 1:2-1:5
              text 1:3-1:4 "a"
            text 1:5-1:7 " b"
          text 1:8-1:10 "**"

        """),
  ]

  static let definitions: [Case] = [
    Case(
      name: "definitions before a paragraph's text",
      markdown: "[a]: /a\n[b]:\n  /b\n'title'\ntext\n",
      dump: """
        linkDefinition 1:1-1:8 "a" info="/a"
        linkDefinition 2:1-4:8 "b" info="/b"
        paragraph 5:1-5:5
          text 5:1-5:5 "text"

        """),
    Case(
      name: "definitions alone in an item and in a quote",
      markdown: "- [a]: /a\n- b\n\n  [c]: /c\n\n> [d]: /d\n",
      dump: """
        list 1:1-4:10 tight
          item 1:1-1:10
            linkDefinition 1:3-1:10 "a" info="/a"
          item 2:1-4:10
            paragraph 2:3-2:4
              text 2:3-2:4 "b"
            linkDefinition 4:3-4:10 "c" info="/c"
        blockQuote 6:1-6:10
          linkDefinition 6:3-6:10 "d" info="/d"

        """),
    Case(
      name: "an underline that is left when the definitions are gone",
      markdown: "[a]: /a\n===\nb\n",
      dump: """
        linkDefinition 1:1-1:8 "a" info="/a"
        paragraph 2:1-3:2
          text 2:1-2:4 "==="
          softBreak 2:4-3:1
          text 3:1-3:2 "b"

        """),
  ]
}
