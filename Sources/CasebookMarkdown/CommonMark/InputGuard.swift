import CasebookSource

/// What stands between a text and cmark: over a limit, the text is refused, or the blocks that are over it are.
///
/// cmark can't be interrupted, and 0.30.2 has three superlinear inputs: `![` by the thousand in one paragraph, emphasis in deep
/// quotes, and blank lines behind deep lists. A block over a limit reaches cmark as a comment of one line, so that what stands
/// round it reads as before, and becomes one opaque block.
struct InputGuard {
  let text: RepairedText
  let start: Int
  private(set) var refusal: OverLimit?
  /// Whole lines that become opaque blocks, in order.
  private(set) var refusedStretches: [(range: Range<Int>, limit: OverLimit)] = []

  init(_ text: RepairedText, from start: Int, survey: ByteSurvey, limits: InputLimits) {
    self.text = text
    self.start = start
    if text.bytes.count - start > limits.documentBytes {
      refusal = .document(limits.documentBytes)
      return
    }
    let first = text.lines.lineIndex(of: start)
    guard
      Self.mayNestDeeper(than: limits.containerDepth, text, from: first)
        || survey.hasImageOpener && Self.mayHaveImages(moreThan: limits.imageOpenersPerParagraph, text.bytes)
    else { return }
    findStretches(from: first, limits: limits)
  }

  /// The text that cmark gets: refused blocks are comments, rows of tables empty headings, and lines keep their numbers.
  ///
  /// An empty heading ends what is before it, and nothing goes on behind it: `> | a |` becomes `> #`.
  func fed(replacing tables: [PipeTable]) -> [UInt8] {
    if refusedStretches.isEmpty, tables.isEmpty { return text.bytes }
    var result: [UInt8] = []
    result.reserveCapacity(text.bytes.count)
    var copied = 0
    var nextStretch = 0
    func copy(upTo limit: Int) {
      while nextStretch < refusedStretches.count, refusedStretches[nextStretch].range.lowerBound < limit {
        let range = refusedStretches[nextStretch].range
        result += text.bytes[copied..<range.lowerBound]
        result += Array("<!---->".utf8)
        let first = text.lines.lineIndex(of: range.lowerBound)
        result += repeatElement(0x0A, count: text.lines.lineIndex(of: range.upperBound) - first)
        copied = range.upperBound
        nextStretch += 1
      }
      result += text.bytes[copied..<max(copied, limit)]
      copied = max(copied, limit)
    }
    for table in tables {
      for (index, row) in table.lineRanges.enumerated() where row.lowerBound >= copied {
        if index == 0, table.header.isLazy {
          copy(upTo: text.lines.starts[table.header.line])
          result += text.bytes[text.lines.starts[table.header.line + 1]..<table.delimiter.lowerBound]
        } else if index == 0, table.header.indentation >= 4 {
          let blanks = blanks(before: row.lowerBound)
          copy(upTo: blanks.start)
          result += repeatElement(0x20, count: max(0, blanks.columns - table.header.indentation))
        } else {
          copy(upTo: row.lowerBound)
          // A list marker may be followed by a form feed, which belongs to the row.
          if let last = result.last, !isWhitespace(last), last != UInt8(ascii: ">") { result.append(0x20) }
        }
        result.append(UInt8(ascii: "#"))
        copied = text.lines.content(ofLine: text.lines.lineIndex(of: row.lowerBound), in: text.bytes).upperBound
      }
    }
    copy(upTo: text.bytes.count)
    return result
  }
}

extension InputGuard {
  /// The blanks that end at an offset, and how many columns they take there.
  private func blanks(before end: Int) -> (start: Int, columns: Int) {
    var start = end
    let lineStart = text.lines.starts[text.lines.lineIndex(of: end)]
    while start > lineStart, isBlank(text.bytes[start - 1]) { start -= 1 }
    var cursor = LineCursor(offset: lineStart)
    while cursor.offset < start {
      cursor.column += text.bytes[cursor.offset] == 0x09 ? 4 - cursor.column % 4 : 1
      cursor.offset += 1
    }
    return (start, cursor.indentation(in: text.bytes, before: end).columns)
  }
}

// MARK: - Quick looks

extension InputGuard {
  /// Whether some line has prefixes enough for that many containers: blanks count half, since an item is at least two wide.
  private static func mayNestDeeper(than limit: Int, _ text: RepairedText, from first: Int) -> Bool {
    let bytes = text.bytes
    let allowed = limit > Int.max / 2 ? Int.max : limit * 2
    for start in text.lines.starts[first...] {
      var weight = 0
      var place = start
      scan: while place < bytes.count, weight <= allowed {
        switch bytes[place] {
        case 0x20: weight += 1
        case 0x09: weight += 4
        case UInt8(ascii: ">"): weight += 2
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          let length = listMarkerLength(at: place, before: bytes.count, in: bytes)
          guard length > 0, place + length >= bytes.count || isWhitespace(bytes[place + length]) else { break scan }
          weight += 2
          place += length - 1
        default: break scan
        }
        place += 1
      }
      if weight > allowed { return true }
    }
    return false
  }

  private static func mayHaveImages(moreThan limit: Int, _ bytes: [UInt8]) -> Bool {
    var count = 0
    for byte in bytes where byte == UInt8(ascii: "!") { count += 1 }
    return count > limit
  }
}

// MARK: - The exact look

extension InputGuard {
  /// Finds the outermost blocks that hold something over a limit.
  private mutating func findStretches(from first: Int, limits: InputLimits) {
    let lines = containerLines(from: first)
    var images = ImageCounter(text.bytes)
    var blockStart = 0
    var paragraphStart = 0
    var found: OverLimit?
    for (index, line) in lines.enumerated() {
      let isOutermost = line.depth == 0
      if let limit = found, isOutermost, !line.isInlineText || line.startsInlineText {
        refuse(first + blockStart..<first + index, limit)
        found = nil
      }
      if line.startsInlineText { paragraphStart = index }
      if isOutermost, found == nil { blockStart = line.isInlineText ? paragraphStart : index }
      if index > 0, !isOutermost, lines[index - 1].depth == 0, found == nil { blockStart = index }
      let content = text.lines.content(ofLine: first + index, in: text.bytes)
      let count = images.count(in: content, isInline: line.isInlineText, starts: line.startsInlineText)
      if found == nil, line.depth > limits.containerDepth { found = .containers(limits.containerDepth) }
      if found == nil, count > limits.imageOpenersPerParagraph { found = .images(limits.imageOpenersPerParagraph) }
    }
    if let limit = found { refuse(first + blockStart..<first + lines.count, limit) }
  }

  /// cmark reads over a byte order mark, the scan doesn't: it gets the text behind it.
  private func containerLines(from first: Int) -> [ContainerLine] {
    let body = text.bytes[start...]
    guard body.starts(with: [0xEF, 0xBB, 0xBF]) else {
      return ContainerScan.contentLines(of: text.bytes, lines: text.lines, fromLine: first)
    }
    let rest = Array(body.dropFirst(3))
    return ContainerScan.contentLines(of: rest, lines: LineTable(rest))
  }

  private mutating func refuse(_ lines: Range<Int>, _ limit: OverLimit) {
    let table = text.lines
    var last = lines.upperBound - 1
    while last > lines.lowerBound, table.content(ofLine: last, in: text.bytes).isEmpty { last -= 1 }
    let range = table.starts[lines.lowerBound]..<table.content(ofLine: last, in: text.bytes).upperBound
    refusedStretches.append((range, limit))
  }
}

/// Counts `![` from the start of each paragraph on.
private struct ImageCounter {
  private let bytes: [UInt8]
  private var inParagraph = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func count(in line: Range<Int>, isInline: Bool, starts: Bool) -> Int {
    if starts || !isInline { inParagraph = 0 }
    guard isInline, line.count > 1 else { return inParagraph }
    for place in line.lowerBound..<line.upperBound - 1
    where bytes[place] == UInt8(ascii: "!") && bytes[place + 1] == UInt8(ascii: "[") { inParagraph += 1 }
    return inParagraph
  }
}
