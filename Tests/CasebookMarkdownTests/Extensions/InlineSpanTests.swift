import CasebookMarkdown
import CasebookSource
import TestSupport
import Testing

@Suite("Places of inlines in the source")
struct InlineSpanTests {
  @Test(.enabled(if: SharedData.exists("data/commonmark"), "SKIPPED: the shared specifications are absent"))
  func everyInlineOfTheSpecificationsIsFound() {
    for file in SpecExample.files {
      for example in SpecExample.load(file) { checkSpans(parse(example.markdown), "\(example)") }
    }
  }
}

/// Holds that every inline has a span inside its block, and that text and code decode from theirs.
func checkSpans(_ document: Document, _ name: String) {
  var cursor: NodeID? = Document.root
  while let id = cursor {
    if document[id].kind.isBlock, let child = document.firstChild(of: id), !document[child].kind.isBlock {
      checkSpans(of: id, document, name)
    }
    cursor = document.successor(of: id, within: Document.root)
  }
}

private func checkSpans(of block: NodeID, _ document: Document, _ name: String) {
  let spans = Dictionary(uniqueKeysWithValues: document.inlineSpans(of: block).map { ($0.node, $0.span) })
  let text = document.locatedText(of: block)
  #expect(text.string == document.plainText(of: block), "\(name)")
  #expect(text.pieces.map(\.text.count).reduce(0, +) == text.bytes.count)
  let bytes = document.source.bytes
  for piece in text.pieces where piece.isVerbatim {
    let isSame = zip(text.bytes[piece.text], bytes[piece.source]).allSatisfy { $0 == $1 || ($0 == 0x20 && $1 == 0x0A) }
    #expect(isSame, "\(name): \(piece)")
  }
  let range = document[block].source.range
  var cursor: NodeID? = document.firstChild(of: block)
  while let id = cursor {
    guard let span = spans[id] else {
      Issue.record("\(name): no place for \(document[id].kind) \(document.literalText(of: id).debugDescription)")
      return
    }
    #expect(range.lowerBound <= span.lowerBound && span.upperBound <= range.upperBound, "\(name)")
    let slice = document.source.string(span)
    if document[id].kind == .text, !slice.contains("\\"), !slice.contains("&"), !slice.contains("\0") {
      #expect(slice == document.literalText(of: id), "\(name)")
    }
    if document[id].kind == .code, !slice.contains("\n"), !slice.contains("\\|") {
      #expect(slice == document.literalText(of: id), "\(name)")
    }
    cursor = document.successor(of: id, within: block)
  }
}
