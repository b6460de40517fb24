import CasebookModel
import CasebookRender
import CasebookSource

/// A document as a page that needs no other file.
enum StandalonePage {
  /// The document's fragment between the least that makes a valid page; the title is the first heading's text.
  static func bytes(_ document: ReadDocument) -> [UInt8] {
    var title = HTMLWriter()
    title.text(document.model.title?.value ?? Paths.name(document.model.path))
    var page = Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>
      """.utf8)
    page += title.finish().bytes
    page += Array("</title>\n</head>\n<body>\n".utf8)
    page += HTMLRenderer.fragment(of: document.document)
    page += Array("</body>\n</html>\n".utf8)
    return page
  }
}
