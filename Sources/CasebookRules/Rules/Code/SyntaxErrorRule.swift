import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB201: a block that does not parse in its language; JSON for now, whose parser is at hand.
struct SyntaxErrorRule: DocumentRule {
  let description = RuleDescription(
    201, "syntax-error", .error,
    what: """
      A block does not parse in the language that its fence names. JSON is checked; `jsonl` and `ndjson` line by line. \
      What is left out on purpose (`...`, a comment, a `<placeholder>`) is a warning.
      """,
    why: """
      Readers copy blocks. One that its own parser refuses costs them the time to find out that the fault is in the \
      document, and no tool can make use of it.
      """,
    triggering: [
      RuleExample("a comma after the last member", "```json\n{\"a\": 1⟦,⟧}\n```\n"),
      RuleExample("quotes of another language", "```json\n{⟦'a'⟧: 1}\n```\n"),
      RuleExample("a missing comma", "```json\n{\n  \"a\": 1\n  ⟦\"b\"⟧: 2\n}\n```\n"),
      RuleExample("an object that does not end", "```json\n{\"a\": [1, 2⟦]⟧\n```\n"),
      RuleExample("something left out", "```json\n{\"a\": 1, ⟦...⟧}\n```\n"),
      RuleExample("a comment", "```json\n{\n  ⟦// the limit⟧\n  \"a\": 1\n}\n```\n"),
      RuleExample("the second of two lines", "```jsonl\n{\"a\": 1}\n{\"a\": ⟦True⟧}\n```\n"),
    ],
    accepted: [
      RuleExample("JSON", "```json\n{\"a\": [1, -2.5e3, \"\\u00e9\", true, null], \"b\": {}}\n```\n"),
      RuleExample("JSON with comments, and named so", "```jsonc\n// the limit\n{\"a\": 1}\n```\n"),
      RuleExample("one value a line", "```jsonl\n{\"a\": 1}\n\n{\"a\": 2}\n```\n"),
      RuleExample("an empty block", "```json\n```\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for block in context.survey.codeBlocks {
      guard let form = JSONForm(block.language) else { continue }
      let tree = document.tree(block.block)
      let code = tree.literal(of: block.block.node)
      guard let fault = JSONSyntax.check(code, lines: form == .lines) else { continue }
      let map = CodeMap(tree, block.block.node)
      let path = tree.source.file.path
      var result = finding(path, map.range(fault.range), fault.message)
      if fault.isDeliberate { result.severity = .warning }
      if let opener = fault.opener {
        result.notes = [Diagnostic.Note("opened here", path: path, range: map.range(opener..<opener + 1))]
      }
      if fault.removesRange {
        let edit = Diagnostic.Fix.Edit(range: result.range, replacement: "")
        result.fixes = [Diagnostic.Fix(.unsafe, "take the comma out", edits: [edit])]
      }
      findings.append(result)
    }
    return findings
  }
}

/// The JSON of a fence: one value, or one a line.
private enum JSONForm {
  case value, lines

  /// Reads a language; `nil` for others, JSON's relatives with comments among them.
  init?(_ language: String) {
    switch language {
    case "json": self = .value
    case "jsonl", "ndjson": self = .lines
    default: return nil
    }
  }
}

/// Leads from offsets in a block's code to ranges on disk.
private struct CodeMap {
  let tree: Document
  /// Stretches of the text, one a line of code.
  let lines: [Range<Int>]
  /// Offset of each line in the code.
  let starts: [Int]
  let base: Int

  init(_ tree: Document, _ block: NodeID) {
    self.tree = tree
    lines = tree.contentLines(of: block)
    let code = tree.literal(of: block)
    base = code.startIndex
    var starts = [0]
    for index in code.indices where code[index] == 0x0A { starts.append(index + 1 - code.startIndex) }
    self.starts = starts
  }

  /// A range that ends on the line where it begins.
  func range(_ range: Range<Int>) -> SourceRange {
    let start = offset(range.lowerBound - base)
    return tree.source.range(of: start..<max(start, offset(range.upperBound - base)))
  }

  private func offset(_ offset: Int) -> Int {
    let line = min((starts.lastIndex { $0 <= offset }) ?? 0, lines.count - 1)
    guard line >= 0 else { return 0 }
    return min(lines[line].lowerBound + offset - starts[line], lines[line].upperBound)
  }
}
