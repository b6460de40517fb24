import CasebookSource

/// A link of a page with what it leads to, or why it leads nowhere: an attribute of its start tag.
struct ResolvedLink: Hashable, Sendable {
  var attribute: HTMLAttribute
  var value: String
  var isAddress: Bool
}

/// Links between documents → links between pages.
///
/// `[x](../b.md#cause)` in `guides/a.md` → `../documents/b.html#cause-section` or the page of b's only case; what is not
/// part of the site keeps its text and says so.
struct LinkResolver: Sendable {
  let site: SiteFacts

  /// Resolves what a page left open, for an address of the page and the document that it shows.
  func resolve(_ face: PageFace, document: Int, page: String) -> [ResolvedLink] {
    guard !face.links.isEmpty else { return [] }
    let root = PageAddress.root(from: page)
    return zip(face.links, face.areImages).map { target, isImage in
      switch target {
      case .caseOfDocument(let index):
        return link(root + site.cases[site.firstCase[document] + index].address)
      case .relative(let address):
        if isImage { return image(address, document: document, root: root) }
        if let target = self.target(of: address, document: document, face: face, root: root) { return link(target) }
        return ResolvedLink(attribute: .title, value: "not part of this site: \(address)", isAddress: false)
      }
    }
  }

  private func link(_ address: String) -> ResolvedLink {
    ResolvedLink(attribute: .href, value: address, isAddress: true)
  }

  private func image(_ address: String, document: Int, root: String) -> ResolvedLink {
    let path = Self.path(toImage: address, from: site.faces[document].path) ?? ""
    return ResolvedLink(attribute: .src, value: root + "files/" + path, isAddress: true)
  }

  private func target(of address: String, document: Int, face: PageFace, root: String) -> String? {
    let (path, fragment) = Self.split(address)
    if path.isEmpty {
      guard !fragment.isEmpty else { return "#" }
      if let name = Self.names(for: fragment).first(where: face.anchors.contains) { return "#" + name }
      if Self.names(for: fragment).contains(AnchorNames.name(for: site.faces[document].title)) { return "#main" }
      return elsewhere(in: document, fragment).map { root + $0 }
    }
    guard let absolute = Self.path(path, from: site.faces[document].path),
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
    let face = site.faces[document]
    for name in Self.names(for: fragment) {
      if face.page?.anchors.contains(name) == true { return PageAddress.document(face.path) + "#" + name }
      if let index = face.caseIndex(ofAnchor: name) {
        let isTitle = !face.cases[index].page.anchors.contains(name)
        return site.cases[site.firstCase[document] + index].address + (isTitle ? "" : "#" + name)
      }
    }
    return nil
  }

  private func mainPage(of document: Int) -> String? {
    let face = site.faces[document]
    if face.page != nil { return PageAddress.document(face.path) }
    return face.cases.isEmpty ? nil : site.cases[site.firstCase[document]].address
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

extension PageBody {
  /// Its HTML with the links that were resolved, in their order.
  func content(_ links: [ResolvedLink]) -> HTMLFragment {
    html.adding(zip(self.links, links).map { ($0.offset, $1.attribute, $1.value, $1.isAddress) })
  }
}
