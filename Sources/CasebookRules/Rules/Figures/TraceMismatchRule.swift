import CasebookModel
import CasebookSource

/// CB308: a traceback that is not of the code beside it.
struct TraceMismatchRule: CodeRule {
  private static let head = "# A\n\n**Problem**: it fails\n\n### 1. Findings\n\n"
  private static let code =
    "### 2. Root cause\n\n```python\nclass Cache:\n    def get(self, key):\n        return self.items[key]\n```\n"

  let description = RuleDescription(
    308, "trace-mismatch", .warning,
    what: """
      A traceback of Python in a case has no exception at its end; or it stands beside the code of the file that it names, \
      and that code holds neither the function nor the line of a frame. Of functions that are not shown only the innermost \
      frame counts, since a case need not show who called.
      """,
    why: """
      A reader takes the trace for evidence of the fault in the code. If its frames come from another version, or from no \
      program at all, it sends them to lines that do not exist.
      """,
    triggering: [
      RuleExample(
        "no exception",
        head
          + "```text\n⟦Traceback (most recent call last):⟧\n  File \"app/cache.py\", line 3, in get\n    return self.items[key]\n```\n"
      ),
      RuleExample(
        "a line that is not in the function",
        head
          + "```text\nTraceback (most recent call last):\n  File \"app/cache.py\", line 3, in get\n    ⟦return items[key]⟧\nKeyError: 'a'\n```\n\n"
          + code),
      RuleExample(
        "a method that is not in the class",
        head
          + "```text\nTraceback (most recent call last):\n  File \"app/cache.py\", line 3, in get\n    return self.items[key]\n"
          + "  File \"app/cache.py\", line 9, in ⟦load⟧\n    return open(key)\nKeyError: 'a'\n```\n\n" + code),
    ],
    accepted: [
      RuleExample(
        "a trace of the code",
        head
          + "```text\nTraceback (most recent call last):\n  File \"app/main.py\", line 9, in main\n    cache.get(\"a\")\n"
          + "  File \"app/cache.py\", line 3, in get\n    return self.items[key]\n           ~~~~~~~~~~^^^^^\nKeyError: 'a'\n```\n\n"
          + code),
      RuleExample(
        "a case that does not show the file",
        head
          + "```text\nTraceback (most recent call last):\n  File \"app/main.py\", line 9, in main\n    run()\nKeyError: 'a'\n```\n\n"
          + code),
      RuleExample(
        "a trace that is cut on purpose",
        head
          + "```text\nTraceback (most recent call last):\n  File \"app/main.py\", line 9, in main\n    run()\n  ...\n```\n"
      ),
    ],
    abstained: [
      RuleExample(
        "a case with a block that does not parse",
        head
          + "```text\n⟦Traceback (most recent call last):⟧\n  File \"app/main.py\", line 9, in main\n    run()\nKeyError: 'a'\n```\n\n"
          + "```python\ndef main(:\n```\n")
    ])

  func check(_ review: CodeReview) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for blocks in review.cases {
      let traces = blocks.filter { $0.exhibit.kind == .traceback }
      guard !traces.isEmpty else { continue }
      let code = ShownCode(blocks)
      for block in traces {
        for trace in Traceback.read(block.exhibit.code) {
          if !trace.hasException {
            findings.append(
              finding(
                review.path, block.range(.init(trace.line, trace.header)),
                "a traceback must end with the exception that it is of"))
          }
          if let code { findings += check(trace, block, code, review) }
        }
      }
    }
    return findings
  }

  func abstentions(_ review: CodeReview) -> [Abstention] {
    review.cases.flatMap { blocks -> [Abstention] in
      guard blocks.contains(where: { $0.exhibit.language == .python }), ShownCode(blocks) == nil else { return [] }
      return blocks.filter { $0.exhibit.kind == .traceback }.flatMap { block in
        Traceback.read(block.exhibit.code).map { trace in
          abstention(
            review.path, block.range(.init(trace.line, trace.header)),
            "frames are not compared with the code of the case, of which a block was not read")
        }
      }
    }
  }

  private func check(
    _ trace: Traceback, _ block: CodeReview.Block, _ code: ShownCode, _ review: CodeReview
  ) -> [Diagnostic] {
    let files = Set(trace.frames.filter { code.functions.names.contains($0.function) }.map(\.file))
    var findings: [Diagnostic] = []
    for (index, frame) in trace.frames.enumerated() where files.contains(frame.file) {
      if !code.functions.names.contains(frame.function) {
        guard index == trace.frames.count - 1, !frame.function.hasPrefix("<") else { continue }
        findings.append(
          finding(
            review.path, block.range(.init(frame.line, frame.name)),
            "a frame must be of the code that the case shows; no block defines `\(frame.function)`"))
      } else if let source = frame.source, !code.holds(source.text) {
        let near = code.nearest(to: source.text)
        // What is left out of the function may be this line, unless one very like it is there.
        guard near != nil || !code.isElided(frame.function) else { continue }
        findings.append(
          finding(
            review.path, block.range(.init(source.line, source.columns)),
            "a line of a frame must be in the code that the case shows; `\(frame.function)` does not hold it",
            notes: near.map { [review.note("the line most like it", $0.block, $0.place)] } ?? []))
      }
    }
    return findings
  }
}

/// All lines of the Python blocks of a case.
private struct ShownCode {
  let functions: CaseFunctions
  private let blocks: [CodeReview.Block]
  private let lines: Set<ArraySlice<UInt8>>

  /// `nil` where a block could not be read, which may hold whatever is missing.
  init?(_ blocks: [CodeReview.Block]) {
    let python = blocks.filter { $0.exhibit.language == .python }
    guard !python.isEmpty, python.allSatisfy({ $0.python != nil }) else { return nil }
    self.blocks = python
    functions = CaseFunctions(python)
    lines = Set(python.flatMap { $0.lines.map(Self.statement) })
  }

  /// A line without the comment behind it.
  private static func statement(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = line.indices.first { line[$0] == UInt8(ascii: "#") && $0 > line.startIndex && line[$0 - 1] == 0x20 }
    return Traceback.trimmed(line[..<(end ?? line.endIndex)])
  }

  func holds(_ text: ArraySlice<UInt8>) -> Bool { lines.contains(Self.statement(text)) }

  func isElided(_ function: String) -> Bool {
    blocks.contains { block in
      guard let facts = block.python else { return false }
      return facts.definitions.enumerated().contains { number, definition in
        definition.name == function && (definition.isElided || facts.elisions.contains { $0.function == number })
      }
    }
  }

  /// The line that differs in the least, and in less than a third.
  func nearest(to text: ArraySlice<UInt8>) -> (block: CodeReview.Block, place: PythonFacts.Place)? {
    let wanted = Self.statement(text)
    guard wanted.count <= 200 else { return nil }
    let word = String(decoding: wanted, as: UTF8.self)
    var best: (distance: Int, block: CodeReview.Block, place: PythonFacts.Place)?
    for block in blocks {
      for (index, line) in block.lines.prefix(500).enumerated() {
        let candidate = Self.statement(line)
        let limit = min((best?.distance ?? Int.max) - 1, max(wanted.count, candidate.count) / 3)
        guard !candidate.isEmpty, candidate.count <= 200, limit >= 1,
          let distance = EditDistance.between(word, String(decoding: candidate, as: UTF8.self), limit: limit)
        else { continue }
        let start = candidate.startIndex - line.startIndex
        best = (distance, block, .init(index + 1, start..<start + candidate.count))
      }
    }
    return best.map { ($0.block, $0.place) }
  }
}
