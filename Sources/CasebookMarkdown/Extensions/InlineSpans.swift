import CasebookSource

extension Document {
  /// Where an inline stands in the source; `nil` for blocks, and for inlines that cannot be found.
  ///
  /// Text: its stretch, escapes and references included. Code: what is between the backticks. Emphasis, links, images: all of
  /// the markup. Found by walking the block's source along its inlines, since cmark's columns are wrong in known cases; to ask
  /// for many of one block, take `inlineSpans(of:)`.
  package func inlineSpan(of id: NodeID) -> Range<Int>? {
    guard !self[id].kind.isBlock else { return nil }
    var block = parent(of: id)
    while let up = block, !self[up].kind.isBlock { block = parent(of: up) }
    guard let block else { return nil }
    return inlineSpans(of: block).first { $0.node == id }?.span
  }

  /// Where the inlines of a paragraph, a heading or a table cell stand in the source; containers come behind their content.
  package func inlineSpans(of block: NodeID) -> [(node: NodeID, span: Range<Int>)] {
    var locator = InlineLocator(document: self, block: block)
    locator.run()
    return locator.spans
  }

  /// The text of a paragraph, a heading or a table cell without markup, each byte with its place in the source.
  ///
  /// Line breaks are spaces, as in `plainText(of:)`. What cannot be found stands for the whole block.
  package func locatedText(of block: NodeID) -> LocatedText {
    if let only = firstChild(of: block), next(after: only) == nil, self[only].kind == .text {
      let lines = contentLines(of: block)
      if lines.count == 1, source.bytes[lines[0]].elementsEqual(literal(of: only)) {
        var text = LocatedText()
        text.append(literal(of: only), from: lines[0])
        return text
      }
    }
    var locator = InlineLocator(document: self, block: block)
    locator.run()
    return locator.text
  }

  /// Pieces of a block's plain text with their source: `locatedText(of:)` for readers that take it piece by piece.
  package func textSpans(of block: NodeID) -> [(text: String, source: Range<Int>)] {
    let text = locatedText(of: block)
    return text.pieces.map { (String(decoding: text.bytes[$0.text], as: UTF8.self), $0.source) }
  }
}

/// Walks a block's source along its inlines: each of them says which markup must come next.
///
/// `a *b*` with the inlines text, emphasis(text): `a ` matches, `*` opens, `b` matches, `*` closes. There is nothing to search,
/// so it is linear. Where source and inlines do not agree, it stops, and what follows has no place.
private struct InlineLocator {
  let document: Document
  let block: NodeID
  let raw: InlineSource
  var place = 0
  var isLost = false
  var spans: [(node: NodeID, span: Range<Int>)] = []
  var text = LocatedText()
  /// Starts of the containers that are open.
  private var open: [Int] = []
  private var scanner: LinkScanner

  private var bytes: [UInt8] { raw.bytes }

  init(document: Document, block: NodeID) {
    self.document = document
    self.block = block
    let text = document.source.bytes
    if document[block].kind == .tableCell {
      raw = InlineSource(cell: document[block].source.range, of: text)
    } else {
      raw = InlineSource(lines: document.inlineLines(of: block), of: text)
    }
    scanner = LinkScanner(raw.bytes)
  }

  mutating func run() {
    var cursor = document.firstChild(of: block)
    while let id = cursor {
      enter(id)
      if let child = document.firstChild(of: id) {
        cursor = child
        continue
      }
      var current = id
      cursor = nil
      leave(current)
      while true {
        if let next = document.next(after: current) {
          cursor = next
          break
        }
        guard let up = document.parent(of: current), up != block else { return }
        leave(up)
        current = up
      }
    }
  }

  private func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func enter(_ id: NodeID) {
    let start = place
    switch document[id].kind {
    case .text: enterText(id)
    case .code: enterCode(id)
    case .htmlInline: enterHTML(id)
    case .softBreak, .lineBreak:
      let isEscaped = byte(place) == UInt8(ascii: "\\")
      if isEscaped { place += 1 }
      while place < bytes.count, bytes[place] != 0x0A, isWhitespace(bytes[place]) { place += 1 }
      expect(byte(place) == 0x0A, length: 1)
      while !isEscaped, isBlank(byte(place)) { place += 1 }
      // A break reaches to the text of the next line, over the prefixes of the containers.
      if !isLost { spans.append((id, raw.source(of: start)..<max(raw.source(of: start), raw.source(of: place)))) }
      append([0x20], from: start..<place)
    case .emphasis:
      open.append(place)
      expect(byte(place) == UInt8(ascii: "*") || byte(place) == UInt8(ascii: "_"), length: 1)
    case .strong:
      open.append(place)
      expect(byte(place) == UInt8(ascii: "*") || byte(place) == UInt8(ascii: "_"), length: 2)
    case .link:
      open.append(place)
      expect(byte(place) == UInt8(ascii: "[") || byte(place) == UInt8(ascii: "<"), length: 1)
    case .image:
      open.append(place)
      expect(byte(place) == UInt8(ascii: "!") && byte(place + 1) == UInt8(ascii: "["), length: 2)
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque:
      isLost = true
    }
  }

  private mutating func leave(_ id: NodeID) {
    switch document[id].kind {
    case .emphasis: expect(byte(place) == UInt8(ascii: "*") || byte(place) == UInt8(ascii: "_"), length: 1)
    case .strong: expect(byte(place) == UInt8(ascii: "*") || byte(place) == UInt8(ascii: "_"), length: 2)
    case .link, .image: leaveLink()
    case .text, .code, .htmlInline, .softBreak, .lineBreak: return
    case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table,
      .tableRow, .tableCell, .linkDefinition, .opaque:
      return
    }
    let start = open.popLast() ?? place
    record(id, start..<max(start, place))
  }

  private mutating func leaveLink() {
    if let start = open.last, byte(start) == UInt8(ascii: "<") {
      expect(byte(place) == UInt8(ascii: ">"), length: 1)
      return
    }
    expect(byte(place) == UInt8(ascii: "]"), length: 1)
    if let end = scanner.inlineTail(place) {
      place = end
    } else if let label = scanner.label(place) {
      place = label.end
    }
  }

  private mutating func expect(_ isThere: Bool, length: Int) {
    if isThere, place + length <= bytes.count { place += length } else { isLost = true }
  }

  private mutating func record(_ id: NodeID, _ range: Range<Int>) {
    if !isLost { spans.append((id, raw.source(of: range))) }
  }

  private mutating func append(_ plain: some Collection<UInt8>, from range: Range<Int>, isDecoded: Bool = false) {
    let source = isLost ? document[block].source.range : raw.source(of: range)
    text.append(plain, from: source, isDecoded: isDecoded || isLost)
  }
}

// MARK: - Leaves

extension InlineLocator {
  /// Text, decoded as it is matched; in an autolink a backslash escapes nothing.
  private mutating func enterText(_ id: NodeID) {
    let literal = document.literal(of: id)
    let isAutolink = document.parent(of: id).map { document[$0].kind == .link } ?? false && open.last.map(byte) == 0x3C
    let start = place
    let match = LiteralMatcher(literal, in: bytes, at: place, allowsEscapes: !isAutolink)
    for piece in match.pieces { append(literal[piece.literal], from: piece.raw, isDecoded: piece.isDecoded) }
    place = match.place
    if !match.isComplete {
      isLost = true
      append(literal[(match.pieces.last?.literal.upperBound ?? literal.startIndex)...], from: 0..<0)
    }
    record(id, start..<place)
  }

  /// Code lies between two runs of backticks of one length; a blank at both ends is not part of it.
  private mutating func enterCode(_ id: NodeID) {
    var content = place
    while byte(content) == UInt8(ascii: "`") { content += 1 }
    let length = content - place
    var closer = content
    while length > 0, closer < bytes.count {
      let run = closer
      while byte(closer) == UInt8(ascii: "`") { closer += 1 }
      if closer - run == length { break }
      if closer == run { closer += 1 }
    }
    guard length > 0, closer <= bytes.count, closer - length >= content else {
      isLost = true
      return append(document.literal(of: id), from: 0..<0)
    }
    var range = content..<closer - length
    let isPadded = range.count > 1 && isCodeSpace(bytes[range.lowerBound]) && isCodeSpace(bytes[range.upperBound - 1])
    if isPadded, !bytes[range].allSatisfy(isCodeSpace) { range = range.lowerBound + 1..<range.upperBound - 1 }
    place = closer
    record(id, range)
    let literal = document.literal(of: id)
    let isSame = literal.elementsEqual(bytes[range]) { $0 == $1 || $0 == 0x20 && $1 == 0x0A }
    append(literal, from: range, isDecoded: !isSame)
  }

  private func isCodeSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

  private mutating func enterHTML(_ id: NodeID) {
    let start = place
    let literal = document.literal(of: id)
    var next = literal.startIndex
    while next < literal.endIndex, !isLost {
      let isBreak = literal[next] == 0x0D
      let expected = isBreak ? 0x0A : literal[next]
      if byte(place) == expected || (bytes.count > place && bytes[place] == 0) { place += 1 } else { isLost = true }
      next += isBreak && next + 1 < literal.endIndex && literal[next + 1] == 0x0A ? 2 : 1
    }
    record(id, start..<place)
    append(literal, from: start..<place, isDecoded: !literal.elementsEqual(bytes[start..<place]))
  }
}
