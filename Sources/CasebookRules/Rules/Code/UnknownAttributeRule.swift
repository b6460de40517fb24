import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB208: a class or key in the info string of a case's block that means nothing to Casebook.
struct UnknownAttributeRule: DocumentRule {
  let description = RuleDescription(
    208, "unknown-attribute", .warning, basis: .heuristic,
    what: """
      A block of code in a case bears a class (`.fxi`) or a key (`chek=…`) that Casebook does not know. Names that \
      highlighters and site builders use (`.numberLines`, `title=`, `hl_lines=`) are left alone.
      """,
    why: """
      What is not known is passed over: a misspelt `.fix` leaves the block without its role, and no check is linked to it.
      """,
    triggering: [
      RuleExample(
        "a misspelt role",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n```python {#fix .⟦fxi⟧ check=a/b}\nx = 1\n```\n"),
      RuleExample(
        "a misspelt key",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n```python {#fix .fix ⟦chek⟧=a/b}\nx = 1\n```\n"),
    ],
    accepted: [
      RuleExample(
        "all that is known",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n```python {#fix .fix check=a/b}\nx = 1\n```\n\n```swift {.doctest no-run group=a}\nlet x = 1\n```\n"
      ),
      RuleExample(
        "names of other tools",
        "# A\n\n**Problem**: slow\n\n### 1. Fix\n\n```python {.numberLines startFrom=3 title=\"a.py\" data-x=1}\nx = 1\n```\n"
      ),
      RuleExample("a document that is no case", "# Notes\n\n```python {.mine key=1}\nx = 1\n```\n"),
    ])

  /// Roles, and what else a class may say.
  private static let classes =
    CodeRole.allCases.map(\.rawValue) + [
      "doctest", "scenario", "no-run", "should-trap", "compile-fail", "snippet", "partial",
    ]

  private static let keys = [
    "check", "compile-fail", "context", "expect", "group", "issue", "language", "of", "role", "timeout",
  ]

  /// What highlighters and site builders read, in small letters.
  private static let foreign: Set<String> = [
    "anchor", "anchorlinenos", "annotate", "caption", "class", "code-fold", "code-line-numbers", "copy", "diff", "echo",
    "emphasize-lines", "error", "eval", "exec", "file", "filename", "frame", "hide", "highlight", "hl_lines",
    "hidelines",
    "icon", "id", "include", "label", "lang", "line-numbers", "lineanchors", "linenos", "linenostart", "linenumbers",
    "lines", "linestart", "lst-cap", "lst-label", "name", "no-copy", "no-line-numbers", "nocopy", "number-lines",
    "numberlines", "output", "path", "results", "select", "show", "showlinenumbers", "start", "start-line", "startfrom",
    "startline", "style", "tab", "tabwidth", "theme", "title", "twoslash", "warning", "wrap",
  ]

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      for step in document.model.cases[index].session.steps.indices {
        for part in document.model.cases[index].session.steps[step].body {
          guard case .code(let code) = part, !code.attributes.isEmpty else { continue }
          check(code, document, &findings)
        }
      }
    }
    return findings
  }

  private func check(_ code: CodeBlock, _ document: ReadDocument, _ findings: inout [Diagnostic]) {
    let tree = document.tree(code.block)
    let written = tree.attributes(of: code.block.node)
    // What is wrong in the marks of a doctest is an error, and CB409 tells it.
    if written.classes.contains(where: { $0.text == "doctest" || $0.text == "scenario" }) { return }
    for word in written.classes where !Self.classes.contains(word.text) {
      report(word, "class", Self.classes, tree.source, &findings)
    }
    for pair in written.pairs where !Self.keys.contains(pair.key.text) {
      report(pair.key, "key", Self.keys, tree.source, &findings)
    }
  }

  private func report(
    _ word: BlockAttributes.Word, _ kind: String, _ known: [String], _ source: RepairedText,
    _ findings: inout [Diagnostic]
  ) {
    let name = word.text.lowercased()
    guard !name.isEmpty, name.utf8.count <= 40, !Self.foreign.contains(name), !name.hasPrefix("data-"),
      !name.hasPrefix("aria-"), !name.hasPrefix("fig-"), !name.hasPrefix("lst-"), let place = word.source
    else { return }
    findings.append(
      finding(
        source.file.path, source.range(of: place),
        "a \(kind) of a block must be known; \(Words.quoted(word.text)) is not\(DidYouMean.hint(for: word.text, among: known))"
      ))
  }
}
