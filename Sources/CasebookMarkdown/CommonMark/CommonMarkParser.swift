import CCommonMark
package import CasebookSource

/// The one file that imports libcmark: bytes → arena, and every C object is freed before it returns.
///
/// Block lines are cmark's, where they are right (`ArenaBuilder` puts the others right); its inline columns are wrong in known
/// cases and are not read.
package enum CommonMarkParser {
  /// Parses the text from a byte offset on and fills the document's arena.
  package static func parse(from start: Int, into document: inout Document, limits: InputLimits) {
    let text = document.source.bytes
    guard start < text.count else { return }
    let survey = survey(text)
    let guarded = InputGuard(document.source, from: start, survey: survey, limits: limits)
    if let refusal = guarded.refusal { return document.refuse(from: start, because: refusal) }
    var builder = ArenaBuilder(document.source, from: start, survey: survey, limits: limits)
    for pass in 1...ArenaBuilder.maximumPasses {
      builder.begin(isLast: pass == ArenaBuilder.maximumPasses)
      guard read(guarded, into: &builder) else {
        return document.refuse(from: start, because: .memory(limits.parseBytes))
      }
      if !builder.needsAnotherPass { break }
    }
    builder.give(to: &document)
  }

  /// One parse of the whole text and, if there are tables that need it, one of their cells; false where memory ran out.
  private static func read(_ guarded: InputGuard, into builder: inout ArenaBuilder) -> Bool {
    guard let arena = casebook_arena_new(64 << 10, builder.limits.parseBytes) else { return false }
    defer { casebook_arena_free(arena) }
    builder.refusedStretches = guarded.refusedStretches
    let fed = guarded.fed(replacing: builder.replacedTables)
    guard let root = fed.withUnsafeBufferPointer({ parse($0, from: guarded.start, in: arena) }) else { return false }
    walk(root, into: &builder)
    builder.finishBody()
    guard !builder.needsAnotherPass, let cells = builder.cellText() else { return true }
    guard let root = cells.withUnsafeBufferPointer({ parse($0, from: 0, in: arena) }) else { return false }
    var cursor = cmark_node_first_child(root)
    while let node = cursor {
      if cmark_node_get_type(node) == CMARK_NODE_HEADING, builder.beginCell() { walk(node, into: &builder) }
      cursor = cmark_node_next(node)
    }
    return true
  }

  private static func survey(_ text: [UInt8]) -> ByteSurvey {
    text.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: CChar.self).baseAddress else { return ByteSurvey() }
      return ByteSurvey(
        hasNonASCII: casebook_has_non_ascii(base, raw.count) != 0,
        hasNumericReference: casebook_has_pair(base, raw.count, 0x26, 0x23) != 0,
        hasImageOpener: casebook_has_pair(base, raw.count, 0x21, 0x5B) != 0)
    }
  }

  private static func parse(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, in arena: UnsafeMutablePointer<casebook_arena>
  ) -> OpaquePointer? {
    guard let base = text.baseAddress, start <= text.count else { return nil }
    return (base + start).withMemoryRebound(to: CChar.self, capacity: text.count - start) {
      casebook_parse(arena, $0, text.count - start)
    }
  }

  /// Copies what is below a node with a loop: down to the first child, else to the next sibling, else up.
  private static func walk(_ root: OpaquePointer, into builder: inout ArenaBuilder) {
    var cursor = cmark_node_first_child(root)
    while let node = cursor {
      let step = add(node, to: &builder)
      if step.entersChildren, let child = cmark_node_first_child(node) {
        builder.descend(step)
        cursor = child
        continue
      }
      builder.close(step)
      var current = node
      while true {
        if let next = cmark_node_next(current) {
          cursor = next
          break
        }
        guard let up = cmark_node_parent(current), up != root else { return }
        builder.ascend()
        current = up
      }
    }
  }

  private static func add(_ node: OpaquePointer, to builder: inout ArenaBuilder) -> ArenaBuilder.Step {
    let kind = kind(of: node)
    switch kind {
    case .text, .code, .htmlInline:
      return builder.addInline(kind, literal: bytes(cmark_node_get_literal(node)))
    case .softBreak, .lineBreak, .emphasis, .strong:
      return builder.addInline(kind)
    case .link, .image:
      return builder.addInline(
        kind, literal: bytes(cmark_node_get_url(node)), info: bytes(cmark_node_get_title(node)))
    case .paragraph, .thematicBreak, .blockQuote, .item:
      return builder.add(lines(of: node, kind))
    case .heading:
      var block = lines(of: node, kind)
      block.node.level = UInt8(clamping: cmark_node_get_heading_level(node))
      if block.lastLine > block.firstLine { block.nextLine = lineBehind(node) }
      return builder.add(block)
    case .list:
      var block = lines(of: node, kind)
      if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { block.node.flags.insert(.ordered) }
      if cmark_node_get_list_tight(node) != 0 { block.node.flags.insert(.tight) }
      block.node.number = Int32(clamping: cmark_node_get_list_start(node))
      return builder.add(block)
    case .codeBlock:
      return builder.addCode(
        lines(of: node, kind), literal: bytes(cmark_node_get_literal(node)),
        info: bytes(cmark_node_get_fence_info(node)))
    case .htmlBlock:
      return builder.addHTML(lines(of: node, kind), literal: bytes(cmark_node_get_literal(node)))
    case .document, .table, .tableRow, .tableCell, .linkDefinition, .opaque:
      return builder.add(lines(of: node, .opaque))
    }
  }

  private static func lines(of node: OpaquePointer, _ kind: NodeKind) -> ArenaBuilder.Block {
    ArenaBuilder.Block(
      node: Node(kind), firstLine: Int(cmark_node_get_start_line(node)) - 1,
      column: Int(cmark_node_get_start_column(node)) - 1, lastLine: Int(cmark_node_get_end_line(node)) - 1)
  }

  /// First line of the block that follows in the text.
  private static func lineBehind(_ node: OpaquePointer) -> Int {
    var cursor: OpaquePointer? = node
    while let current = cursor {
      if let next = cmark_node_next(current) { return Int(cmark_node_get_start_line(next)) - 1 }
      cursor = cmark_node_parent(current)
    }
    return -1
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: casebook_length(text))
  }

  private static func kind(of node: OpaquePointer) -> NodeKind {
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
