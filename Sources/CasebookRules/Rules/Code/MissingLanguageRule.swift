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
    for code in context.survey.codeBlocks where code.isFenced && code.language.isEmpty {
      let tree = document.tree(code.block)
      guard lacksLanguage(tree.info(of: code.block.node)) else { continue }
      let range = tree.source.range(of: tree.fence(of: code.block.node))
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
