import CasebookMarkdown
package import CasebookModel

extension HTMLRenderer {
  /// Renders some blocks of a file, one after the other, in the CommonMark form: a case cut out of its document.
  package static func fragment(of blocks: [BlockRef], in document: ReadDocument) -> [UInt8] {
    var bytes: [UInt8] = []
    for block in blocks {
      var renderer = HTMLRenderer(dialect: .commonMark, document: document.tree(block))
      renderer.render(block.node)
      bytes += renderer.html.finish().bytes
    }
    return bytes
  }
}
