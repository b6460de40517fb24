import CasebookMarkdown
import CasebookRender
import CasebookSource
import Foundation
import TestSupport

/// An example of a Markdown specification: source and the HTML that it must give.
struct SpecExample: Decodable, Sendable, CustomStringConvertible {
  let markdown: String
  let html: String
  let example: Int

  var description: String { "example \(example)" }

  static func load(_ name: String) throws -> [SpecExample] {
    try JSONDecoder().decode([SpecExample].self, from: Data(SharedData.bytes("data/commonmark/" + name)))
  }

  var document: Document { MarkdownParser.parseBody(RepairedText(SourceFile(path: "spec.md", text: markdown))) }

  var rendered: String { String(decoding: HTMLRenderer.fragment(of: document), as: UTF8.self) }

  /// What we would print if raw HTML were passed on and every scheme allowed: must be the specification's own text.
  var renderedWithoutEscaping: String {
    let document = document
    var rest = Substring(rendered)
    var result = ""
    func replace(_ shown: String, by meant: String) {
      guard let found = rest.range(of: shown) else { return }
      result += rest[..<found.lowerBound] + meant
      rest = rest[found.upperBound...]
    }
    for node in document.nodes {
      let literal = String(decoding: document.pool[node.literal.range], as: UTF8.self)
      switch node.kind {
      case .htmlInline: replace(escaped(literal), by: literal)
      case .htmlBlock:
        replace("<pre><code>\(escaped(literal))</code></pre>\n", by: literal.hasSuffix("\n") ? literal : literal + "\n")
      case .link:
        var html = HTMLWriter()
        html.open(.a)
        html.attribute(.href, address: document.pool[node.literal.range])
        if !AddressPolicy.allows(document.pool[node.literal.range], as: .link) {
          replace("<a>", by: String(decoding: html.finish().bytes, as: UTF8.self))
        }
      default: break
      }
    }
    return result + rest
  }

  /// GFM's specification prints its inputs in another order of attributes and without the slash, unlike its renderer.
  var htmlAsWritten: String {
    var text = html
    for state in ["checked=\"\" ", ""] {
      text = text.replacingOccurrences(
        of: "<input \(state)disabled=\"\" type=\"checkbox\">", with: "<input type=\"checkbox\" \(state)disabled=\"\" />"
      )
    }
    return text
  }

  private func escaped(_ text: String) -> String {
    var html = HTMLWriter()
    html.text(text)
    return String(decoding: html.finish().bytes, as: UTF8.self)
  }
}
