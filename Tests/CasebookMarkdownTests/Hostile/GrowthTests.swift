import CasebookMarkdown
import CasebookSource
import Foundation
import Testing

@Suite("Hostile inputs", .serialized)
struct GrowthTests {
  /// Doubling the input must not much more than double the work: parsing and asking where everything stands.
  @Test(arguments: HostileInput.all)
  func growsWithTheInput(input: HostileInput) {
    var seconds: [Double] = []
    for n in [700, 1_400, 2_800] {
      let text = RepairedText(SourceFile(path: "hostile.md", text: input.make(n)))
      let start = threadSeconds()
      let document = MarkdownParser.parseBody(text)
      readEverything(document)
      seconds.append(threadSeconds() - start)
    }
    // Quadratic work grows fourfold; what takes no time at all has no growth to speak of.
    if seconds[2] > 0.1 { #expect(seconds[2] / seconds[1] < 3.2, "\(seconds)") }
  }

  /// Whatever it is, the arena holds together.
  @Test(arguments: HostileInput.all)
  func isReadWhole(input: HostileInput) {
    let document = parse(input.make(300))
    #expect(Invariants.problems(of: document).isEmpty)
  }

  @Test(arguments: HostileInput.all)
  func needsLittleStack(input: HostileInput) {
    onSmallStack(kilobytes: 512) {
      readEverything(parse(input.make(4_000)))
    }
  }
}

/// Asks a document for all that readers ask for.
func readEverything(_ document: Document) {
  var cursor: NodeID? = Document.root
  var bytes = 0
  while let id = cursor {
    if document[id].kind.isBlock, let child = document.firstChild(of: id), !document[child].kind.isBlock {
      bytes += document.locatedText(of: id).bytes.count + document.inlineSpans(of: id).count
    }
    bytes += document.casebookComments(in: id).count
    cursor = document.successor(of: id, within: Document.root)
  }
  #expect(bytes >= 0)
}
