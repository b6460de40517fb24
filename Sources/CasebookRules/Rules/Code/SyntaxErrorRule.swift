import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB201: a block that does not parse in its language.
///
/// JSON and SQL are looked at in place; Python, shell and Swift are judged by what their own parsers say.
struct SyntaxErrorRule: DocumentRule, CodeRule {
  var forms: [RuleForm] { [.document(self), .code(self)] }

  let description = RuleDescription(
    201, "syntax-error", .error,
    what: """
      A block does not parse in the language that its fence names. JSON is checked, `jsonl` and `ndjson` line by line; \
      Python, shell and Swift by their own parsers (`python3`, `bash -n`, `swiftc -parse`), which run nothing; SQL, whose \
      dialects differ, for quotes and brackets only. Where something is left out on purpose (`...`, a comment in JSON), or no \
      line of the block is in that language, it is a warning; a `<placeholder>`, a template and a transcript are let pass.
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
      RuleExample(
        "a quote of shell closed by another",
        "```bash\ncurl -X POST localhost:80/users -d ⟦'⟧{\"name\":\"test\"}\"\n```\n"),
      RuleExample("a loop of shell without its end", "```sh\n⟦for⟧ i in 1 2 3; do\n  echo $i\n```\n"),
      RuleExample("a bracket of Python that nothing closes", "```python\nx = max⟦(⟧1, 2\n```\n"),
      RuleExample("a query whose bracket is open", "```sql\nSELECT count⟦(⟧*  FROM users;\n```\n"),
      RuleExample("a text of SQL without its end", "```sql\nSELECT * FROM users WHERE name = ⟦'⟧Bob;\n```\n"),
    ],
    accepted: [
      RuleExample("JSON", "```json\n{\"a\": [1, -2.5e3, \"\\u00e9\", true, null], \"b\": {}}\n```\n"),
      RuleExample("JSON with comments, and named so", "```jsonc\n// the limit\n{\"a\": 1}\n```\n"),
      RuleExample("one value a line", "```jsonl\n{\"a\": 1}\n\n{\"a\": 2}\n```\n"),
      RuleExample("an empty block", "```json\n```\n"),
      RuleExample("a placeholder", "```bash\nkubectl get pod <name>\n```\n"),
      RuleExample("a transcript", "```bash\n$ ls (a\nb (c\n```\n"),
      RuleExample("Python that leaves a part out", "```python\ndef f(x):\n    ...\n    return x\n```\n"),
      RuleExample("an indented excerpt", "```python\n    x = 1\n    return x\n```\n"),
      RuleExample(
        "brackets in texts and comments", "```sql\nSELECT ')', $$ ( $$ -- it's (\nFROM \"a(\" /* ' */;\n```\n"),
    ],
    abstained: [
      RuleExample("a language without a parser", "```⟦go⟧\nfunc main() {\n```\n"),
      RuleExample("a quote that dialects read in two ways", "```sql\nSELECT 'it⟦\\'⟧s' FROM (t;\n```\n"),
      RuleExample("a template", "```bash\n⟦echo {{ name }} (⟧\n```\n"),
      RuleExample("a transcript", "```bash\n⟦$ ls (a⟧\nb (c\n```\n"),
    ])

  // MARK: In place

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for block in context.survey.codeBlocks {
      switch Notation(block.language) {
      case .json: findings += json(document.tree(block.block), block.block.node, lines: false)
      case .jsonLines: findings += json(document.tree(block.block), block.block.node, lines: true)
      case .sql: findings += sql(document.tree(block.block), block.block.node)
      case .parsed, .plain, .other: break
      }
    }
    return findings
  }

  func abstentions(_ document: ReadDocument, _ context: RuleContext) -> [Abstention] {
    context.survey.codeBlocks.compactMap { block in
      let tree = document.tree(block.block)
      switch Notation(block.language) {
      case .sql:
        guard case .unread(let fault) = SQLBalance.check(tree.literal(of: block.block.node)) else { return nil }
        let place = CodeMap(tree, block.block.node).range(fault.range)
        return abstention(
          document.model.path, place, "\(fault.message); quotes and brackets of this block are not checked")
      case .other:
        let place = tree.source.range(of: tree.languageWord(of: block.block.node))
        return abstention(
          document.model.path, place, "nothing here parses \(Words.quoted(block.language)); the block is not checked")
      case .json, .jsonLines, .parsed, .plain: return nil
      }
    }
  }

  /// Who reads the language that a fence names.
  private enum Notation {
    case json, jsonLines, sql
    /// The language's own parser.
    case parsed
    /// Output, text, or no language at all.
    case plain
    case other

    init(_ language: String) {
      switch language {
      case "json": self = .json
      case "jsonl", "ndjson": self = .jsonLines
      case "sql", "mysql", "postgres", "postgresql", "pgsql", "sqlite", "plpgsql", "psql": self = .sql
      case "python", "py", "python3", "py3", "bash", "sh", "shell", "swift": self = .parsed
      case "", "text", "txt", "console", "log", "output", "plaintext", "plain", "pytb", "traceback", "markdown", "md",
        "diff", "patch", "http":
        self = .plain
      default: self = .other
      }
    }
  }

  private func json(_ tree: Document, _ block: NodeID, lines: Bool) -> [Diagnostic] {
    let code = tree.literal(of: block)
    guard let fault = JSONSyntax.check(code, lines: lines) else { return [] }
    let map = CodeMap(tree, block)
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
    return [result]
  }

  private func sql(_ tree: Document, _ block: NodeID) -> [Diagnostic] {
    let code = tree.literal(of: block)
    guard case .fault(let fault) = SQLBalance.check(code) else { return [] }
    return [finding(tree.source.file.path, CodeMap(tree, block).range(fault.range), fault.message)]
  }

  // MARK: By the languages' own parsers

  func check(_ review: CodeReview) -> [Diagnostic] {
    review.blocks.compactMap { block in
      guard case .fault(let fault) = block.facts, !isNotation(block) else { return nil }
      var result = finding(review.path, block.range(fault.place), fault.message)
      if let note = fault.note { result.notes = [review.note(note.message, block, note.place)] }
      if fault.isExcerpt || leavesOut(block) { result.severity = .warning }
      return result
    }
  }

  func abstentions(_ review: CodeReview) -> [Abstention] {
    review.blocks.compactMap { block in
      guard let language = block.exhibit.language else { return nil }
      let program = language.program
      switch block.facts {
      case .fault where isNotation(block):
        return abstention(
          review.path, block.firstLine, "a transcript, a template or a patch is not read by \(program)")
      case .sound where CodeNotation.isTranscript(block.exhibit.code):
        return abstention(review.path, block.firstLine, "a transcript is not read by \(program)")
      case .unknown: return abstention(review.path, block.firstLine, "\(program) did not read this block")
      case .sound, .python, .fault: return nil
      }
    }
  }

  /// Whether a block is a transcript, a template or a patch, which no parser of the language can read.
  private func isNotation(_ block: CodeReview.Block) -> Bool {
    let code = block.exhibit.code
    return CodeNotation.isTranscript(code) || CodeNotation.isTemplate(code) || CodeNotation.isPatch(code)
  }

  /// Whether something is left out of a block, in which nobody expects the rest to fit.
  private func leavesOut(_ block: CodeReview.Block) -> Bool { CodeNotation.hasDots(block.exhibit.code[...]) }
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
