import CasebookMarkdown
package import CasebookModel
import CasebookSource

/// The blocks that rules ask for, collected in one pass over a file's trees, so that sixty rules don't walk them sixty times.
///
/// It holds what decides whether a rule looks closer; a tree is only copied out for those blocks.
package struct BlockSurvey: Sendable {
  /// A heading and what decides about it.
  package struct Heading: Sendable {
    package var block: BlockRef
    package var level: Int
    /// Hash of its text without capitals; equal for headings that read the same.
    package var key: UInt64
    var offset: Int
  }

  /// A block of code and what it says of itself.
  package struct Code: Sendable {
    package var block: BlockRef
    package var isFenced: Bool
    /// First word of the info string in small letters, at most 15 bytes; empty where attributes or nothing stand there.
    package var language: String
    var offset: Int
  }

  /// Headings of the document and of the documents in its fences, as they stand on disk.
  package private(set) var headings: [Heading] = []
  /// Fenced and indented code, fences that hold a document included.
  package private(set) var codeBlocks: [Code] = []
  package private(set) var htmlBlocks: [BlockRef] = []
  /// Paragraphs, those of lists and quotations included, tree by tree.
  package private(set) var paragraphs: [BlockRef] = []

  package init(_ document: ReadDocument) {
    headings.reserveCapacity(32)
    paragraphs.reserveCapacity(document.document.nodes.count / 8 + 8)
    collect(document.document, tree: 0)
    guard !document.nested.isEmpty else { return }
    for index in document.nested.indices { collect(document.nested[index], tree: index + 1) }
    headings.sort { ($0.offset, $0.block.tree) < ($1.offset, $1.block.tree) }
    codeBlocks.sort { ($0.offset, $0.block.tree) < ($1.offset, $1.block.tree) }
  }

  /// The last heading of a tree before a byte on disk; looks past at most a thousand headings of other trees.
  func heading(above offset: Int, tree: Int) -> Heading? {
    var low = 0
    var high = headings.count
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return headings[..<low].suffix(1_000).last { $0.block.tree == tree }
  }

  private mutating func collect(_ document: Document, tree: Int) {
    document.nodes.withUnsafeBufferPointer { nodes in
      for index in nodes.indices {
        switch nodes[index].kind {
        case .heading:
          let id = NodeID(index)
          headings.append(
            Heading(
              block: BlockRef(tree: tree, node: id), level: Int(nodes[index].level),
              key: Self.key(document.source.bytes, document.headingText(of: id)), offset: document.diskOffset(of: id)))
        case .codeBlock:
          let id = NodeID(index)
          codeBlocks.append(
            Code(
              block: BlockRef(tree: tree, node: id), isFenced: nodes[index].flags.contains(.fenced),
              language: Self.language(document.pool, nodes[index].info.range),
              offset: document.diskOffset(of: id)))
        case .htmlBlock: htmlBlocks.append(BlockRef(tree: tree, node: NodeID(index)))
        case .paragraph: paragraphs.append(BlockRef(tree: tree, node: NodeID(index)))
        case .document, .blockQuote, .list, .item, .thematicBreak, .table, .tableRow, .tableCell,
          .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link,
          .image:
          break
        }
      }
    }
  }

  /// FNV-1a over the bytes, ASCII capitals folded.
  private static func key(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
    text.withUnsafeBufferPointer { text in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in text[range] {
        let folded = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
      }
      return hash
    }
  }

  private static func language(_ pool: [UInt8], _ info: Range<Int>) -> String {
    var word: [UInt8] = []
    for byte in pool[info].prefix(15) {
      if byte <= 0x20 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: ",") { break }
      word.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
    return String(decoding: word, as: UTF8.self)
  }
}

extension Document {
  /// Byte on disk at which a block begins.
  func diskOffset(of id: NodeID) -> Int { source.map.start(self[id].source.range.lowerBound) }

  /// Bytes of the fence that opens a block, or of the `##` of a heading: the run of its first byte.
  func fence(of id: NodeID) -> Range<Int> {
    let range = self[id].source.range
    guard range.lowerBound < range.upperBound, range.upperBound <= source.bytes.count else { return range }
    var end = range.lowerBound
    while end < range.upperBound, source.bytes[end] == source.bytes[range.lowerBound] { end += 1 }
    return range.lowerBound..<end
  }

  /// Bytes of the first word behind a fence: `go` of "```go {.bug}".
  func languageWord(of id: NodeID) -> Range<Int> {
    let fence = fence(of: id)
    let end = min(self[id].source.range.upperBound, source.bytes.count)
    var start = fence.upperBound
    while start < end, source.bytes[start] == 0x20 || source.bytes[start] == 0x09 { start += 1 }
    var stop = start
    while stop < end, source.bytes[stop] > 0x20, source.bytes[stop] != UInt8(ascii: "{"),
      source.bytes[stop] != UInt8(ascii: ",")
    {
      stop += 1
    }
    return start..<stop
  }

  /// Whether a heading begins with `#`, and is not underlined.
  func isMarked(_ id: NodeID) -> Bool {
    let start = self[id].source.range.lowerBound
    return start < source.bytes.count && source.bytes[start] == UInt8(ascii: "#")
  }

  /// Bytes of a heading's text; of one that is underlined, those of its first line.
  func headingText(of id: NodeID) -> Range<Int> {
    guard isMarked(id) else { return contentLines(of: id).first ?? fence(of: id) }
    let range = self[id].source.range.clamped(to: 0..<source.bytes.count)
    var start = fence(of: id).upperBound
    var end = range.upperBound
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    while start < end, isBlank(source.bytes[start]) { start += 1 }
    while start < end, isBlank(source.bytes[end - 1]) { end -= 1 }
    // `## Title ##`
    var closing = end
    while closing > start, source.bytes[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing == start || isBlank(source.bytes[closing - 1]) {
      end = closing
      while start < end, isBlank(source.bytes[end - 1]) { end -= 1 }
    }
    return start..<end
  }
}
