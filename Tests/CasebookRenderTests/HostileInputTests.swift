import CasebookMarkdown
import CasebookModel
import CasebookSource
import Foundation
import Testing

@testable import CasebookRender

/// Inputs that would hurt a renderer that recurses or looks back; limits lifted, so that they do reach it.
@Suite("Hostile documents") struct HostileInputTests {
  /// A chain of nodes as deep as asked for, built without the parser, whose limits would refuse it.
  private func chain(of kind: NodeKind, depth: Int) -> Document {
    var document = Document(source: RepairedText(SourceFile(path: "a.md", text: "x")))
    document.pool = Array("x".utf8)
    for index in 0..<depth {
      var node = Node(kind)
      node.parentIndex = Int32(index)
      node.literal = ByteSpan(0..<1)
      node.info = ByteSpan(0..<1)
      document.nodes[index].firstIndex = Int32(index + 1)
      document.nodes.append(node)
    }
    return document
  }

  /// Runs on a thread with little stack, where recursion would show.
  private func onSmallStack(_ body: @escaping @Sendable () -> Void) {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 512 << 10
    thread.start()
    done.wait()
  }

  @Test(
    "A hundred thousand levels of each kind that nests, on half a megabyte of stack",
    arguments: [NodeKind.blockQuote, .list, .item, .emphasis, .strong, .link, .image])
  func depth(_ kind: NodeKind) {
    let document = chain(of: kind, depth: 100_000)
    onSmallStack {
      #expect(!HTMLRenderer.fragment(of: document).isEmpty)
      let read = ReadDocument(document: document, nested: [], model: CaseDocument(path: "a.md"))
      #expect(!SinglePage.render(read).isEmpty)
      // Inlines without a block are no text of a terminal; what counts is that nothing overflows.
      _ = TextRenderer.render(document: read)
    }
  }

  @Test("Deep quotes keep their text readable") func deepText() {
    var document = chain(of: .blockQuote, depth: 5_000)
    var paragraph = Node(.paragraph)
    paragraph.parentIndex = 5_000
    paragraph.firstIndex = 5_002
    document.nodes[5_000].firstIndex = 5_001
    document.nodes.append(paragraph)
    var text = Node(.text)
    text.parentIndex = 5_001
    text.literal = ByteSpan(0..<1)
    document.nodes.append(text)
    let read = ReadDocument(document: document, nested: [], model: CaseDocument(path: "a.md"))
    #expect(TextRenderer.render(document: read, width: 80).count < 200)
  }

  /// Bytes of output must grow as the input does: what is written for each node must not depend on how many there are.
  @Test(
    "Output grows with the input",
    arguments: [
      "> ", "- ", "* a\n", "[a](b) ", "![a](b) ", "`a` ", "**a** ", "# a\n\n", "| a ", "<b> ", "&amp; ", "\\\n",
      "1. a\n\n",
      "## Example 1: a\n\n**Problem**: p\n\n", "- [ ] a\n", "[a](#a)\n", "<!-- a -->\n\n", "```\n", "a\u{301}", "日",
    ]) func growth(_ pattern: String) throws
  {
    let site = try SiteRenderer(configuration: SiteConfiguration())
    func sizes(_ count: Int) throws -> [Int] {
      let source = String(repeating: pattern, count: count)
      let read = DocumentReader.read(SourceFile(path: "a.md", text: source))
      let pages = try site.site(bodies: [site.body(of: read, findings: read.diagnostics)])
        .files.filter { $0.path.hasPrefix("documents/") }.map(\.bytes.count)
      return [
        HTMLRenderer.fragment(of: read.document).count, TextRenderer.render(document: read).count, pages.reduce(1, +),
      ]
    }
    for (small, large) in zip(try sizes(500), try sizes(1_000)) { #expect(large <= small * 5 / 2 + 2_000) }
  }

  /// Swift's `==` and hashing compose text first: seconds for a run of marks, where bytes take none.
  @Test("A run of 30,000 combining marks in every place that becomes a key") func combiningMarks() throws {
    let run = "a" + String(repeating: "\u{301}\u{323}", count: 15_000)
    let source = """
      # \(run)

      **Problem**: \(run)

      ## \(run)
      - [\(run)](\(run).md#\(run)) ![\(run)](\(run).png)

      ```x {#\(run)}
      \(run)
      ```

      | Issue | Tools |
      | --- | --- |
      | \(run) | \(run), \(run) |
      """
    let site = try SiteRenderer(configuration: SiteConfiguration())
    let read = DocumentReader.read(SourceFile(path: "a.md", text: source))
    let tree = try site.site(bodies: [site.body(of: read, findings: [])])
    #expect(tree.files.allSatisfy { $0.path.utf8.count < 200 })
    #expect(TextRenderer.render(document: read).count > run.utf8.count)
  }
}
