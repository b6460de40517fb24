import CCommonMark
package import CasebookSource

/// The one file that imports libcmark: bytes → arena, and every C object is freed before it returns.
///
/// Block lines are cmark's; its inline columns are wrong in known cases and are not read.
package enum CommonMarkParser {
  /// Parses the text from a byte offset on and fills the document's arena.
  package static func parse(from start: Int, into document: inout Document, limits: InputLimits) {
    let text = document.source.bytes
    let firstLine = document.source.lines.lineIndex(of: start)
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, start < buffer.count else { return }
      cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self) + start, buffer.count - start)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    var builder = ArenaBuilder(document: document, firstLine: firstLine)
    builder.build(from: root)
    document = builder.document
  }
}

/// Copies cmark's tree into the arena with a loop: down to the first child, else to the next sibling, else up.
private struct ArenaBuilder {
  var document: Document
  let firstLine: Int

  mutating func build(from root: OpaquePointer) {
    document.nodes.reserveCapacity(256)
    document.nodes[0].source = ByteSpan(0..<document.source.bytes.count)
    var parent: Int32 = 0
    var previous: Int32 = -1
    var cursor = cmark_node_first_child(root)
    while let node = cursor {
      let index = append(node, parent: parent, previous: previous)
      if let child = cmark_node_first_child(node) {
        parent = index
        previous = -1
        cursor = child
        continue
      }
      previous = index
      var current = node
      while true {
        if let next = cmark_node_next(current) {
          cursor = next
          break
        }
        guard let up = cmark_node_parent(current), up != root else {
          cursor = nil
          break
        }
        current = up
        previous = parent
        parent = document.nodes[Int(parent)].parentIndex
      }
    }
  }

  private mutating func append(_ node: OpaquePointer, parent: Int32, previous: Int32) -> Int32 {
    var copy = Node(kind(of: node))
    copy.parentIndex = parent
    switch copy.kind {
    case .heading: copy.level = UInt8(clamping: cmark_node_get_heading_level(node))
    case .list:
      if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { copy.flags.insert(.ordered) }
      if cmark_node_get_list_tight(node) != 0 { copy.flags.insert(.tight) }
      copy.number = Int32(clamping: cmark_node_get_list_start(node))
    case .codeBlock:
      copy.literal = pooled(cmark_node_get_literal(node))
      copy.info = pooled(cmark_node_get_fence_info(node))
    case .htmlBlock, .text, .code, .htmlInline: copy.literal = pooled(cmark_node_get_literal(node))
    case .link, .image:
      copy.literal = pooled(cmark_node_get_url(node))
      copy.info = pooled(cmark_node_get_title(node))
    case .document, .blockQuote, .item, .paragraph, .thematicBreak, .table, .tableRow, .tableCell, .linkDefinition,
      .opaque, .softBreak, .lineBreak, .emphasis, .strong:
      break
    }
    if copy.kind.isBlock { copy.source = span(of: node) }
    if copy.kind == .codeBlock { copy.flags.formUnion(fence(of: copy)) }
    let index = Int32(document.nodes.count)
    document.nodes.append(copy)
    if previous >= 0 {
      document.nodes[Int(previous)].nextIndex = index
    } else {
      document.nodes[Int(parent)].firstIndex = index
    }
    return index
  }

  /// An indented block never begins with a fence: its own first characters are the indentation.
  private func fence(of node: Node) -> Node.Flags {
    let start = node.source.range.lowerBound
    guard start < document.source.bytes.count else { return [] }
    let byte = document.source.bytes[start]
    return byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") ? .fenced : []
  }

  private mutating func pooled(_ text: UnsafePointer<CChar>?) -> ByteSpan {
    guard let text else { return .absent }
    let start = document.pool.count
    var length = 0
    while text[length] != 0 { length += 1 }
    text.withMemoryRebound(to: UInt8.self, capacity: length) {
      document.pool.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
    }
    return ByteSpan(start..<document.pool.count)
  }

  /// Block lines → bytes of the text.
  private func span(of node: OpaquePointer) -> ByteSpan {
    let lines = document.source.lines
    let first = firstLine + max(0, Int(cmark_node_get_start_line(node)) - 1)
    let last = max(first, firstLine + Int(cmark_node_get_end_line(node)) - 1)
    let line = lines.content(ofLine: first, in: document.source.bytes)
    let start = min(line.lowerBound + max(0, Int(cmark_node_get_start_column(node)) - 1), line.upperBound)
    let end = lines.content(ofLine: last, in: document.source.bytes).upperBound
    return ByteSpan(start..<max(start, end))
  }

  private func kind(of node: OpaquePointer) -> NodeKind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    default: .opaque
    }
  }
}
