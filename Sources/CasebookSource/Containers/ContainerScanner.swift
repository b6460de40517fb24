/// Follows block quotes, list items and the blocks that hide text from them, one line after the other.
///
/// The rules are those of CommonMark 0.30, as cmark applies them, without the inlines. No recursion, and no line is looked at
/// twice: a prefix is matched byte by byte, and what fails to match ends the search.
struct ContainerScanner {
  /// What the innermost container is in the middle of.
  enum Leaf {
    case none
    case paragraph
    case indentedCode
    case fence(marker: UInt8, length: Int)
    case html(HTMLBlock)
  }

  private(set) var containers = ContainerStack()
  private(set) var leaf = Leaf.none
  private(set) var maximumDepth = 0
  private(set) var fences: [FenceLine] = []
  /// Whether the line read last is text of a paragraph or a heading.
  private(set) var isInlineText = false
  /// Whether the paragraph or heading of that line starts with it.
  private(set) var startsInlineText = false
  /// First byte behind the container prefixes of the line read last.
  private(set) var contentStart = 0

  /// Reads one line, given without its line break.
  mutating func read(_ line: Range<Int>, number: Int, of text: Span<UInt8>) {
    isInlineText = false
    startsInlineText = false
    if containers.depth == 0, readOutermost(line, of: text) { return }

    var cursor = LineCursor(line, in: text)
    let matched = containers.match(&cursor, in: text)
    var wasParagraph = false
    if matched == containers.depth {
      if continueLeaf(cursor, line: line, number: number, of: text) {
        contentStart = cursor.offset
        return
      }
      if case .paragraph = leaf { wasParagraph = true }
    }
    readBlocks(&cursor, matched: matched, wasParagraph: wasParagraph, line: line, number: number, of: text)
    contentStart = min(max(cursor.offset, line.lowerBound), line.upperBound)
  }

  /// The short way for plain lines outside any container: text that starts with a letter, empty lines, lines of code.
  private mutating func readOutermost(_ line: Range<Int>, of text: Span<UInt8>) -> Bool {
    contentStart = line.lowerBound
    guard let first = line.isEmpty ? 0x20 : text[line.lowerBound] as UInt8? else { return false }
    switch leaf {
    case .none:
      if line.isEmpty { return true }
      guard isLetter(first) || first >= 0x80 else { return false }
      leaf = .paragraph
      isInlineText = true
      startsInlineText = true
      return true
    case .paragraph:
      if line.isEmpty {
        leaf = .none
        return true
      }
      guard isLetter(first) || first >= 0x80 else { return false }
      isInlineText = true
      return true
    case .fence:
      return line.isEmpty || isLetter(first)
    case .indentedCode, .html:
      return false
    }
  }

  /// Goes on with the leaf where all containers go on; false if the line starts something new or ends the leaf unread.
  private mutating func continueLeaf(
    _ cursor: LineCursor, line: Range<Int>, number: Int, of text: Span<UInt8>
  ) -> Bool {
    switch leaf {
    case .none:
      return false
    case .paragraph:
      if cursor.isBlank {
        leaf = .none
        return true
      }
      if cursor.indentation < 4, isSetextUnderline(cursor, of: text) {
        leaf = .none
        return true
      }
      return false
    case .indentedCode:
      if cursor.indentation >= 4 {
        note(cursor, number: number, role: .indented, of: text)
        return true
      }
      if cursor.isBlank { return true }
      leaf = .none
      return false
    case .fence(let marker, let length):
      guard let fence = FenceLine(at: cursor, in: text, line: number, depth: containers.depth, role: .content) else {
        return true
      }
      let closes = fence.marker == marker && fence.length >= length && fence.isBare && fence.indentation < 4
      fences.append(fence)
      if closes {
        fences[fences.count - 1].role = .close
        leaf = .none
      }
      return true
    case .html(let block):
      if cursor.isBlank, block.endsAtBlankLine {
        leaf = .none
        return true
      }
      note(cursor, number: number, role: block.endsAtBlankLine ? .tagged : .html, of: text)
      if block.isEnded(by: cursor.contentStart..<cursor.end, in: text) { leaf = .none }
      return true
    }
  }

  /// Opens what the line opens: containers first, then one leaf or a paragraph's text.
  private mutating func readBlocks(
    _ cursor: inout LineCursor, matched: Int, wasParagraph: Bool, line: Range<Int>, number: Int, of text: Span<UInt8>
  ) {
    var continuesParagraph = wasParagraph
    var mayBeLazy = false
    if case .paragraph = leaf { mayBeLazy = true }
    var isOpened = false
    var noRuleBefore = 0
    while !cursor.isBlank {
      let first = text[cursor.contentStart]
      if cursor.indentation >= 4 {
        if mayBeLazy { break }
        openLeaf(.indentedCode, matched: matched, isOpened: isOpened)
        note(cursor, number: number, role: .indented, of: text)
        return
      }
      if isLetter(first) || first >= 0x80 { break }
      if first == UInt8(ascii: ">") {
        closeUnmatched(matched, &isOpened)
        cursor.skipMarker(bytes: 1, in: text)
        cursor.skipOptionalBlank(in: text)
        containers.fill()
        containers.openQuote()
      } else if first == UInt8(ascii: "#"), isHeading(cursor, of: text) {
        openLeaf(.none, matched: matched, isOpened: isOpened)
        isInlineText = true
        startsInlineText = true
        return
      } else if first == UInt8(ascii: "`") || first == UInt8(ascii: "~"),
        let fence = fence(at: cursor, number: number, of: text)
      {
        openLeaf(.fence(marker: fence.marker, length: fence.length), matched: matched, isOpened: isOpened)
        fences.append(fence)
        fences[fences.count - 1].depth = containers.depth
        return
      } else if first == UInt8(ascii: "<"),
        let block = HTMLBlock(
          at: cursor.contentStart, end: cursor.end, in: text, interruptsParagraph: continuesParagraph || mayBeLazy)
      {
        openLeaf(.html(block), matched: matched, isOpened: isOpened)
        if block.isEnded(by: cursor.contentStart..<cursor.end, in: text) { leaf = .none }
        return
      } else if cursor.contentStart >= noRuleBefore, isRule(cursor, of: text, failedAt: &noRuleBefore) {
        openLeaf(.none, matched: matched, isOpened: isOpened)
        return
      } else if let marker = ListMarker(at: cursor, in: text, interruptsParagraph: continuesParagraph) {
        closeUnmatched(matched, &isOpened)
        containers.fill()
        containers.openItem(width: marker.skip(&cursor, in: text))
      } else {
        break
      }
      maximumDepth = max(maximumDepth, containers.depth)
      continuesParagraph = false
      mayBeLazy = false
    }
    readText(cursor, matched: matched, isOpened: isOpened, mayBeLazy: mayBeLazy, number: number, of: text)
  }

  /// Takes what is left of a line as text of a paragraph, or ends the paragraph where nothing is left.
  private mutating func readText(
    _ cursor: LineCursor, matched: Int, isOpened: Bool, mayBeLazy: Bool, number: Int, of text: Span<UInt8>
  ) {
    if cursor.isBlank {
      if !isOpened { containers.close(downTo: matched) }
      leaf = .none
      return
    }
    isInlineText = true
    if mayBeLazy {
      // All containers stay open: the line continues the paragraph, with or without their prefixes.
      if cursor.indentation >= 4 { note(cursor, number: number, role: .indented, of: text) }
      return
    }
    openLeaf(.paragraph, matched: matched, isOpened: isOpened)
    startsInlineText = true
  }

  private mutating func openLeaf(_ new: Leaf, matched: Int, isOpened: Bool) {
    if !isOpened { containers.close(downTo: matched) }
    containers.fill()
    leaf = new
  }

  private mutating func closeUnmatched(_ matched: Int, _ isOpened: inout Bool) {
    if !isOpened { containers.close(downTo: matched) }
    leaf = .none
    isOpened = true
  }

  private mutating func note(_ cursor: LineCursor, number: Int, role: FenceLine.Role, of text: Span<UInt8>) {
    let first = cursor.first(in: text)
    guard first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else { return }
    guard let fence = FenceLine(at: cursor, in: text, line: number, depth: containers.depth, role: role) else { return }
    fences.append(fence)
  }

  private func fence(at cursor: LineCursor, number: Int, of text: Span<UInt8>) -> FenceLine? {
    FenceLine(at: cursor, in: text, line: number, depth: containers.depth, role: .open)
  }
}
