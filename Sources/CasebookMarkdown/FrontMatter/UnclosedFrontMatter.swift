import CasebookSource

/// Front matter that is opened and never closed: the document is Markdown from its first byte, and somebody should know.
enum UnclosedFrontMatter {
  /// A thematic break above prose is no finding; one above keys, or above nothing, is.
  static func findings(_ fences: FrontMatterFences, in text: RepairedText) -> [Diagnostic] {
    let content = text.bytes[fences.content]
    var cursor = content.startIndex
    var end = cursor
    var keys = 0
    while cursor < content.endIndex {
      let line = YAMLLine(startingAt: cursor, in: content)
      if line.start == line.range.upperBound { break }
      guard line.key != nil || line.isItem || line.indentation > 0 || line.value.isEmpty else { break }
      if line.key != nil { keys += 1 }
      cursor = line.next(in: content)
      end = cursor
    }
    guard keys > 0 || content.allSatisfy({ $0.isBlank || $0.isLineBreak }) else { return [] }
    return [
      Diagnostic(
        rule: FrontMatterReader.rule, severity: .error, path: text.file.path,
        range: text.range(of: fences.start..<fences.start + 3),
        message: "front matter must be closed with a line of three dashes; it begins here and never ends",
        explanation: "Without the second --- the keys are not read, and show as text at the head of the page.",
        fixes: keys > 0 ? [closing(at: end, in: text)] : [])
    ]
  }

  /// Proposes `---` behind the last line that may belong to the keys; only the author knows whether it does.
  private static func closing(at end: Int, in text: RepairedText) -> Diagnostic.Fix {
    let bytes = text.bytes
    let isOpen = end > 0 && !bytes[end - 1].isLineBreak
    let lineBreak = bytes.contains(0x0D) ? (bytes.contains(0x0A) ? "\r\n" : "\r") : "\n"
    let edit = Diagnostic.Fix.Edit(
      range: text.range(of: end..<end), replacement: isOpen ? lineBreak + "---" : "---" + lineBreak)
    return Diagnostic.Fix(.unsafe, "close it behind the last key", edits: [edit])
  }
}
