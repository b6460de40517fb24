import CasebookSource

/// Link reference definitions leave no node in cmark's tree. They are what no block covers, and what a paragraph begins with.
extension ArenaBuilder {
  /// Makes definitions of what lies uncovered before an offset, as children of the current parent.
  mutating func flush(to limit: Int) {
    guard covered < limit else { return }
    var place = covered
    covered = limit
    while place < limit, isWhitespace(text[place]) || text[place] == UInt8(ascii: ">") { place += 1 }
    guard place < limit else { return }
    let path = path()
    var stretch: [Range<Int>] = []
    let firstUncovered = lines.lineIndex(of: place)
    for line in firstUncovered...max(firstUncovered, lines.lineIndex(of: limit - 1)) {
      let whole = lines.content(ofLine: line, in: text)
      let begin = line == firstUncovered ? place : path.match(whole, in: text).start
      let content = trimmed(begin..<max(begin, min(whole.upperBound, limit)), in: text)
      if content.isEmpty {
        addDefinitions(stretch)
        stretch.removeAll()
      } else {
        stretch.append(content)
      }
    }
    addDefinitions(stretch)
  }

  /// Moves a paragraph's start behind the definitions that it begins with: they belong to its lines, not to its text.
  mutating func addLeadingDefinitions(to node: inout Node, first: Int, last: Int) {
    let start = node.source.range.lowerBound
    let end = node.source.range.upperBound
    guard last > first, start < end, text[start] == UInt8(ascii: "[") else { return }
    var place = start
    while place < end, text[place] != UInt8(ascii: "]") { place += text[place] == UInt8(ascii: "\\") ? 2 : 1 }
    guard place + 1 < end, text[place + 1] == UInt8(ascii: ":") else { return }

    let path = path()
    var stretch: [Range<Int>] = []
    for line in first...last {
      let whole = lines.content(ofLine: line, in: text)
      let begin = line == first ? start : path.match(whole, in: text).rawStart
      stretch.append(begin..<max(begin, whole.upperBound))
    }
    let raw = InlineSource(lines: stretch, of: text)
    let rest = addDefinitions(raw)
    guard rest > 0, rest < raw.bytes.count else { return }
    node.source = ByteSpan(raw.source(of: rest)..<end)
  }

  /// Adds the definitions of a paragraph that holds nothing else; what can't be read as one is kept as one node.
  private mutating func addDefinitions(_ stretch: [Range<Int>]) {
    guard let first = stretch.first, let last = stretch.last else { return }
    let raw = InlineSource(lines: stretch, of: text)
    let rest = addDefinitions(raw)
    guard rest < raw.bytes.count else { return }
    var node = Node(.linkDefinition)
    node.source = ByteSpan(max(first.lowerBound, raw.source(of: rest))..<last.upperBound)
    definitions.append(node.source.range)
    _ = append(node)
  }

  /// Adds the definitions that a text begins with; the end of the last.
  private mutating func addDefinitions(_ raw: InlineSource) -> Int {
    let scanner = LinkScanner(raw.bytes + [0x0A])
    var place = 0
    while place < raw.bytes.count, raw.bytes[place] == UInt8(ascii: "["), let found = scanner.definition(place) {
      var node = Node(.linkDefinition)
      let end = found.end > 0 && scanner.text[found.end - 1] == 0x0A ? found.end - 1 : found.end
      node.source = ByteSpan(raw.source(of: place..<end))
      node.literal = scanner.text[found.label].withUnsafeBufferPointer { store($0) }
      node.info = scanner.text[found.address].withUnsafeBufferPointer { store($0) }
      definitions.append(node.source.range)
      _ = append(node)
      place = found.end
    }
    return min(place, raw.bytes.count)
  }
}
