import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB202: a fence without a language.
struct MissingLanguageRule: DocumentRule {
  let description = RuleDescription(
    202, "missing-language", .info, fix: .safe,
    what: "A fenced block does not say what it holds.",
    why: """
      Without a language nothing is highlighted, no checker looks at the block, and a screen reader or an agent can't tell \
      a command from its output. `text` says that it is neither code nor data; it changes nothing else.
      """,
    triggering: [
      RuleExample("output without a language", "⟦```⟧\nRate: 100MB/hour\n```\n"),
      RuleExample("attributes alone", "⟦~~~⟧ {.evidence}\nP99: 2s\n~~~\n"),
      RuleExample("a fence in a list", "- first\n\n  ⟦````⟧\n  a\n  ````\n"),
    ],
    accepted: [
      RuleExample("a fence with its language", "```text\nRate: 100MB/hour\n```\n"),
      RuleExample("indented code, which has no place for it", "    code\n"),
      RuleExample("a form of other tools", "```{r}\nplot(x)\n```\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for ref in context.survey.codeBlocks {
      let tree = document.tree(ref)
      guard tree[ref.node].flags.contains(.fenced), lacksLanguage(tree.info(of: ref.node)) else { continue }
      let fence = tree.fence(of: ref.node)
      let range = tree.source.range(of: fence)
      let end = SourceRange(start: range.end, end: range.end)
      findings.append(
        finding(
          tree.source.file.path, range, "a fence must name its language",
          fixes: [Diagnostic.Fix(.safe, "name it `text`", edits: [.init(range: end, replacement: "text")])]))
    }
    return findings
  }

  /// Whether an info string is empty, or our attributes stand where the language should: `{#bug .bug}`.
  private func lacksLanguage(_ info: ArraySlice<UInt8>) -> Bool {
    guard let first = info.first else { return true }
    guard first == UInt8(ascii: "{"), info.count > 1 else { return false }
    let second = info[info.startIndex + 1]
    if second == UInt8(ascii: "#") { return true }
    guard second == UInt8(ascii: ".") else { return false }
    let word = info.dropFirst(2).prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    return CodeRole(rawValue: String(decoding: word, as: UTF8.self)) != nil
  }
}

extension Document {
  /// Bytes of the fence that opens a block: its backticks or tildes.
  func fence(of id: NodeID) -> Range<Int> {
    let range = self[id].source.range
    let text = source.bytes
    guard range.lowerBound < range.upperBound, range.upperBound <= text.count else { return range }
    var end = range.lowerBound
    while end < range.upperBound, text[end] == text[range.lowerBound] { end += 1 }
    return range.lowerBound..<end
  }
}
