/// Reads HTML that we wrote as strictly as we mean to write it, and says what is not allowed.
///
/// Anything that begins with `<` must be a tag of the list, with attributes of the list between double quotes, and tags must
/// nest; so nothing that a document says can have become live without being found here.
struct MarkupReader {
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var elements: [Element] = []
  private(set) var problems: [String] = []
  private let bytes: [UInt8]
  private var open: [String] = []
  private var isPage: Bool

  private static let voids: Set<String> = ["br", "hr", "img", "input", "meta", "link"]
  private static let content: Set<String> = [
    "a", "abbr", "article", "aside", "blockquote", "br", "code", "dd", "details", "div", "dl", "dt", "em", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "img", "input", "label", "li", "nav", "ol", "p", "pre",
    "section", "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "time", "tr", "ul",
  ]
  private static let frame: Set<String> = [
    "form", "html", "head", "body", "meta", "link", "title", "header", "footer", "main", "script",
  ]
  private static let attributes: Set<String> = [
    "action", "autocomplete", "for", "placeholder", "spellcheck", "align", "alt", "checked", "class", "datetime",
    "disabled", "href", "id", "rel", "role", "scope", "src", "start",
    "tabindex", "title", "type", "lang", "charset", "name", "content", "http-equiv", "width", "height",
    "data-case", "data-updated", "data-stale-after", "data-root", "data-script",
  ]

  init(_ bytes: [UInt8], isPage: Bool = false) {
    self.bytes = bytes
    self.isPage = isPage
    read()
  }

  private mutating func read() {
    var cursor = 0
    while cursor < bytes.count {
      guard bytes[cursor] == UInt8(ascii: "<") else {
        cursor += 1
        continue
      }
      let start = cursor
      if isPage, cursor == 0, text(from: 0, to: 15) == "<!DOCTYPE html>" {
        cursor = 15
        continue
      }
      cursor = tag(at: start)
    }
    if !open.isEmpty { problems.append("not closed: \(open.joined(separator: " "))") }
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<min(end, bytes.count)], as: UTF8.self)
  }

  private mutating func tag(at start: Int) -> Int {
    var cursor = start + 1
    let isEnd = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "/")
    if isEnd { cursor += 1 }
    let nameStart = cursor
    while cursor < bytes.count, isNameByte(bytes[cursor]) { cursor += 1 }
    let name = text(from: nameStart, to: cursor)
    guard Self.content.contains(name) || (isPage && Self.frame.contains(name)) else {
      problems.append("<\(isEnd ? "/" : "")\(text(from: nameStart, to: nameStart + 30))")
      return max(cursor, start + 1)
    }
    var element = Element(name: name, attributes: [])
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ">") {
      if bytes[cursor] == 0x20 || bytes[cursor] == UInt8(ascii: "/") {
        cursor += 1
        continue
      }
      cursor = attribute(at: cursor, of: &element)
    }
    if isEnd {
      if open.popLast() != name { problems.append("</\(name)> closes another element") }
    } else {
      elements.append(element)
      if name == "script" { checkScript(element, contentAt: cursor + 1) }
      if !Self.voids.contains(name) { open.append(name) }
    }
    return cursor + 1
  }

  /// A script is a file of ours: it has an address below `assets/` and no content.
  private mutating func checkScript(_ element: Element, contentAt start: Int) {
    let isOurs = element.value("src")?.contains("assets/") == true
    if !isOurs || text(from: start, to: start + 9) != "</script>" { problems.append("a script in the page") }
  }

  private mutating func attribute(at start: Int, of element: inout Element) -> Int {
    var cursor = start
    while cursor < bytes.count, isNameByte(bytes[cursor]) || bytes[cursor] == UInt8(ascii: "-") { cursor += 1 }
    let name = text(from: start, to: cursor)
    if name == "defer", element.name == "script" { return cursor }
    guard text(from: cursor, to: cursor + 2) == "=\"",
      let end = bytes[(cursor + 2)...].firstIndex(of: UInt8(ascii: "\""))
    else {
      problems.append("<\(element.name) \(text(from: start, to: start + 30))")
      return max(cursor + 1, start + 1)
    }
    let value = text(from: cursor + 2, to: end)
    if !Self.attributes.contains(name), !name.hasPrefix("aria-") { problems.append("attribute \(name)") }
    if value.contains("<") { problems.append("\(name)=\(value)") }
    if name == "href" || name == "src" { checkAddress(value, of: element.name) }
    element.attributes.append((name, value))
    return end + 1
  }

  /// An address as a browser would take it: blanks and control characters dropped, references decoded, case folded.
  private mutating func checkAddress(_ value: String, of element: String) {
    let plain = value.replacingOccurrences("&amp;", "&").replacingOccurrences("&#x27;", "'").lowercased()
    let stripped = String(plain.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }.map(Character.init))
    let head = stripped.prefix { !"/?#\\".contains($0) }
    guard let colon = head.firstIndex(of: ":") else { return }
    let scheme = String(head[..<colon])
    let bitmaps = ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"]
    if element == "img", bitmaps.contains(where: { stripped.hasPrefix($0 + ";") || stripped.hasPrefix($0 + ",") }) {
      return
    }
    if !["http", "https", "mailto"].contains(scheme) { problems.append("address \(value)") }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ mark: String, _ replacement: String) -> String {
    split(separator: mark, omittingEmptySubsequences: false).joined(separator: replacement)
  }
}
