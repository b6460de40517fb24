import CasebookSource

/// The arena as text, one node a line with its place on disk: what tests compare, and what one reads to see how a text was read.
///
///     heading 1:1-1:10 level=1
///       text 1:3-1:10 "A title"
package struct DocumentDump: CustomStringConvertible {
  package let description: String

  /// Writes a document; blocks have their places anyway, inlines are looked for.
  package init(_ document: Document) {
    var writer = DumpWriter(document: document)
    writer.run()
    description = writer.text
  }
}

private struct DumpWriter {
  let document: Document
  var text = ""
  private var places: [NodeID: Range<Int>] = [:]

  init(document: Document) { self.document = document }

  mutating func run() {
    var depth = 0
    var cursor = document.firstChild(of: Document.root)
    while let id = cursor {
      writeLine(id, depth)
      if let child = document.firstChild(of: id) {
        depth += 1
        cursor = child
        continue
      }
      var current = id
      cursor = nil
      while true {
        if let next = document.next(after: current) {
          cursor = next
          break
        }
        guard let up = document.parent(of: current), up != Document.root else { break }
        depth -= 1
        current = up
      }
    }
    for finding in document.diagnostics { text += "\(finding.rule) \(place(finding.range)) \(finding.message)\n" }
  }

  private mutating func writeLine(_ id: NodeID, _ depth: Int) {
    let node = document[id]
    if node.kind.isBlock, let child = document.firstChild(of: id), !document[child].kind.isBlock {
      for span in document.inlineSpans(of: id) { places[span.node] = span.span }
    }
    var line = String(repeating: "  ", count: depth) + "\(node.kind)"
    if let range = node.kind.isBlock ? node.source.range : places[id] {
      line += " " + place(document.source.range(of: range))
    }
    line += properties(of: node)
    if !node.literal.isAbsent { line += " " + quoted(document.literal(of: id)) }
    if !node.info.isEmpty { line += " info=" + quoted(document.info(of: id)) }
    text += line + "\n"
  }

  private func place(_ range: SourceRange) -> String {
    "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }

  private func properties(of node: Node) -> String {
    var result = ""
    if node.kind == .heading { result += " level=\(node.level)" }
    if node.kind == .tableCell, node.alignment != .none { result += " \(node.alignment)" }
    if node.flags.contains(.ordered) { result += " start=\(node.number)" }
    let names: [(Node.Flags, String)] = [
      (.tight, "tight"), (.task, "task"), (.checked, "checked"), (.fenced, "fenced"), (.unclosed, "unclosed"),
      (.header, "header"),
    ]
    for (flag, name) in names where node.flags.contains(flag) { result += " " + name }
    return result
  }

  /// Line breaks and other controls as escapes, so that a node is one line.
  private func quoted(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}
