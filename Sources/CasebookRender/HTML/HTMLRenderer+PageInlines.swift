import CasebookMarkdown

/// Inlines in the page dialect.
extension HTMLRenderer {
  /// Text, without the number of a step's title, which stands apart: `4. Root Cause` → `Root Cause`.
  mutating func pageText(_ node: Node) {
    var text = document.pool[node.literal.range]
    if page.dropsNumber {
      page.dropsNumber = false
      text = StepNumber.dropped(from: text)
    }
    html.text(text)
  }

  /// The bold of a title that is a heading already.
  func isTitleBold(_ node: Node, at index: Int) -> Bool {
    guard node.parentIndex >= 0, case .step = page.mark(at: Int(node.parentIndex)) else { return false }
    return Int(document.nodes[Int(node.parentIndex)].firstIndex) == index
  }

  /// A line break is one, whoever wrote it; a comment is nothing; all other HTML is shown.
  mutating func pageRawInline(_ source: ArraySlice<UInt8>) {
    if source.isHTMLComment { return }
    let name = source.filter { $0 != 0x20 && $0 != UInt8(ascii: "/") }.map { $0 | 0x20 }
    if name.elementsEqual("<br>".utf8) {
      html.open(.br)
      html.closeVoid()
    } else {
      html.text(source)
    }
  }

  mutating func openPageLink(_ node: Node) {
    let address = document.pool[node.literal.range]
    html.open(.a)
    switch AddressPolicy.kind(of: address, as: .link) {
    case .absolute: html.attribute(.href, address: address)
    case .relative: pend(address, isImage: false)
    case .forbidden: html.attribute(.class, fixed: "no-address")
    }
    if !node.info.isEmpty { html.attribute(.title, document.pool[node.info.range]) }
  }

  /// An address that cannot be followed is still told: `[x](slack://y)` → `x (slack://y)`.
  mutating func closePageLink(_ node: Node, at index: Int) {
    html.close(.a)
    let address = document.pool[node.literal.range]
    guard AddressPolicy.kind(of: address, as: .link) == .forbidden, !address.isEmpty,
      !document.plainText(of: NodeID(index)).utf8.elementsEqual(address)
    else { return }
    html.text(fixed: " (")
    html.open(.code)
    html.text(address)
    html.close(.code)
    html.text(fixed: ")")
  }

  /// Images of other hosts become links, since a page asks nothing of third parties.
  mutating func pageImage(_ node: Node, at index: Int) {
    let address = document.pool[node.literal.range]
    let text = document.plainText(of: NodeID(index))
    switch AddressPolicy.kind(of: address, as: .image) {
    case .absolute where address.first.map({ $0 | 0x20 }) == UInt8(ascii: "d"):
      html.open(.img)
      html.attribute(.src, address: address)
    case .relative where isShown(address):
      html.open(.img)
      pend(address, isImage: true)
    case .relative:
      html.open(.span)
      html.attribute(.class, fixed: "image")
      html.text(text.isEmpty ? String(decoding: address.prefix(200), as: UTF8.self) : text)
      html.close(.span)
      return
    case .absolute, .forbidden:
      html.open(isInLink(node) ? .span : .a)
      html.attribute(.class, fixed: "image")
      if !isInLink(node), AddressPolicy.allows(address, as: .link) { html.attribute(.href, address: address) }
      html.text(text.isEmpty ? String(decoding: address.prefix(200), as: UTF8.self) : text)
      html.close(isInLink(node) ? .span : .a)
      return
    }
    html.attribute(.alt, text)
    if !node.info.isEmpty { html.attribute(.title, document.pool[node.info.range]) }
    html.closeVoid()
  }

  /// Whether the site has the image.
  private func isShown(_ address: ArraySlice<UInt8>) -> Bool {
    guard let images = page.images else { return true }
    return LinkResolver.path(toImage: String(decoding: address, as: UTF8.self), from: images.document)
      .map(images.known.contains) ?? false
  }

  private func isInLink(_ node: Node) -> Bool {
    var parent = node.parentIndex
    while parent >= 0, !document.nodes[Int(parent)].kind.isBlock {
      if document.nodes[Int(parent)].kind == .link { return true }
      parent = document.nodes[Int(parent)].parentIndex
    }
    return false
  }

  private mutating func pend(_ address: ArraySlice<UInt8>, isImage: Bool) {
    let target = PendingLink.Target.relative(String(decoding: address, as: UTF8.self))
    page.links.append(PendingLink(offset: html.openTagOffset, target: target, isImage: isImage))
  }
}

extension ArraySlice<UInt8> {
  /// Whether this is one HTML comment and nothing else.
  var isHTMLComment: Bool {
    var text = self
    while let last = text.last, last <= 0x20 { text.removeLast() }
    text = text.drop { $0 <= 0x20 }
    guard text.starts(with: "<!--".utf8), text.count >= 7, text.suffix(3).elementsEqual("-->".utf8) else {
      return false
    }
    var cursor = text.startIndex + 4
    while cursor + 3 < text.endIndex {
      if text[cursor...].starts(with: "-->".utf8) { return false }
      cursor += 1
    }
    return true
  }
}
