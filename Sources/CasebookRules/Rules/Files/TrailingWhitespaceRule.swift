import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB007: blanks at the end of a line that mean nothing.
struct TrailingWhitespaceRule: DocumentRule {
  let description = RuleDescription(
    7, "trailing-whitespace", .info, fix: .safe,
    what: """
      A line ends with blanks, or consists of them. Two blanks before another line of the same paragraph are a line break \
      and stay; output, patches and samples of Markdown are left alone.
      """,
    why: "Invisible bytes make differences where nobody sees any, and a copied block carries them on.",
    triggering: [
      RuleExample("a blank line of code", "```python\ndef f():\n    a()\n⟦    ⟧\n    b()\n```\n"),
      RuleExample("a blank at the end of a sentence", "One line.⟦ ⟧\nAnother.\n"),
      RuleExample("blanks at the end of a line of code", "```python\na()⟦  ⟧\n```\n"),
      RuleExample("a line break after which nothing comes", "The end.⟦  ⟧\n\nNew.\n"),
    ],
    accepted: [
      RuleExample("a line break", "One line,  \nand another.\n"),
      RuleExample("an unchanged blank line of a patch", "```diff\n-a\n \n+b\n```\n"),
      RuleExample("output as it was", "```text\nready \n```\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    let source = document.source
    var findings: [Diagnostic] = []
    var places: CodePlaces?
    for index in source.lines.starts.indices {
      let end = index + 1 < source.lines.starts.count ? source.lines.starts[index + 1] : source.bytes.count
      guard endsInBlank(source.bytes, source.lines.starts[index]..<end) else { continue }
      let line = source.lines.content(ofLine: index, in: source.bytes)
      var start = line.upperBound
      while start > line.lowerBound, isBlank(source.bytes[start - 1]) { start -= 1 }
      if places == nil { places = CodePlaces(document, context.survey) }
      guard let place = places?.place(of: source.map.start(start)) else { continue }
      let isEmpty = start == line.lowerBound
      switch place {
      case .quotation: continue
      case .code: break
      case .prose: if !isEmpty, isLineBreak(source, start..<line.upperBound, line: index) { continue }
      }
      let range = source.range(of: start..<line.upperBound)
      // In a line of code the blanks may belong to a string that goes on.
      let safety: Diagnostic.Fix.Safety = place == .code && !isEmpty ? .unsafe : .safe
      findings.append(
        finding(
          source.file.path, range, "a line must not end with blanks",
          fixes: [Diagnostic.Fix(safety, "take them out", edits: [.init(range: range, replacement: "")])]))
    }
    return findings
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether a line, with or without its line break, has a blank last.
  private func endsInBlank(_ text: [UInt8], _ line: Range<Int>) -> Bool {
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return end > line.lowerBound && isBlank(text[end - 1])
  }

  /// Two blanks or more before a further line of text.
  private func isLineBreak(_ source: RepairedText, _ blanks: Range<Int>, line: Int) -> Bool {
    guard blanks.count >= 2 else { return false }
    let next = source.lines.content(ofLine: line + 1, in: source.bytes)
    return source.bytes[next].contains { !isBlank($0) }
  }
}

/// Tells code from prose by the place on disk.
private struct CodePlaces {
  enum Place { case prose, code, quotation }

  private var blocks: [(range: Range<Int>, place: Place)] = []

  init(_ document: ReadDocument, _ survey: BlockSurvey) {
    // Fences that hold a document are not code: the blocks inside them are.
    let sessions = Set(document.model.cases.compactMap { $0.session.fence?.open.start })
    for code in survey.codeBlocks {
      let ref = code.block
      let tree = document.tree(ref)
      if ref.tree == 0, sessions.contains(tree.range(of: ref.node).start) { continue }
      let range = tree.source.map.range(tree[ref.node].source.range)
      blocks.append((range, code.isFenced && Self.isQuotation(code.language) ? .quotation : .code))
    }
  }

  func place(of offset: Int) -> Place {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, blocks[low - 1].range.upperBound >= offset else { return .prose }
    return blocks[low - 1].place
  }

  /// Output, patches and samples: what stands there was copied and is not ours to trim.
  private static func isQuotation(_ language: String) -> Bool {
    switch language {
    case "", "text", "txt", "console", "output", "log", "diff", "patch", "markdown", "md": true
    default: false
    }
  }
}
