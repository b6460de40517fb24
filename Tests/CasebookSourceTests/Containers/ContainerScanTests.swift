import CasebookSource
import Testing

/// How deep a text nests, as cmark 0.30.2 says of the same text.
struct DepthCase: CustomTestStringConvertible {
  var text: String
  var depth: Int
  var reason: String
  var testDescription: String { reason }

  init(_ reason: String, _ text: String, _ depth: Int) {
    self.text = text
    self.depth = depth
    self.reason = reason
  }
}

@Suite struct ContainerScanTests {
  @Test(arguments: [
    DepthCase("plain text has no container", "a\n\nb\n", 0),
    DepthCase("markers in one line", "> - 1. a\n", 3),
    DepthCase("by indentation, one marker a line", "* a\n  * b\n    * c\n", 3),
    DepthCase("a sibling is not deeper", "- a\n- b\n", 1),
    DepthCase("markers in a fence are text", "```\n> > >\n```\n", 0),
    DepthCase("markers in indented code are text", "    > > >\n", 0),
    DepthCase("markers in a comment are text", "<!--\n- - -a\n-->\n", 0),
    DepthCase("a rule is no list", "- - -\n", 0),
    DepthCase("a lazy line keeps the quotes open", "> > a\nb\n> > > c\n", 3),
    DepthCase("a number other than 1 does not interrupt a paragraph", "a\n2. b\n", 0),
    DepthCase("a blank line ends an empty item", "-\n\n  - a\n", 1),
    DepthCase("a tab reaches into the item", "-\ta\n\n\t- b\n", 2),
    DepthCase("carriage returns end lines", "- a\r  - b\r\n    - c", 3),
  ]) func depth(_ example: DepthCase) {
    #expect(ContainerScan(Array(example.text.utf8)).maximumDepth == example.depth)
  }

  @Test func tellsTheRoleOfEachFence() {
    let text = """
      ```sh
      ```text
      ```
      ~~~
      ```
      ~~~~
      <!--
      ```
      -->

          ```

      - ```a
        ```
      > ````
      b

      <p>
      ```
      """
    let scan = ContainerScan(Array(text.utf8))
    #expect(
      scan.fences.map { "\($0.line + 1) \($0.role) \($0.depth)" } == [
        "1 open 0", "2 content 0", "3 close 0", "4 open 0", "5 content 0", "6 close 0", "8 html 0", "11 indented 0",
        "13 open 1", "14 close 1", "15 open 1", "19 tagged 0",
      ])
    #expect(!scan.endsInFence)
    #expect(ContainerScan(Array("```\na".utf8)).endsInFence)
  }

  @Test func readsTheSyntaxOfAFence() throws {
    let text = Array("  ````  sh a=b  \n".utf8)
    let fence = try #require(ContainerScan(text).fences.first)
    #expect(fence.run == 2..<6)
    #expect(String(decoding: text[fence.info], as: UTF8.self) == "sh a=b")
    #expect(fence.indentation == 2)
    #expect(ContainerScan(Array("``` a`b\n".utf8)).fences.isEmpty)
  }

  @Test(arguments: [
    ("![a](b) ![c](d)\n![e](f)\n\n![g](h)\n", 3), ("# ![a](b)\n![c](d)\n", 1), ("```\n![\n```\n", 0), ("a ! [b]\n", 0),
    ("12345678![", 1), ("1234567![![", 2),
  ]) func countsImagesOfAParagraph(_ text: String, _ images: Int) {
    #expect(ContainerScan(Array(text.utf8)).maximumImageOpeners == images)
  }

  @Test func tellsWhereContentStarts() {
    let text = Array("> - a\n>   b\n\n\t- c".utf8)
    let lines = ContainerScan.contentLines(of: text, lines: LineTable(text))
    #expect(lines.map(\.contentStart) == [4, 10, 12, 13])
    #expect(lines.map(\.depth) == [2, 2, 0, 0])
    #expect(lines.map(\.isInlineText) == [true, true, false, false])
  }

  @Test func startsBehindTheFrontMatter() {
    let text = Array("---\n- a\n---\nb\n".utf8)
    #expect(ContainerScan(text, lines: LineTable(text), fromLine: 3).maximumDepth == 0)
    #expect(ContainerScan(text, lines: LineTable(text), fromLine: 99).maximumDepth == 0)
  }

  /// Depths that no tree may have; each is one pass without recursion.
  @Test(arguments: HostileDepth.allCases) func countsHostileDepth(_ shape: HostileDepth) {
    #expect(ContainerScan(Array(shape.text.utf8)).maximumDepth == shape.depth)
  }
}

/// Shapes that make a scan quadratic which asks every open container about every line.
enum HostileDepth: CaseIterable {
  case quotes, lists, listsThenBlankLines, listsByIndentation, quotesThenLazyLines

  var depth: Int { self == .listsByIndentation ? 500 : 50_000 }

  var text: String {
    switch self {
    case .quotes: String(repeating: ">", count: depth) + "a"
    case .lists: String(repeating: "- ", count: depth) + "x"
    case .listsThenBlankLines: String(repeating: "- ", count: depth) + "x" + String(repeating: "\n", count: depth)
    case .listsByIndentation: (0..<depth).map { String(repeating: "  ", count: $0) + "* a\n" }.joined()
    case .quotesThenLazyLines: String(repeating: ">", count: depth) + "a\n" + String(repeating: "b\n", count: depth)
    }
  }
}
