import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB309: findings that are said to come from a tool, in a form that the tool does not print.
struct ToolOutputMismatchRule: DocumentRule {
  private static func session(_ tool: String, _ output: String) -> String {
    "# A\n\n**Problem**: grows\n\n## Investigation\n\n### 1. Tool: heap\n\n\(tool)\n\n### 2. Findings\n\n\(output)\n"
  }
  private static let snapshot =
    "```python\nimport tracemalloc\ntracemalloc.start()\ns = tracemalloc.take_snapshot().statistics(\"filename\")\n```"

  let description = RuleDescription(
    309, "tool-output-mismatch", .info, basis: .heuristic,
    what: """
      A block of code uses a tool, and the block of findings that follows uses the words of the tool's output without its \
      form; or it shows stacks of several frames where tracemalloc was started for one. Only output that says what it is by \
      its words is looked at.
      """,
    why: """
      A reader who repeats the step compares what they get with what the case shows. What the tool never prints was written \
      from memory, its figures perhaps as well.
      """,
    triggering: [
      RuleExample(
        "not what tracemalloc prints",
        Self.session(Self.snapshot, "```\n⟦Filename: app/cache.py:45\nCount: 5000 objects\nSize: 150MB⟧\n```")),
      RuleExample(
        "several frames, where each has one",
        Self.session(
          "```python\nimport tracemalloc\ntracemalloc.take_snapshot().statistics(⟦'lineno'⟧)\n```",
          "```\n  File \"a.py\", line 4\n  File \"a.py\", line 9\n```")),
    ],
    accepted: [
      RuleExample(
        "what it prints",
        Self.session(Self.snapshot, "```\napp/cache.py:45: size=4883 KiB, count=5000, average=1000 B\n```")),
      RuleExample("other findings", Self.session(Self.snapshot, "```\nThe cache holds 5000 entries.\n```")),
      RuleExample("no tool", Self.session("```python\nx = 1\n```", "```\nCount: 5000\nSize: 150MB\n```")),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for item in document.model.cases.indices {
      // The block before the one at hand.
      var tool: CodeBlock?
      document.model.cases[item].forEachCodeBlock { block in
        if block.language == nil || block.language == "text", let tool, tool.language != nil {
          findings += check(tool, block, document, context)
        }
        tool = block
      }
    }
    return findings
  }

  private func check(
    _ block: CodeBlock, _ output: CodeBlock, _ document: ReadDocument, _ context: RuleContext
  ) -> [Diagnostic] {
    guard let named = context.toolNames.tools(namedIn: block.code, limit: Self.limit) else { return [] }
    let code = Self.lowered(block.code)
    let text = Self.lowered(output.code)
    var findings: [Diagnostic] = []
    for tool in named {
      guard let form = tool.output else { continue }
      guard form.claims.allSatisfy({ Self.holds(text, $0, asWord: true) }) else { continue }
      guard !form.has.allSatisfy({ Self.holds(text, $0, asWord: false) }) else { continue }
      findings.append(
        finding(
          document.model.path, Self.content(of: output, document),
          "findings must have the form that their tool prints; \(Words.quoted(tool.name)) prints `\(form.form)`",
          notes: [
            Diagnostic.Note("the tool is used here", path: document.model.path, range: block.at)
          ]))
    }
    return findings + frames(block, code, output, text, document)
  }

  /// The block without its fences.
  private static func content(of block: CodeBlock, _ document: ReadDocument) -> SourceRange {
    let tree = document.tree(block.block)
    let lines = tree.contentLines(of: block.block.node)
    guard let first = lines.first, let last = lines.last, first.lowerBound < last.upperBound else { return block.at }
    return tree.source.range(of: first.lowerBound..<last.upperBound)
  }

  /// Statistics by line hold one frame each: a stack of several can't come from them.
  private func frames(
    _ block: CodeBlock, _ code: [UInt8], _ output: CodeBlock, _ text: [UInt8], _ document: ReadDocument
  ) -> [Diagnostic] {
    guard Self.holds(code, "tracemalloc", asWord: true), Self.count(text, "file \"") >= 2 else { return [] }
    let tree = document.tree(block.block)
    for line in tree.contentLines(of: block.block.node) {
      for key in ["'lineno'", "\"lineno\"", "'filename'", "\"filename\""] {
        guard let range = Self.place(of: "statistics(" + key, in: tree.source.bytes, line) else { continue }
        return [
          finding(
            document.model.path, tree.source.range(of: range.upperBound - key.utf8.count..<range.upperBound),
            "statistics by \(key) have one frame each; stacks need `tracemalloc.start(25)` and \"traceback\"",
            notes: [Diagnostic.Note("several frames are shown here", path: document.model.path, range: output.at)])
        ]
      }
    }
    return []
  }

  private static func place(of part: String, in text: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let part = Array(part.utf8)
    guard part.count <= line.count else { return nil }
    let starts = line.lowerBound...(line.upperBound - part.count)
    return starts.first { text[$0...].starts(with: part) }.map { $0..<$0 + part.count }
  }

  private static func count(_ text: [UInt8], _ part: String) -> Int {
    let part = Array(part.utf8)
    guard part.count <= text.count else { return 0 }
    return (0...(text.count - part.count)).count { text[$0] == part.first && text[$0...].starts(with: part) }
  }

  /// Bytes of a block that are looked at.
  private static let limit = 20_000

  /// The beginning of a text in small letters.
  private static func lowered(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { $0.prefix(limit).map(lowered) }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether a text in small letters holds another one, as words of their own or anywhere.
  private static func holds(_ text: [UInt8], _ part: String, asWord: Bool) -> Bool {
    let part = part.utf8.map(lowered)
    guard let first = part.first, part.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { text in
      var cursor = 0
      while let start = ByteSearch.first(of: first, in: text, cursor..<text.count - part.count + 1) {
        cursor = start + 1
        let end = start + part.count
        var same = 1
        while same < part.count, text[start + same] == part[same] { same += 1 }
        guard same == part.count else { continue }
        guard asWord else { return true }
        if (start == 0 || !isWord(text[start - 1])) && (end == text.count || !isWord(text[end])) { return true }
      }
      return false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }
}
