import CasebookSource

extension ArenaBuilder {
  /// Adds a block that has neither a literal nor an info string.
  mutating func add(_ block: Block) -> Step {
    var node = block.node
    let start = offset(of: block)
    let first = firstLine + block.firstLine
    var last = max(first, min(firstLine + block.lastLine, lines.lineCount - 1))
    switch node.kind {
    case .heading:
      if let step = addReplacedTable(line: first) { return step }
      last = isATX(start, line: first) ? first : underline(of: block, first: first, last: last)
      if last > first, nextReplaced > 0 { extendTable(first: first, last: last) }
      if last > first, let step = addTables(in: block, start: start, first: first, last: last) { return step }
    case .thematicBreak: last = first
    case .list, .item: last = lastLineWithText(last, notBefore: first)
    case .paragraph:
      if nextReplaced > 0 { extendTable(first: first, last: last) }
      if last > first, let step = addTables(in: block, start: start, first: first, last: last) { return step }
    case .blockQuote, .document, .codeBlock, .htmlBlock, .table, .tableRow, .tableCell, .linkDefinition, .opaque, .text,
      .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      break
    }
    node.source = ByteSpan(start..<max(start, endOfLine(last)))
    flush(to: start)
    if depth >= limits.treeDepth { return addTooDeep(node) }
    switch node.kind {
    case .item:
      covered = start + max(1, listMarkerLength(at: start, before: endOfLine(first), in: text))
      return Step(kind: .container, index: append(node))
    case .blockQuote:
      covered = start + 1
      return Step(kind: .container, index: append(node))
    case .list: return Step(kind: .container, index: append(node))
    case .paragraph:
      addLeadingDefinitions(to: &node, first: first, last: last)
      covered = node.source.range.upperBound
      let mayBeTask = previous < 0 && nodes[Int(parent)].kind == .item && beginsWithTaskMarker(node.source.range)
      let index = append(node)
      if mayBeTask { possibleTask = index }
      return Step(kind: .container, index: index)
    case .heading:
      if last > first { addLeadingDefinitions(to: &node, first: first, last: last - 1) }
      covered = node.source.range.upperBound
      return Step(kind: .container, index: append(node))
    case .document, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableRow, .tableCell, .linkDefinition, .opaque,
      .text,
      .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      covered = node.source.range.upperBound
      return Step(kind: .leaf, index: append(node))
    }
  }

  /// Adds a code block: its literal tells how many lines it has, cmark's last line may be one too many.
  mutating func addCode(
    _ block: Block, literal: UnsafeBufferPointer<UInt8>, info: UnsafeBufferPointer<UInt8>
  ) -> Step {
    var node = block.node
    let start = offset(of: block)
    let first = firstLine + block.firstLine
    let count = lineCount(literal)
    var last = first
    if isFence(start, line: first) {
      node.flags.insert(.fenced)
      last = min(first + count, lines.lineCount - 1)
      if isClosingFence(line: last + 1, opener: start) { last += 1 } else { node.flags.insert(.unclosed) }
    } else {
      last = min(first + max(0, count - 1), lines.lineCount - 1)
    }
    node.source = ByteSpan(start..<max(start, endOfLine(last)))
    flush(to: start)
    if depth >= limits.treeDepth { return addTooDeep(node) }
    covered = node.source.range.upperBound
    node.literal = store(literal)
    node.info = store(info)
    return Step(kind: .leaf, index: append(node))
  }

  /// Adds an HTML block, or the opaque block that it stands for.
  mutating func addHTML(_ block: Block, literal: UnsafeBufferPointer<UInt8>) -> Step {
    var node = block.node
    let start = offset(of: block)
    let first = firstLine + block.firstLine
    flush(to: start)
    if nextRefused < refusedStretches.count, refusedStretches[nextRefused].range.lowerBound == lines.starts[first] {
      let refused = refusedStretches[nextRefused]
      nextRefused += 1
      report(refused.limit, at: refused.range)
      return addOpaque(refused.range)
    }
    let last = min(first + max(0, lineCount(literal) - 1), lines.lineCount - 1)
    node.source = ByteSpan(start..<max(start, endOfLine(last)))
    if depth >= limits.treeDepth { return addTooDeep(node) }
    covered = node.source.range.upperBound
    node.literal = store(literal)
    return Step(kind: .leaf, index: append(node))
  }

  /// Adds source as it stands.
  mutating func addOpaque(_ range: Range<Int>) -> Step {
    var node = Node(.opaque)
    node.source = ByteSpan(range)
    node.literal = store(range)
    covered = max(covered, range.upperBound)
    return Step(kind: .leaf, index: append(node))
  }

  private mutating func addTooDeep(_ node: Node) -> Step {
    reportDepth()
    let step = addOpaque(node.source.range)
    return Step(kind: .skipped, index: step.index)
  }
}

// MARK: - Where blocks begin and end

extension ArenaBuilder {
  private func offset(of block: Block) -> Int {
    let line = min(firstLine + max(0, block.firstLine), lines.lineCount - 1)
    let skipped = block.firstLine == 0 && hasByteOrderMark ? 3 : 0
    return min(lines.starts[line] + max(0, block.column) + skipped, endOfLine(line))
  }

  func endOfLine(_ line: Int) -> Int { lines.content(ofLine: line, in: text).upperBound }

  private func lineCount(_ literal: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var place = 0
    while place < literal.count {
      let byte = literal[place]
      if byte == 0x0A {
        count += 1
      } else if byte == 0x0D {
        count += 1
        if place + 1 < literal.count, literal[place + 1] == 0x0A { place += 1 }
      }
      place += 1
    }
    return count
  }

  /// A list keeps the blank lines behind it, in cmark's count; in a quote those with `>` alone as well.
  private mutating func lastLineWithText(_ last: Int, notBefore first: Int) -> Int {
    if trimming.line == last, trimming.quotes == quoteDepth { return max(first, trimming.result) }
    var line = last
    while line > first, isBlankLine(line) { line -= 1 }
    trimming = (last, quoteDepth, line)
    return line
  }

  private func isBlankLine(_ line: Int) -> Bool {
    var quotes = quoteDepth
    for place in lines.content(ofLine: line, in: text) where !isBlank(text[place]) {
      guard text[place] == UInt8(ascii: ">"), quotes > 0 else { return false }
      quotes -= 1
    }
    return true
  }

  private func isATX(_ start: Int, line: Int) -> Bool {
    let end = endOfLine(line)
    var place = start
    while place < end, text[place] == UInt8(ascii: "#"), place - start < 7 { place += 1 }
    guard place > start, place - start < 7 else { return false }
    return place == end || isBlank(text[place])
  }

  /// Line of a setext heading's underline: cmark gives the line behind it, but at the end of the text the line itself.
  private func underline(of block: Block, first: Int, last: Int) -> Int {
    guard last > first else { return first }
    return isUnderline(last) && block.nextLine != block.lastLine ? last : last - 1
  }

  private func isUnderline(_ line: Int) -> Bool {
    var place = lines.content(ofLine: line, in: text)
    while let first = place.first, isBlank(text[first]) || text[first] == UInt8(ascii: ">") { place.removeFirst() }
    guard let first = place.first, text[first] == UInt8(ascii: "=") || text[first] == UInt8(ascii: "-") else {
      return false
    }
    return true
  }

  /// An indented block may begin with backticks as well.
  private func isFence(_ start: Int, line: Int) -> Bool {
    let end = endOfLine(line)
    guard start < end, text[start] == UInt8(ascii: "`") || text[start] == UInt8(ascii: "~") else { return false }
    guard fenceLength(start, end) >= 3 else { return false }
    guard start > lines.starts[line], isBlank(text[start - 1]) else { return true }
    return path().indentation(inLine: line, of: text, lines: lines) < 4
  }

  private func fenceLength(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, text[place] == text[start] { place += 1 }
    return place - start
  }

  private func isClosingFence(line: Int, opener: Int) -> Bool {
    guard line < lines.lineCount else { return false }
    let whole = lines.content(ofLine: line, in: text)
    var place = ContainerPath.Line(start: whole.lowerBound, rawStart: whole.lowerBound, indentation: 0, isLazy: false)
    if parent == 0 {
      while place.start < whole.upperBound, isBlank(text[place.start]) { place.start += 1 }
      if place.start - whole.lowerBound > 3 { return false }
    } else {
      place = path().match(whole, in: text)
    }
    guard place.start < whole.upperBound, !place.isLazy, place.indentation < 4, text[place.start] == text[opener] else {
      return false
    }
    let length = fenceLength(place.start, whole.upperBound)
    guard length >= min(255, fenceLength(opener, endOfLine(lines.lineIndex(of: opener)))) else { return false }
    return text[place.start + length..<whole.upperBound].allSatisfy(isBlank)
  }

  /// Prefixes of what is added next.
  func path() -> ContainerPath { ContainerPath(childrenOf: parent, nodes: nodes, text: text, lines: lines) }
}
