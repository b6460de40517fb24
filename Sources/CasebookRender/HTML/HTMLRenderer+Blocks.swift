import CasebookMarkdown

extension HTMLRenderer {
  /// Whether a paragraph is the text of an item in a tight list, which is written without `<p>`.
  func isTight(_ node: Node) -> Bool {
    guard node.parentIndex >= 0 else { return false }
    let list = document.nodes[Int(node.parentIndex)].parentIndex
    guard list >= 0 else { return false }
    return document.nodes[Int(list)].kind == .list && document.nodes[Int(list)].flags.contains(.tight)
  }

  mutating func openList(_ node: Node) {
    html.freshLine()
    if node.flags.contains(.ordered) {
      html.open(.ol)
      if node.number != 1 { html.attribute(.start, String(node.number)) }
    } else {
      html.open(.ul)
    }
    html.newLine()
  }

  /// `- [x] done` → `<li><input type="checkbox" checked="" disabled="" /> done`.
  mutating func openItem(_ node: Node) {
    html.freshLine()
    html.open(.li)
    guard node.flags.contains(.task) else { return }
    html.open(.input)
    html.attribute(.type, fixed: "checkbox")
    if node.flags.contains(.checked) { html.flag(.checked) }
    html.flag(.disabled)
    html.closeVoid()
    html.text(fixed: " ")
  }

  /// The language is the info string's first word.
  mutating func codeBlock(_ node: Node) {
    html.freshLine()
    html.open(.pre)
    html.open(.code)
    let language = document.pool[node.info.range].prefix { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if !language.isEmpty { html.attribute(.class, "language-" + String(decoding: language, as: UTF8.self)) }
    html.text(document.pool[node.literal.range])
    html.close(.code)
    html.close(.pre)
    html.newLine()
  }

  /// Source that is shown as it is: raw HTML, or a document over a limit.
  ///
  /// `<script>x</script>` → `<pre><code>&lt;script&gt;x&lt;/script&gt;</code></pre>`.
  mutating func rawBlock(_ source: ArraySlice<UInt8>) {
    html.freshLine()
    html.open(.pre)
    html.open(.code)
    html.text(source)
    html.close(.code)
    html.close(.pre)
    html.newLine()
  }

  mutating func openTable() {
    html.freshLine()
    html.open(.table)
    html.newLine()
  }

  mutating func closeTable() {
    html.close(.table)
    html.newLine()
  }

  /// A table's head is its first row, which bears the flag; the rows after it are its body.
  mutating func openRow(_ node: Node, at index: Int) {
    if node.flags.contains(.header) {
      html.open(.thead)
      html.newLine()
    } else if isFirstBodyRow(node, at: index) {
      html.open(.tbody)
      html.newLine()
    }
    html.open(.tr)
    html.newLine()
  }

  mutating func closeRow(_ node: Node) {
    html.close(.tr)
    html.newLine()
    if node.flags.contains(.header) {
      html.close(.thead)
      html.newLine()
    } else if node.nextIndex < 0 {
      html.close(.tbody)
      html.newLine()
    }
  }

  mutating func openCell(_ node: Node) {
    html.open(node.flags.contains(.header) ? .th : .td)
    align(node)
  }

  private func isFirstBodyRow(_ node: Node, at index: Int) -> Bool {
    guard node.parentIndex >= 0 else { return false }
    let first = document.nodes[Int(node.parentIndex)].firstIndex
    guard first >= 0, Int(first) != index else { return true }
    let head = document.nodes[Int(first)]
    return head.flags.contains(.header) && Int(head.nextIndex) == index
  }

  private mutating func align(_ cell: Node) {
    switch (dialect, cell.alignment) {
    case (_, .none): break
    case (.commonMark, .left): html.attribute(.align, fixed: "left")
    case (.commonMark, .center): html.attribute(.align, fixed: "center")
    case (.commonMark, .right): html.attribute(.align, fixed: "right")
    case (.page, .left): html.attribute(.class, fixed: "left")
    case (.page, .center): html.attribute(.class, fixed: "center")
    case (.page, .right): html.attribute(.class, fixed: "right")
    }
  }
}
