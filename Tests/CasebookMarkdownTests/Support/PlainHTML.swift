import CasebookMarkdown

/// Writes a document as the HTML of the CommonMark and GFM specifications, raw HTML and all: for these tests alone.
///
/// The renderer of the site refuses what the specification passes on; this one shows that parsing loses nothing.
struct PlainHTML {
  private let document: Document
  private var output: [UInt8] = []
  private var tightDepth = 0

  static func write(_ document: Document) -> String {
    var writer = PlainHTML(document)
    writer.run()
    return String(decoding: writer.output, as: UTF8.self)
  }

  private init(_ document: Document) { self.document = document }

  private mutating func run() {
    var cursor = document.firstChild(of: Document.root)
    while let id = cursor {
      let node = document[id]
      let enters = open(id, node)
      if enters, let child = document.firstChild(of: id) {
        cursor = child
        continue
      }
      if enters { close(id, node) }
      var current = id
      cursor = nil
      while true {
        if let next = document.next(after: current) {
          cursor = next
          break
        }
        guard let up = document.parent(of: current), up != Document.root else { return }
        close(up, document[up])
        current = up
      }
    }
  }

  private mutating func put(_ text: String) { output += Array(text.utf8) }
  private mutating func line() { if !output.isEmpty, output.last != 0x0A { output.append(0x0A) } }

  private mutating func escape(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "\""): put("&quot;")
      default: output.append(byte)
      }
    }
  }

  private mutating func address(_ bytes: some Sequence<UInt8>) {
    let safe = Set("-_.+!*(),%#@?=;:/,$~&abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
    for byte in bytes {
      if byte == UInt8(ascii: "&") {
        put("&amp;")
      } else if byte == UInt8(ascii: "'") {
        put("&#x27;")
      } else if safe.contains(byte) {
        output.append(byte)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        put("%" + (hex.count < 2 ? "0" : "") + hex)
      }
    }
  }

  private func isTight(_ paragraph: NodeID) -> Bool {
    guard let item = document.parent(of: paragraph), document[item].kind == .item, let list = document.parent(of: item)
    else { return false }
    return document[list].flags.contains(.tight)
  }

  /// Opens a node; false if its children are not to be visited.
  private mutating func open(_ id: NodeID, _ node: Node) -> Bool {
    switch node.kind {
    case .document: return true
    case .blockQuote:
      line()
      put("<blockquote>\n")
    case .list:
      line()
      if !node.flags.contains(.ordered) {
        put("<ul>\n")
      } else {
        put(node.number == 1 ? "<ol>\n" : "<ol start=\"\(node.number)\">\n")
      }
    case .item:
      line()
      put("<li>")
      if node.flags.contains(.task) {
        put("<input type=\"checkbox\"" + (node.flags.contains(.checked) ? " checked=\"\"" : "") + " disabled=\"\" /> ")
      }
    case .codeBlock:
      line()
      let language = document.info(of: id).prefix { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      put("<pre><code")
      if !language.isEmpty {
        put(" class=\"language-")
        escape(language)
        put("\"")
      }
      put(">")
      escape(document.literal(of: id))
      put("</code></pre>\n")
      return false
    case .htmlBlock:
      line()
      output += document.literal(of: id)
      line()
      return false
    case .paragraph:
      if !isTight(id) {
        line()
        put("<p>")
      }
    case .heading:
      line()
      put("<h\(node.level)>")
    case .thematicBreak:
      line()
      put("<hr />\n")
      return false
    case .table:
      line()
      put("<table>\n")
    case .tableRow:
      if node.flags.contains(.header) { put("<thead>\n") }
      put("<tr>\n")
    case .tableCell:
      put(node.flags.contains(.header) ? "<th" : "<td")
      switch node.alignment {
      case .none: put(">")
      case .left: put(" align=\"left\">")
      case .center: put(" align=\"center\">")
      case .right: put(" align=\"right\">")
      }
    case .linkDefinition: return false
    case .opaque:
      line()
      put("<pre>")
      escape(document.literal(of: id))
      put("</pre>\n")
      return false
    case .text: escape(document.literal(of: id))
    case .softBreak: put("\n")
    case .lineBreak: put("<br />\n")
    case .code:
      put("<code>")
      escape(document.literal(of: id))
      put("</code>")
    case .htmlInline: output += document.literal(of: id)
    case .emphasis: put("<em>")
    case .strong: put("<strong>")
    case .link:
      put("<a href=\"")
      address(document.literal(of: id))
      putTitle(id)
      put("\">")
    case .image:
      put("<img src=\"")
      address(document.literal(of: id))
      put("\" alt=\"")
      escape(Array(alternative(of: id).utf8))
      putTitle(id)
      put("\" />")
      return false
    }
    return true
  }

  private mutating func putTitle(_ id: NodeID) {
    guard !document.info(of: id).isEmpty else { return }
    put("\" title=\"")
    escape(document.info(of: id))
  }

  private func alternative(of id: NodeID) -> String {
    var text = ""
    var cursor: NodeID? = id
    while let node = cursor {
      switch document[node].kind {
      case .text, .code, .htmlInline: text += document.literalText(of: node)
      case .softBreak, .lineBreak: text += " "
      default: break
      }
      cursor = document.successor(of: node, within: id)
    }
    return text
  }

  private mutating func close(_ id: NodeID, _ node: Node) {
    switch node.kind {
    case .blockQuote:
      line()
      put("</blockquote>\n")
    case .list: put(node.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item: put("</li>\n")
    case .paragraph: if !isTight(id) { put("</p>\n") }
    case .heading: put("</h\(node.level)>\n")
    case .table:
      let rows = document.children(of: id).filter { !document[$0].flags.contains(.header) }
      if !rows.isEmpty { put("</tbody>\n") }
      put("</table>\n")
    case .tableRow:
      put("</tr>\n")
      if node.flags.contains(.header) {
        put("</thead>\n")
        if document.next(after: id) != nil { put("<tbody>\n") }
      }
    case .tableCell: put(node.flags.contains(.header) ? "</th>\n" : "</td>\n")
    case .emphasis: put("</em>")
    case .strong: put("</strong>")
    case .link: put("</a>")
    case .document, .codeBlock, .htmlBlock, .thematicBreak, .linkDefinition, .opaque, .text, .softBreak, .lineBreak,
      .code,
      .htmlInline, .image:
      break
    }
  }
}
