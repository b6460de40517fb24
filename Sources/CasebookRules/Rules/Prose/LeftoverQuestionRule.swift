import CasebookMarkdown
import CasebookModel
import CasebookSource

/// CB604: a note of the author to themselves that was never answered.
struct LeftoverQuestionRule: DocumentRule {
  let description = RuleDescription(
    604, "leftover-question", .info, basis: .heuristic,
    what: """
      A comment behind a line of code asks about that line (`# Was this changed?`), or a comment or paragraph says TODO, \
      FIXME or ???: something was left open. Questions that a command answers (`# is nginx up?`) are none of these.
      """,
    why: "The reader can't tell whether the question was answered later, or what the answer was.",
    triggering: [
      RuleExample("a question in a comment", "```python\nuser.save()  ⟦# Was this changed?⟧\n```\n"),
      RuleExample("a task in code", "```js\nf() ⟦// TODO: the other case⟧\n```\n"),
      RuleExample("a task in prose", "# A\n\n⟦TODO⟧: measure again.\n"),
    ],
    accepted: [
      RuleExample("a question that is asked of the reader", "# A\n\nWhy is it slow? It scans.\n"),
      RuleExample("a comment that tells", "```python\nuser.save()  # not changed\n```\n"),
      RuleExample("an address", "```sh\ncurl http://localhost/a?\n```\n"),
      RuleExample(
        "a question that the command answers",
        "```sh\n# Was it killed?\ndmesg | tail      # any kernel errors?\n```\n\n```python\na.covers(b)  # Does A cover B?\n```\n"
      ),
      RuleExample(
        "a question as a title",
        "```python\n# Why is it slow?\nprofile()\n```\n"),
      RuleExample("a word about tasks", "# A\n\nSearch for TODO in the code.\n"),
    ])

  private static let marks = ["TODO", "FIXME", "TBD", "???"].map { Array($0.utf8) }

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for code in context.survey.codeBlocks {
      guard let sign = Self.commentSign(code.language) else { continue }
      document.withTree(code.block) { tree in checkComments(of: code, tree, sign, &findings) }
    }
    for paragraph in context.survey.paragraphs {
      document.withTree(paragraph) { tree in check(paragraph.node, tree, &findings) }
    }
    return findings
  }

  /// Looks through a block for comments that may leave something open; only for those its lines are found.
  private func checkComments(
    of code: BlockSurvey.Code, _ tree: Document, _ sign: [UInt8], _ findings: inout [Diagnostic]
  ) {
    let range = tree[code.block.node].source.range.clamped(to: 0..<tree.source.bytes.count)
    var candidates: [Int] = []
    tree.source.bytes.withUnsafeBufferPointer { text in
      var index = range.lowerBound
      while let start = Self.sign(sign, in: text, index..<range.upperBound) {
        var end = ByteSearch.first(of: 0x0A, in: text, start..<range.upperBound) ?? range.upperBound
        index = end
        while end > start, text[end - 1] <= 0x20 { end -= 1 }
        var first = start
        while first < end, Self.isSign(text[first]) { first += 1 }
        if first < end, text[end - 1] == 0x3F || Self.beginsMark(text[first]) { candidates.append(start) }
      }
    }
    guard !candidates.isEmpty else { return }
    // Both ascend, so each line is looked at once.
    var lines = tree.contentLines(of: code.block.node)[...]
    for candidate in candidates {
      lines = lines.drop { $0.upperBound <= candidate }
      guard let line = lines.first, let comment = Self.comment(tree.source.bytes, line, sign),
        Self.isOpen(tree.source.bytes[comment], tree.source.bytes[line], code.language)
      else { continue }
      findings.append(
        finding(tree.source.file.path, tree.source.range(of: comment), "a comment must not leave a question open"))
    }
  }

  private func check(_ paragraph: NodeID, _ tree: Document, _ findings: inout [Diagnostic]) {
    let start = tree[paragraph].source.range.lowerBound
    guard start < tree.source.bytes.count, Self.beginsMark(tree.source.bytes[start]),
      let line = tree.contentLines(of: paragraph).first, let mark = Self.leadingMark(tree.source.bytes[line])
    else { return }
    findings.append(
      finding(tree.source.file.path, tree.source.range(of: mark), "a text must not leave a task open"))
  }

  private static func beginsMark(_ byte: UInt8) -> Bool { byte == 0x54 || byte == 0x46 || byte == 0x3F }

  /// `TODO: measure` → the bytes of `TODO`.
  private static func leadingMark(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    for mark in marks where line.starts(with: mark) {
      let rest = line.dropFirst(mark.count)
      // `TODO: x`, `TODO(me): x` or the mark alone.
      guard let next = rest.first else { return line.startIndex..<rest.startIndex }
      if next == 0x3A || next == 0x28 { return line.startIndex..<rest.startIndex }
    }
    return nil
  }

  /// `#`, `/`, `-` or a blank.
  private static func isSign(_ byte: UInt8) -> Bool { byte == 0x23 || byte == 0x2F || byte == 0x2D || byte <= 0x20 }

  /// Whether a comment begins with a mark, or asks about the code before it.
  private static func isOpen(_ comment: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>, _ language: String) -> Bool {
    let text = comment.drop(while: isSign)
    if marks.contains(where: { text.starts(with: $0) && !Self.isWord(text.dropFirst($0.count).first) }) { return true }
    guard text.last == 0x3F, !commands.contains(language), line[..<comment.startIndex].contains(where: { $0 > 0x20 })
    else { return false }
    // `Was this changed?` asks about the line; `Does A cover B?` tells what the line finds out.
    let first = text.prefix(12).prefix { Self.isWord($0) }.map { $0 | 0x20 }
    return text.contains(0x20) && asking.contains { Array($0.utf8) == first }
  }

  /// First words of questions about what stands there, and not about what it gives.
  private static let asking = [
    "was", "were", "wasn", "did", "didn", "why", "should", "shouldn", "maybe", "perhaps", "really", "still", "needed",
    "correct", "right", "shall", "unsure",
  ]

  /// Languages whose comments tell in a question what a command is run for.
  private static let commands: Set<String> = [
    "bash", "sh", "shell", "zsh", "sql", "yaml", "yml", "toml", "dockerfile", "r",
  ]

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F || byte >= 0x80
  }

  /// The comment at the end of a line, blanks round it left out.
  private static func comment(_ text: [UInt8], _ line: Range<Int>, _ sign: [UInt8]) -> Range<Int>? {
    var end = line.upperBound
    while end > line.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
    var index = line.lowerBound
    while index + sign.count <= end {
      let isFree = index == line.lowerBound || text[index - 1] <= 0x20
      if isFree, text[index..<end].starts(with: sign) { return index..<end }
      index += 1
    }
    return nil
  }

  /// Where a sign of comments stands first, at the beginning of a line or behind a blank.
  private static func sign(_ sign: [UInt8], in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    guard let first = sign.first else { return nil }
    var index = range.lowerBound
    while let found = ByteSearch.first(of: first, in: text, index..<range.upperBound) {
      let isFree = found == range.lowerBound || text[found - 1] <= 0x20
      if isFree, found + sign.count <= range.upperBound, sign.count == 1 || text[found + 1] == sign[1] { return found }
      index = found + 1
    }
    return nil
  }

  private static let hash = Array("#".utf8)
  private static let slashes = Array("//".utf8)
  private static let dashes = Array("--".utf8)

  /// What begins a comment of a language; `nil` for languages without one and for those not known.
  private static func commentSign(_ language: String) -> [UInt8]? {
    switch language {
    case "python", "py", "bash", "sh", "shell", "zsh", "ruby", "rb", "yaml", "yml", "toml", "perl", "r", "dockerfile":
      hash
    case "js", "javascript", "ts", "typescript", "java", "go", "rust", "rs", "swift", "c", "cpp", "c++", "csharp", "cs",
      "kotlin", "scala", "php", "jsx", "tsx":
      slashes
    case "sql", "lua", "haskell": dashes
    default: nil
    }
  }
}
