import CasebookModel

/// Where each page of the site stands, and how one page names another.
enum PageAddress {
  static let home = "index.html"
  static let cases = "cases.html"
  static let documents = "documents.html"
  static let framework = "framework.html"
  static let tools = "tools/index.html"
  static let notFound = "404.html"

  static func issue(_ id: String) -> String { "issues/\(id).html" }

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

/// A short digest for names: FNV-1a, 64 bits, folded to 32.
///
/// It keeps browsers from showing an old style sheet with a new page; nobody's safety hangs on it.
enum ContentHash {
  /// Eight hexadecimal digits.
  static func hex8(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let folded = UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
    let digits = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
