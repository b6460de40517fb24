package import CasebookSource

extension Document {
  /// Stretches of the text that are a leaf block's content, one a line, without container prefixes, indentation, `#`s,
  /// fences and line breaks: for `> ## Two *words*` the bytes of `Two *words*`.
  ///
  /// Paragraphs, headings and cells give their raw inline source, code and HTML blocks their lines; empty lines of code are empty
  /// stretches at their place, so that the stretches are the lines of the literal one to one.
  package func contentLines(of id: NodeID) -> [Range<Int>] { BlockContent(document: self, block: id).lines() }

  /// The content of a code block as a text of its own, mapped to the file: a session quoted in a fence.
  package func nestedText(of id: NodeID) -> RepairedText {
    source.extract(
      contentLines(of: id).map { line in
        let rest = source.lines.bytes(ofLine: source.lines.lineIndex(of: line.lowerBound))
        return line.lowerBound..<max(line.upperBound, rest.upperBound)
      })
  }
}

extension Document {
  /// Lines as cmark read them for inlines: as `contentLines`, but with the blanks at their ends, which count in code spans.
  func inlineLines(of id: NodeID) -> [Range<Int>] { BlockContent(document: self, block: id, keepsEnds: true).lines() }
}

/// Finds a leaf block's content in the source.
private struct BlockContent {
  let document: Document
  let block: NodeID
  var keepsEnds = false

  private var table: LineTable { document.source.lines }
  private var text: [UInt8] { document.source.bytes }

  func lines() -> [Range<Int>] {
    let node = document[block]
    guard node.kind.isBlock, !node.source.isAbsent else { return [] }
    let range = node.source.range
    let first = table.lineIndex(of: range.lowerBound)
    let last = table.lineIndex(of: max(range.lowerBound, range.upperBound - 1))
    switch node.kind {
    case .codeBlock, .htmlBlock: return literalLines(first: first, last: last)
    case .paragraph, .linkDefinition: return inlineLines(first: first, last: last)
    case .heading:
      if first == last { return nonEmpty([atxContent(range)]) }
      return inlineLines(first: first, last: last - 1)
    case .tableCell: return nonEmpty([range])
    case .document, .blockQuote, .list, .item, .thematicBreak, .table, .tableRow, .opaque: return nonEmpty([range])
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image: return []
    }
  }

  private func nonEmpty(_ ranges: [Range<Int>]) -> [Range<Int>] { ranges.filter { !$0.isEmpty } }

  private func inlineLines(first: Int, last: Int) -> [Range<Int>] {
    let range = document[block].source.range
    let path = first < last ? ContainerPath(of: block, in: document) : ContainerPath()
    return (first...max(first, last)).map { line in
      let whole = table.content(ofLine: line, in: text)
      var start = range.lowerBound
      if line > first {
        let place = path.match(whole, in: text)
        start = keepsEnds ? place.rawStart : place.start
      }
      let content = start..<max(start, whole.upperBound)
      return keepsEnds && line < last ? content : trimmedAtEnd(content, in: text)
    }
  }

  /// Lines of code are suffixes of their source lines, but for the blanks that a divided tab became.
  private func literalLines(first: Int, last: Int) -> [Range<Int>] {
    let node = document[block]
    var line = node.flags.contains(.fenced) ? first + 1 : first
    let literal = document.literal(of: block)
    var result: [Range<Int>] = []
    var cursor = literal.startIndex
    while cursor < literal.endIndex, line <= last {
      let end = literal[cursor...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? literal.endIndex
      let whole = table.content(ofLine: line, in: text)
      result.append(max(whole.lowerBound, whole.upperBound - (end - cursor))..<whole.upperBound)
      cursor = end + 1
      if end < literal.endIndex, literal[end] == 0x0D, cursor < literal.endIndex, literal[cursor] == 0x0A {
        cursor += 1
      }
      line += 1
    }
    return result
  }

  /// `## Title ##` → `Title`.
  private func atxContent(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound, text[lower] == UInt8(ascii: "#") { lower += 1 }
    while lower < range.upperBound, isBlank(text[lower]) { lower += 1 }
    let content = trimmedAtEnd(lower..<range.upperBound, in: text)
    var closing = content.upperBound
    while closing > content.lowerBound, text[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    guard closing < content.upperBound, isBlank(text[closing - 1]) else { return content }
    return trimmedAtEnd(lower..<closing, in: text)
  }
}
