import CasebookMarkdown
import CasebookSource
import Testing

@Suite("Content of blocks in the source")
struct ContentTests {
  private func first(_ kind: NodeKind, of document: Document) throws -> NodeID {
    var cursor: NodeID? = Document.root
    while let id = cursor {
      if document[id].kind == kind { return id }
      cursor = document.successor(of: id, within: Document.root)
    }
    throw Missing(kind: kind)
  }

  private struct Missing: Error { var kind: NodeKind }

  @Test(arguments: [
    ("> ## Two *words* ##\n", NodeKind.heading, ["Two *words*"]),
    ("> a  \n  b\n>  c\n> ===\n", .heading, ["a", "b", "c"]),
    ("- > a\n  > b\n", .paragraph, ["a", "b"]),
    ("> a\n     > b\n", .paragraph, ["a", "> b"]),
    ("1. ~~~\n   a\n\n     b\n   ~~~\n", .codeBlock, ["a", "", "  b"]),
    ("> ```\n> a\n>\n> b\n", .codeBlock, ["a", "", "b"]),
    ("-     a\n\n      b\n", .codeBlock, ["a", "", "b"]),
    ("> <div>\n> a\n", .htmlBlock, ["<div>", "a"]),
    ("|a | b\\|c|\n|-|-|\n", .tableCell, ["a"]),
    ("[a]: /u\nb\n", .paragraph, ["b"]),
  ])
  func lines(markdown: String, kind: NodeKind, expected: [String]) throws {
    let document = parse(markdown)
    let id = try first(kind, of: document)
    #expect(document.contentLines(of: id).map(document.source.string) == expected)
  }

  @Test func aDocumentInAFenceIsMappedToTheFile() throws {
    let document = parse("- > ````markdown\n  > # a\n  >\n  > ```sh\n  > b\n  > ```\n  > ````\n")
    let text = document.nestedText(of: try first(.codeBlock, of: document))
    #expect(String(decoding: text.bytes, as: UTF8.self) == "# a\n\n```sh\nb\n```\n")
    let nested = MarkdownParser.parseBody(text)
    #expect(
      DocumentDump(nested).description == """
        heading 2:5-2:8 level=1
          text 2:7-2:8 "a"
        codeBlock 4:5-6:8 fenced "b\\n" info="sh"

        """)
  }

  @Test func locatedTextLeadsFromEveryByteToTheSource() throws {
    let document = parse("> a \\& **b&lt;`c\n> d`**\n")
    let text = document.locatedText(of: try first(.paragraph, of: document))
    #expect(text.string == "a & b<c d")
    func source(_ wanted: String) -> String? {
      guard let place = text.string.range(of: wanted) else { return nil }
      let lower = text.string.utf8.distance(from: text.string.startIndex, to: place.lowerBound)
      return document.source.string(text.source(of: lower..<lower + wanted.utf8.count))
    }
    #expect(source("&") == "\\&")
    #expect(source("b<") == "b&lt;")
    #expect(source("a") == "a")
    #expect(document.textSpans(of: try first(.paragraph, of: document)).first?.text == "a ")
  }
}

extension String {
  fileprivate func range(of wanted: String) -> Range<String.Index>? { firstRange(of: wanted) }
}
