import CasebookModel
import CasebookSource

/// Where each page of the site stands, and how one page names another.
enum PageAddress {
  static let home = "index.html"
  static let cases = "cases.html"
  static let documents = "documents.html"
  static let coverage = "coverage.html"
  static let framework = "framework.html"
  static let tools = "tools/index.html"
  static let rules = "rules/index.html"
  static let notFound = "404.html"
  static let search = "search.html"

  static func issue(_ id: String) -> String { "issues/\(id).html" }

  static func tool(_ id: String) -> String { "tools/\(id).html" }

  static func rule(_ id: RuleID) -> String { "rules/\(id).html" }

  static func `case`(_ id: String) -> String { "cases/\(id).html" }

  /// `guides/On call.md` → `documents/guides/on-call.html`; what a slug would lose is told apart by a digest.
  static func document(_ path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if let last = parts.popLast() { parts.append(withoutSuffix(last)) }
    return "documents/" + parts.map(component).joined(separator: "/") + ".html"
  }

  /// `guides/On call.md` → `On call`
  static func fileName(of path: String) -> String {
    withoutSuffix(String(path.split(separator: "/").last ?? "Untitled"))
  }

  private static func withoutSuffix(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return name }
    return String(decoding: bytes[..<dot], as: UTF8.self)
  }

  private static func component(_ name: String) -> String {
    let slug = Slug.make(name)
    if slug.isEmpty || name.utf8.contains(where: { $0 >= 0x80 }) {
      return (slug.isEmpty ? "page" : slug) + "-" + ContentHash.hex8(Array(name.utf8))
    }
    return slug
  }

  /// `../` for each folder that a page lies in: `cases/a.html` → `../`.
  static func root(from path: String) -> String {
    String(repeating: "../", count: path.utf8.count(where: { $0 == UInt8(ascii: "/") }))
  }
}

/// A short digest for names: the first eight hexadecimal digits of a SHA-256.
enum ContentHash {
  static func hex8(_ bytes: [UInt8]) -> String { String(SHA256.hexDigest(bytes).prefix(8)) }
}
