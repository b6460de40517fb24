package import CasebookSource

extension Document {
  /// Stretches of the text that are a leaf block's content, one a line, without container prefixes, indentation, `#`s,
  /// fences and line breaks: for `> ## Two *words*` the bytes of `Two *words*`.
  ///
  /// Paragraphs and headings give their raw inline source, code blocks their code, line by line.
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

/// Finds a leaf block's content in the source, from block lines alone.
private struct BlockContent {
  let document: Document
  let block: NodeID

  func lines() -> [Range<Int>] {
    let node = document[block]
    let table = document.source.lines
    let text = document.source.bytes
    guard node.kind.isBlock, !node.source.isAbsent else { return [] }
    let first = table.lineIndex(of: node.source.range.lowerBound)
    let last = table.lineIndex(of: node.source.range.upperBound)
    switch node.kind {
    case .codeBlock: return codeLines(first: first, last: last)
    case .heading, .paragraph, .tableCell, .item:
      var result: [Range<Int>] = []
      for index in first...last {
        var line = table.content(ofLine: index, in: text)
        var start = index == first ? node.source.range.lowerBound : line.lowerBound
        if index > first { start = skipPrefix(line) }
        line = trimmed(start..<max(start, line.upperBound))
        if node.kind == .heading { line = headingContent(line, isUnderline: index == last && index > first) }
        if !line.isEmpty { result.append(line) }
      }
      return result
    case .document, .blockQuote, .list, .htmlBlock, .thematicBreak, .table, .tableRow, .linkDefinition, .opaque:
      return [node.source.range]
    case .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image: return []
    }
  }

  /// Code lines are suffixes of their source lines, so their lengths tell where they begin.
  private func codeLines(first: Int, last: Int) -> [Range<Int>] {
    let table = document.source.lines
    let text = document.source.bytes
    let isFenced = document[block].flags.contains(.fenced)
    var index = isFenced ? first + 1 : first
    var result: [Range<Int>] = []
    let code = document.literal(of: block)
    var cursor = code.startIndex
    while cursor < code.endIndex, index <= last || !isFenced {
      let end = code[cursor...].firstIndex(of: 0x0A) ?? code.endIndex
      let line = table.content(ofLine: index, in: text)
      result.append(max(line.lowerBound, line.upperBound - (end - cursor))..<line.upperBound)
      cursor = end < code.endIndex ? end + 1 : code.endIndex
      index += 1
    }
    return result
  }

  private func skipPrefix(_ line: Range<Int>) -> Int {
    let text = document.source.bytes
    var quotes = 0
    var ancestor = document.parent(of: block)
    while let id = ancestor {
      if document[id].kind == .blockQuote { quotes += 1 }
      ancestor = document.parent(of: id)
    }
    var cursor = line.lowerBound
    while cursor < line.upperBound {
      if text[cursor] == 0x20 || text[cursor] == 0x09 {
        cursor += 1
      } else if quotes > 0, text[cursor] == UInt8(ascii: ">") {
        quotes -= 1
        cursor += 1
      } else {
        break
      }
    }
    return cursor
  }

  private func trimmed(_ line: Range<Int>) -> Range<Int> {
    let text = document.source.bytes
    var (lower, upper) = (line.lowerBound, line.upperBound)
    while lower < upper, text[lower] == 0x20 || text[lower] == 0x09 { lower += 1 }
    while lower < upper, text[upper - 1] == 0x20 || text[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }

  /// `## Title ##` → `Title`; the underline of a setext heading → nothing.
  private func headingContent(_ line: Range<Int>, isUnderline: Bool) -> Range<Int> {
    let text = document.source.bytes
    if isUnderline { return line.upperBound..<line.upperBound }
    var (lower, upper) = (line.lowerBound, line.upperBound)
    var marks = lower
    while marks < upper, text[marks] == UInt8(ascii: "#") { marks += 1 }
    guard marks > lower, marks == upper || text[marks] == 0x20 || text[marks] == 0x09 else { return line }
    lower = marks
    var closing = upper
    while closing > lower, text[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing == lower || text[closing - 1] == 0x20 || text[closing - 1] == 0x09 { upper = max(closing, lower) }
    return trimmed(lower..<upper)
  }
}
