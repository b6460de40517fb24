import CasebookMarkdown

/// Reads lists: flat ones as items, nested ones level by level in document order.
extension BlockReader {
  /// An item's text, without its marker and its box; `nil` where it does not begin with a paragraph on its marker's line.
  mutating func itemText(_ item: NodeID) -> (paragraph: NodeID, content: Range<Int>, isDone: Bool)? {
    guard let first = document.firstChild(of: item), kind(first) == .paragraph else { return nil }
    var content = content(first)
    let marker = document.nodes[Int(item.index)].source.range
    guard !content.isEmpty, !bytes[marker.lowerBound..<max(marker.lowerBound, content.lowerBound)].contains(0x0A) else {
      return nil
    }
    let flags = document.nodes[Int(item.index)].flags
    var isDone = flags.contains(.checked)
    if let box = box(content) {
      content = box.rest
      isDone = box.isDone
    }
    return content.isEmpty ? nil : (first, content, isDone)
  }

  /// `[ ] text` → not done, `text`.
  private func box(_ content: Range<Int>) -> (rest: Range<Int>, isDone: Bool)? {
    let text = slice(content)
    guard text.byte(0) == UInt8(ascii: "["), text.byte(2) == UInt8(ascii: "]"), text.byte(3)?.isSpace ?? false,
      let mark = text.byte(1), mark == 0x20 || mark.lowered == UInt8(ascii: "x")
    else { return nil }
    return (text.dropping(4).range, mark != 0x20)
  }

  /// Plain text of an item's paragraph without its box.
  mutating func itemPlainText(_ paragraph: NodeID) -> String {
    let text = plainText(paragraph)
    let utf8 = text.utf8
    guard utf8.count > 4, utf8.first == UInt8(ascii: "[") else { return text }
    let bytes = Array(utf8.prefix(4))
    guard bytes[2] == UInt8(ascii: "]"), bytes[3] == 0x20, bytes[1] == 0x20 || bytes[1].lowered == UInt8(ascii: "x")
    else { return text }
    return String(decoding: Array(utf8.dropFirst(4)).drop { $0.isSpace }, as: UTF8.self)
  }

  /// A list whose items are one paragraph each; `nil` where there is anything else in it.
  mutating func flatItems(_ list: NodeID) -> ItemList? {
    var items: [MeasuredText] = []
    var cursor = document.firstChild(of: list)
    while let item = cursor {
      guard let first = document.firstChild(of: item), document.next(after: first) == nil,
        let part = itemText(item),
        let text = measured(part.paragraph, content: part.content, text: itemPlainText(part.paragraph))
      else { return nil }
      items.append(text)
      cursor = document.next(after: item)
    }
    return items.isEmpty ? nil : ItemList(items: items, block: ref(list))
  }

  /// Whether every item of a list, and of the lists in it, begins with a text on its marker's line.
  mutating func isOutline(_ list: NodeID) -> Bool {
    var cursor = document.firstChild(of: list)
    while let node = cursor {
      switch kind(node) {
      case .item:
        guard itemText(node) != nil else { return false }
        cursor = document.successor(of: node, within: list)
      case .list: cursor = document.successor(of: node, within: list)
      case .document, .blockQuote, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
        .link, .image:
        cursor = document.successor(of: node, within: list, skippingChildren: true)
      }
    }
    return true
  }

  /// Walks an outline in document order: texts of items, and blocks that are more than a text.
  mutating func walkOutline(
    _ list: NodeID, item: (inout BlockReader, _ paragraph: NodeID, _ content: Range<Int>, _ isDone: Bool) -> Void,
    other: (inout BlockReader, NodeID) -> Void
  ) {
    var texts: Set<NodeID> = []
    var cursor = document.firstChild(of: list)
    while let node = cursor {
      switch kind(node) {
      case .item:
        if let text = itemText(node) {
          texts.insert(text.paragraph)
          item(&self, text.paragraph, text.content, text.isDone)
        }
        cursor = document.successor(of: node, within: list)
      case .list: cursor = document.successor(of: node, within: list)
      case .document, .blockQuote, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
        .link, .image:
        if !texts.contains(node) { other(&self, node) }
        cursor = document.successor(of: node, within: list, skippingChildren: true)
      }
    }
  }
}
