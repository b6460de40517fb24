import CasebookMarkdown
import Testing

@Suite("Tables")
struct PipeTableTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var markdown: String
    var html: String
    var testDescription: String { name }
  }

  @Test(arguments: cells + borders + containers)
  func html(of example: Case) {
    #expect(PlainHTML.write(parse(example.markdown)) == example.html)
  }

  private static func table(_ head: String, _ rows: String...) -> String {
    func row(_ cells: String, _ tag: String) -> String {
      let written = cells.split(separator: "¦", omittingEmptySubsequences: false).map { "<\(tag)>\($0)</\(tag)>\n" }
      return "<tr>\n" + written.joined() + "</tr>\n"
    }
    let body = rows.isEmpty ? "" : "<tbody>\n" + rows.map { row($0, "td") }.joined() + "</tbody>\n"
    return "<table>\n<thead>\n" + row(head, "th") + "</thead>\n" + body + "</table>\n"
  }

  static let cells: [Case] = [
    Case(name: "rows are padded and cut", markdown: "|a|b|\n|-|-|\n|c|\n|d|e|f|\n", html: table("a¦b", "c¦", "d¦e")),
    Case(name: "one column by a colon", markdown: "a\n:-\nb\n", html: table("a", "b").withAlignment("left")),
    Case(name: "dashes alone make a heading", markdown: "a\n--\n", html: "<h2>a</h2>\n"),
    Case(name: "the widths must agree", markdown: "|a|b|\n|-|\n", html: "<p>|a|b|\n|-|</p>\n"),
    Case(
      name: "a pipe in code needs its backslash", markdown: "|a|\n|-|\n|`b\\|c` \\||\n",
      html: table("a", "<code>b|c</code> |")),
    Case(name: "code does not protect a pipe", markdown: "|a|\n|-|\n|`b|c`|\n", html: table("a", "`b")),
    Case(name: "a backslash before an escaped pipe", markdown: "|a|\n|-|\n|b\\\\|c|\n", html: table("a", "b|c")),
    Case(
      name: "emphasis ends with its cell", markdown: "|*a|b*|\n|-|-|\n|**c**|_d_|\n",
      html: table("*a¦b*", "<strong>c</strong>¦<em>d</em>")),
    Case(
      name: "hashes stay", markdown: "|a #|#|\n|-|-|\n|\\# `x`|*#* #|\n",
      html: table("a #¦#", "# <code>x</code>¦<em>#</em> #")),
    Case(
      name: "a cell that begins as a block stays text", markdown: "|- a|> b|1. _c_|\n|-|-|-|\n",
      html: table("- a¦&gt; b¦1. <em>c</em>")),
    Case(
      name: "definitions behind the table reach into it", markdown: "|[a]|\n|-|\n\n> [a]:\n> /u\n",
      html: table("<a href=\"/u\">a</a>") + "<blockquote>\n</blockquote>\n"),
  ]

  static let borders: [Case] = [
    Case(
      name: "a paragraph right before it", markdown: "*a\nb*\n|c|\n|-|\n", html: "<p><em>a\nb</em></p>\n" + table("c")),
    Case(
      name: "a paragraph whose emphasis would reach into it", markdown: "*a\n|b*|\n|-|\n",
      html: "<p>*a</p>\n" + table("b*")),
    Case(
      name: "text behind the rows is a row", markdown: "|a|\n|-|\n|b|\nc\n\nd\n",
      html: table("a", "b", "c") + "<p>d</p>\n"),
    Case(name: "a lone pipe is no row", markdown: "|a|\n|-|\n|\n", html: table("a") + "<p>|</p>\n"),
    Case(
      name: "indented code ends it", markdown: "|a|\n|-|\n    b\nc\n",
      html: table("a") + "<pre><code>b\n</code></pre>\n<p>c</p>\n"),
    Case(
      name: "an item that could not interrupt a paragraph ends it", markdown: "|a|\n|-|\n2. b\n",
      html: table("a") + "<ol start=\"2\">\n<li>b</li>\n</ol>\n"),
    Case(
      name: "a tag of one's own ends it", markdown: "|a|\n|-|\n<x-y z='1'>\n", html: table("a") + "<x-y z='1'>\n"),
    Case(name: "a rule ends it", markdown: "|a|\n|-|\n|b|\n---\n", html: table("a", "b") + "<hr />\n"),
    Case(name: "an underline is a row", markdown: "|a|\n|-|\n===\n", html: table("a", "===")),
    Case(
      name: "so are the lines behind it", markdown: "|a|\n|-|\n===\nb\nc\n--\nd\n\ne\n",
      html: table("a", "===", "b", "c", "--", "d") + "<p>e</p>\n"),
    Case(name: "a deeply indented header", markdown: "a\n      |b|\n|-|\n", html: "<p>a</p>\n" + table("b")),
    Case(name: "a definition is no header", markdown: "[a]: /u\n|b|\n|-|\n", html: table("b")),
    Case(
      name: "two tables, the first ended by code", markdown: "|a|\n|-|\n    b\n|c|\n|-|\n",
      html: table("a") + "<pre><code>b\n</code></pre>\n" + table("c")),
  ]

  static let containers: [Case] = [
    Case(
      name: "in a quote in a list", markdown: "- > |a|\n  > |-|\n  > |b|\n",
      html: "<ul>\n<li>\n<blockquote>\n" + table("a", "b") + "</blockquote>\n</li>\n</ul>\n"),
    Case(
      name: "in an item whose marker is followed by a form feed", markdown: "*\u{0C}a\n  |-|\nb\n",
      html: "<ul>\n<li>\n" + table("a") + "</li>\n</ul>\n<p>b</p>\n"),
    Case(
      name: "a lazy delimiter row is text", markdown: "> |a|\n|-|\n",
      html: "<blockquote>\n<p>|a|\n|-|</p>\n</blockquote>\n"),
    Case(
      name: "a lazy row ends it", markdown: "> |a|\n> |-|\n|b|\n",
      html: "<blockquote>\n" + table("a") + "</blockquote>\n<p>|b|</p>\n"),
    Case(
      name: "a lazy header", markdown: "> a\n|b|\n> |-|\n",
      html: "<blockquote>\n<p>a</p>\n" + table("b") + "</blockquote>\n"),
    Case(
      name: "an item of dashes is no delimiter row", markdown: "a | b\n- | -\n",
      html: "<p>a | b</p>\n<ul>\n<li>| -</li>\n</ul>\n"),
  ]

  @Test func cellsAndRowsHaveTheirPlaces() {
    let dump = DocumentDump(parse("> | a | `b\\|` |\n> |:-:|--|\n> | c\n"))
    #expect(
      dump.description == """
        blockQuote 1:1-3:6
          table 1:3-3:6
            tableRow 1:3-1:16 header
              tableCell 1:5-1:6 center header
                text 1:5-1:6 "a"
              tableCell 1:9-1:14 header
                code 1:10-1:13 "b|"
            tableRow 3:3-3:6
              tableCell 3:5-3:6 center
                text 3:5-3:6 "c"
              tableCell 3:6-3:6

        """)
  }
}

extension String {
  fileprivate func withAlignment(_ name: String) -> String {
    replacing("<th>", with: "<th align=\"\(name)\">").replacing("<td>", with: "<td align=\"\(name)\">")
  }
}
