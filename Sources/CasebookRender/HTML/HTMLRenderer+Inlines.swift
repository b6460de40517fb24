import CasebookMarkdown

extension HTMLRenderer {
  /// A link to a forbidden scheme keeps its text and loses its address: `[x](javascript:y)` → `<a>x</a>`.
  mutating func openLink(_ node: Node) {
    let address = document.pool[node.literal.range]
    html.open(.a)
    if AddressPolicy.allows(address, as: .link) { html.attribute(.href, address: address) }
    if !node.info.isEmpty { html.attribute(.title, document.pool[node.info.range]) }
  }

  /// An image's text is that of everything in it, without markup: `![a *b*](c.png)` → `alt="a b"`.
  mutating func image(_ node: Node, at index: Int) {
    let address = document.pool[node.literal.range]
    html.open(.img)
    if AddressPolicy.allows(address, as: .image) {
      html.attribute(.src, address: address)
    } else {
      html.attribute(.src, fixed: "")
    }
    html.attribute(.alt, document.plainText(of: NodeID(index)))
    if !node.info.isEmpty { html.attribute(.title, document.pool[node.info.range]) }
    html.closeVoid()
  }
}
