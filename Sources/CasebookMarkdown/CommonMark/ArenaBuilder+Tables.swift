import CasebookSource

extension ArenaBuilder {
  /// Turns a paragraph into the table that it is; `nil` if it is none, or if that takes another pass.
  mutating func addTables(in block: Block, start: Int, first: Int, last: Int) -> Step? {
    guard mayHoldTable(first: first, last: last) else { return nil }
    let finder = TableFinder(text: text, lines: lines, path: path(), limits: limits)
    switch finder.find(from: first, start: start, through: last, isHeading: block.node.kind == .heading) {
    case nil: return nil
    case .overLimit:
      flush(to: start)
      let range = start..<max(start, endOfLine(last))
      report(.tableTooLarge(limits), at: range)
      let step = addOpaque(range)
      return Step(kind: .skipped, index: step.index)
    case .table(let table):
      let isAlone = table.header.line == first && table.lastLine == last && block.node.kind == .paragraph
      guard isAlone || !isLastPass else { return nil }
      foundTables.append(table)
      if !isAlone {
        needsAnotherPass = true
        return nil
      }
      flush(to: start)
      return add(table)
    }
  }

  /// Gives a paragraph or heading right behind a table to that table: what cmark took for an underline was a row.
  mutating func extendTable(first: Int, last: Int) {
    guard nextReplaced > 0, replacedTables[nextReplaced - 1].lastLine == first - 1, !isLastPass, previous >= 0,
      nodes[Int(previous)].kind == .table
    else { return }
    let finder = TableFinder(text: text, lines: lines, path: path(), limits: limits)
    let table = replacedTables[nextReplaced - 1]
    guard case .table(let longer) = finder.extended(table, through: last), longer.lastLine > table.lastLine else {
      return
    }
    replacedTables[nextReplaced - 1] = longer
    needsAnotherPass = true
  }

  /// Whether some line begins as a delimiter row does.
  private func mayHoldTable(first: Int, last: Int) -> Bool {
    for line in first + 1...last {
      var place = lines.starts[line]
      while place < text.count, isBlank(text[place]) || text[place] == UInt8(ascii: ">") { place += 1 }
      if place < text.count, TableFinder.mayBeDelimiter(text[place]) { return true }
    }
    return false
  }

  /// Adds the table that an empty heading stands for, or skips the heading where it stands for a further line of it.
  mutating func addReplacedTable(line: Int) -> Step? {
    if line <= skippedThrough { return Step(kind: .skipped, index: previous) }
    guard nextReplaced < replacedTables.count, replacedTables[nextReplaced].header.line == line else { return nil }
    let table = replacedTables[nextReplaced]
    nextReplaced += 1
    skippedThrough = table.lastLine
    flush(to: table.header.content.lowerBound)
    return add(table)
  }

  private mutating func add(_ table: PipeTable) -> Step {
    let end = table.rows.last?.content.upperBound ?? table.delimiter.upperBound
    var node = Node(.table)
    node.source = ByteSpan(table.header.content.lowerBound..<end)
    let index = append(node)
    let outer = parent
    parent = index
    previous = -1
    addRow(table.header, alignments: table.alignments, flags: .header)
    for row in table.rows { addRow(row, alignments: table.alignments, flags: []) }
    parent = outer
    previous = index
    covered = max(covered, end)
    return Step(kind: .skipped, index: index)
  }

  private mutating func addRow(_ row: PipeTable.Row, alignments: [Node.Alignment], flags: Node.Flags) {
    var node = Node(.tableRow)
    node.flags = flags
    node.source = ByteSpan(row.content)
    let table = parent
    let index = append(node)
    parent = index
    previous = -1
    for (column, alignment) in alignments.enumerated() {
      var cell = Node(.tableCell)
      cell.flags = flags
      cell.level = alignment.rawValue
      let end = row.content.upperBound
      let range = column < row.cells.count ? row.cells[column] : end..<end
      cell.source = ByteSpan(range)
      let cellIndex = append(cell)
      if !range.isEmpty { addContent(range, of: cellIndex) }
    }
    parent = table
    previous = index
  }

  /// Plain content is a text at once; what may hold markup waits for cmark.
  private mutating func addContent(_ range: Range<Int>, of cell: Int32) {
    guard !range.contains(where: { Self.isSpecial(text[$0]) }) else {
      pendingCells.append((cell, range))
      return
    }
    var node = Node(.text)
    node.literal = store(range)
    node.parentIndex = cell
    nodes[Int(cell)].firstIndex = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(node)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "*"),
      UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), 0:
      true
    default: false
    }
  }
}

// MARK: - The content of cells

extension ArenaBuilder {
  /// The text that gives the inlines of all cells in one parse: the definitions, then a heading a cell.
  func cellText() -> [UInt8]? {
    guard !pendingCells.isEmpty else { return nil }
    var result: [UInt8] = []
    if pendingCells.contains(where: { text[$0.range].contains(UInt8(ascii: "[")) }) {
      for definition in definitions {
        appendLines(of: definition, to: &result)
        result += [0x0A, 0x0A]
      }
    }
    for cell in pendingCells {
      result += [UInt8(ascii: "#"), 0x20]
      var place = cell.range.lowerBound
      while place < cell.range.upperBound {
        let isEscape = text[place] == UInt8(ascii: "\\") && place + 1 < cell.range.upperBound
        if isEscape, text[place + 1] == UInt8(ascii: "|") { place += 1 }
        result.append(text[place])
        place += 1
      }
      result += [0x20, UInt8(ascii: "#"), 0x0A]
    }
    return result
  }

  private func appendLines(of range: Range<Int>, to result: inout [UInt8]) {
    let first = lines.lineIndex(of: range.lowerBound)
    for line in first...lines.lineIndex(of: range.upperBound - 1) {
      var content = lines.content(ofLine: line, in: text).clamped(to: range)
      if line > first {
        while let byte = content.first, isBlank(text[byte]) || text[byte] == UInt8(ascii: ">") { content.removeFirst() }
        result.append(0x0A)
      }
      result += text[content]
    }
  }

  /// Makes the next cell that waits the parent of what follows.
  mutating func beginCell() -> Bool {
    guard nextCell < pendingCells.count else { return false }
    parent = pendingCells[nextCell].index
    previous = -1
    depth = 3
    nextCell += 1
    return true
  }
}
