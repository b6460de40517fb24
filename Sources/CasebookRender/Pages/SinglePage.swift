package import CasebookModel
import CasebookSource

/// One Markdown file as a page that needs no other file: the style sheet is in it, and there is nothing to load.
package enum SinglePage {
  /// Renders a document with its cases in place; links stay as they are written.
  package static func render(_ document: ReadDocument, language: String = "en") -> [UInt8] {
    let body = BodyRenderer(document: document, findings: []).wholeBody()
    let title = document.title
    var page: [UInt8] = []
    page.reserveCapacity(body.html.bytes.count + 24 << 10)
    page.append("<!DOCTYPE html>\n<html lang=\"")
    page.append(escaping: language)
    page.append(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      img-src 'self' data:; base-uri 'none'; form-action 'none'">
      <meta name="color-scheme" content="light dark">
      <title>
      """)
    page.append(escaping: title)
    page.append("</title>\n<style>\n")
    for file in BuiltInTemplates.files where file.path == "casebook.css" { page.append(file.text) }
    page.append("</style>\n</head>\n<body>\n<div class=\"layout\">\n<main id=\"main\">\n<h1>")
    page.append(escaping: title)
    page.append("</h1>\n<div class=\"body\">\n")
    page.append(contentsOf: links(in: body).bytes)
    page.append("</div>\n</main>\n</div>\n</body>\n</html>\n")
    return page
  }

  /// Addresses as the document says them; those of its own headings get the names that the headings have here.
  private static func links(in body: PageBody) -> HTMLFragment {
    body.html.adding(
      body.links.compactMap { link in
        guard case .relative(let address) = link.target else { return nil }
        if link.isImage { return (link.offset, .src, address, true) }
        guard address.utf8.first == UInt8(ascii: "#") else { return (link.offset, .href, address, true) }
        return (link.offset, .href, "#" + AnchorNames.name(for: LinkResolver.split(address).fragment), true)
      })
  }
}

extension ReadDocument {
  /// What a page of the document is called: its heading, its front matter's title, or its file's name.
  var title: String { model.title?.value ?? model.frontMatter?.title?.value ?? PageAddress.fileName(of: model.path) }
}

extension [UInt8] {
  fileprivate mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { appendEscapingText($0) }
  }
}
