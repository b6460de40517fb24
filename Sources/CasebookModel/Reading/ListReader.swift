import CasebookMarkdown

/// Reads lists: flat ones as items, nested ones level by level in document order.
extension BlockReader {
  /// An item's text, without its marker and its box; `nil` where it does not begin with a paragraph on its marker's line.
  mutating func itemText(_ item: NodeID) -> (paragraph: NodeID, content: Range<Int>, isDone: Bool)? {
    guard let first = firstChild(item), kind(first).isParagraph else { return nil }
    var content = content(first)
    let marker = node(item).source.range.lowerBound
    guard !content.isEmpty, text.firstIndex(of: 0x0A, in: marker..<max(marker, content.lowerBound)) == nil else {
      return nil
    }
    var isDone = node(item).flags.contains(.checked)
    if let box = box(content) {
      content = box.rest
      isDone = box.isDone
    }
    return content.isEmpty ? nil : (first, content, isDone)
  }

  /// `[ ] text` → not done, `text`.
  private func box(_ content: Range<Int>) -> (rest: Range<Int>, isDone: Bool)? {
    let text = slice(content)
    return Self.isBox(text) ? (text.dropping(4).range, text.byte(1) != 0x20) : nil
  }

  /// Plain text of an item's paragraph without its box; the source where it has no text, as an image has none.
  func itemPlainText(_ paragraph: NodeID, content: Range<Int>) -> String {
    let plain = plainText(paragraph)
    if plain.utf8.first == UInt8(ascii: "["), content.lowerBound > self.content(paragraph).lowerBound,
      let rest = plain.withSlice({ slice in Self.isBox(slice) ? slice.dropping(4).string : nil })
    {
      return rest
    }
    return plain.isEmpty ? text.string(content) : plain
  }

  private static func isBox(_ text: TextSlice) -> Bool {
    guard text.byte(0) == UInt8(ascii: "["), text.byte(2) == UInt8(ascii: "]"), text.byte(3)?.isSpace ?? false,
      let mark = text.byte(1)
    else { return false }
    return mark == 0x20 || mark.lowered == UInt8(ascii: "x")
  }

  /// A list whose items are one paragraph each; `nil` where there is anything else in it.
  mutating func flatItems(_ list: NodeID) -> ItemList? {
    var items: [MeasuredText] = []
    var cursor = firstChild(list)
    while let item = cursor {
      guard let first = firstChild(item), next(first) == nil,
        let part = itemText(item),
        let text = measured(
          part.paragraph, content: part.content, text: itemPlainText(part.paragraph, content: part.content))
      else { return nil }
      items.append(text)
      cursor = next(item)
    }
    return items.isEmpty ? nil : ItemList(items: items, block: ref(list))
  }

  /// Whether every item of a list, and of the lists in it, begins with a text on its marker's line.
  mutating func isOutline(_ list: NodeID) -> Bool {
    var cursor = firstChild(list)
    while let node = cursor {
      switch kind(node) {
      case .item:
        guard itemText(node) != nil else { return false }
        cursor = successor(node, within: list)
      case .list: cursor = successor(node, within: list)
      case .document, .blockQuote, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
        .link, .image:
        cursor = successor(node, within: list, skippingChildren: true)
      }
    }
    return true
  }

  /// Walks an outline in document order: texts of items, and blocks that are more than a text.
  ///
  /// Stops with `false` at an item that does not begin with a text on its marker's line.
  mutating func walkOutline(
    _ list: NodeID, item: (inout BlockReader, _ paragraph: NodeID, _ content: Range<Int>, _ isDone: Bool) -> Void,
    other: (inout BlockReader, NodeID) -> Void
  ) -> Bool {
    // The paragraph that is its item's text comes right behind the item.
    var itemText: NodeID?
    var cursor = firstChild(list)
    while let node = cursor {
      switch kind(node) {
      case .item:
        guard let text = self.itemText(node) else { return false }
        itemText = text.paragraph
        item(&self, text.paragraph, text.content, text.isDone)
        cursor = successor(node, within: list)
      case .list: cursor = successor(node, within: list)
      case .document, .blockQuote, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow,
        .tableCell, .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
        .link, .image:
        if node.index != itemText?.index { other(&self, node) }
        cursor = successor(node, within: list, skippingChildren: true)
      }
    }
    return true
  }
}
