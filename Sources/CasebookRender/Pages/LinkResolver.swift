/// Links between documents → links between pages.
///
/// `[x](../b.md#cause)` in `guides/a.md` → `../documents/b.html#cause-section` or the page of b's only case; what is not
/// part of the site keeps its text and says so.
struct LinkResolver: Sendable {
  let site: SiteFacts

  /// Fills in what a body left open, for a page at `page` that shows the document `document`.
  func resolve(_ body: PageBody, document: Int, page: String) -> HTMLFragment {
    guard !body.links.isEmpty else { return body.html }
    let root = PageAddress.root(from: page)
    return body.html.adding(
      body.links.map { link in
        switch link.target {
        case .caseOfDocument(let index):
          return (link.offset, .href, root + site.cases[site.firstCase[document] + index].address, true)
        case .relative(let address):
          if link.isImage { return image(address, document: document, root: root, offset: link.offset) }
          if let target = target(of: address, document: document, body: body, root: root) {
            return (link.offset, .href, target, true)
          }
          return (link.offset, .title, "not part of this site: \(address)", false)
        }
      })
  }

  private func image(
    _ address: String, document: Int, root: String, offset: Int
  ) -> (offset: Int, name: HTMLAttribute, value: String, isAddress: Bool) {
    let path = Self.path(toImage: address, from: site.bodies[document].path) ?? ""
    return (offset, .src, root + "files/" + path, true)
  }

  private func target(of address: String, document: Int, body: PageBody, root: String) -> String? {
    let (path, fragment) = Self.split(address)
    if path.isEmpty {
      guard !fragment.isEmpty else { return "#" }
      if let name = Self.names(for: fragment).first(where: body.anchors.contains) { return "#" + name }
      if Self.names(for: fragment).contains(AnchorNames.name(for: site.bodies[document].title)) { return "#main" }
      return elsewhere(in: document, fragment).map { root + $0 }
    }
    guard let absolute = Self.path(path, from: site.bodies[document].path),
      let other = site.documentByPath[absolute] ?? site.documentByPath[absolute + ".md"]
        ?? site.documentByPath[absolute + "/README.md"] ?? site.documentByPath[absolute + "/index.md"]
    else { return nil }
    if !fragment.isEmpty, let place = elsewhere(in: other, fragment) { return root + place }
    return mainPage(of: other).map { root + $0 }
  }

  /// Names that a place may have on our pages: its own, and that of a step, which has no number there.
  private static func names(for fragment: String) -> [String] {
    let digits = fragment.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
    let rest = fragment.utf8.dropFirst(digits)
    guard digits > 0, rest.first == UInt8(ascii: "-") else { return [AnchorNames.name(for: fragment)] }
    return [fragment, String(decoding: rest.dropFirst(), as: UTF8.self)].map(AnchorNames.name)
  }

  /// The page of a document that has a place; its title is the page itself.
  private func elsewhere(in document: Int, _ fragment: String) -> String? {
    let body = site.bodies[document]
    for name in Self.names(for: fragment) {
      if body.page?.anchors.contains(name) == true { return PageAddress.document(body.path) + "#" + name }
      if let index = body.caseIndex(ofAnchor: name) {
        let isTitle = !body.cases[index].body.anchors.contains(name)
        return site.cases[site.firstCase[document] + index].address + (isTitle ? "" : "#" + name)
      }
    }
    return nil
  }

  private func mainPage(of document: Int) -> String? {
    let body = site.bodies[document]
    if body.page != nil { return PageAddress.document(body.path) }
    return body.cases.isEmpty ? nil : site.cases[site.firstCase[document]].address
  }

  /// `img/a%20b.png?raw` from `guides/a.md` → `guides/img/a b.png`
  static func path(toImage address: String, from document: String) -> String? {
    path(split(address).path, from: document)
  }

  /// `b.md?plain#cause` → `b.md`, `cause`, with `%20` and the like decoded.
  static func split(_ address: String) -> (path: String, fragment: String) {
    let bytes = Array(address.utf8)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    let path = bytes[..<hash].prefix { $0 != UInt8(ascii: "?") }
    return (decoded(path), decoded(bytes[hash...].dropFirst()))
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var cursor = bytes.startIndex
    while cursor < bytes.endIndex {
      if bytes[cursor] == UInt8(ascii: "%"), cursor + 2 < bytes.endIndex,
        let value = UInt8(String(decoding: bytes[(cursor + 1)...(cursor + 2)], as: UTF8.self), radix: 16)
      {
        result.append(value)
        cursor += 3
      } else {
        result.append(bytes[cursor])
        cursor += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The longest path that a file can have; what is longer is not looked up.
  private static let longestPath = 4096

  /// `../b.md` from `guides/a.md` → `b.md`; nothing for what lies above the content folder.
  static func path(_ relative: String, from document: String) -> String? {
    guard relative.utf8.count + document.utf8.count <= longestPath else { return nil }
    let slash = UInt8(ascii: "/")
    var parts = relative.utf8.first == slash ? [] : Array(document.utf8.split(separator: slash).dropLast())
    for part in relative.utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }
}
