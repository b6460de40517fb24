import CasebookMarkdown
import CasebookModel
import CasebookSource

/// What the verification of a case consists of, as far as its figures go.
struct VerificationText {
  /// Whether all that may hold a figure was read as figures: no table, no picture, no output in another language, no bare
  /// number. Of a verification that is not, no rule says that something is missing.
  private(set) var isUnderstood = true
  /// All that was read, with a blank between the parts.
  private var text: [UInt8] = []

  init(_ document: ReadDocument, _ figures: CaseFigures) {
    let all = document.model.cases[figures.item].session.steps
    for step in figures.verification where all.indices.contains(step) {
      read(all[step].title.value.utf8)
      for part in all[step].body { read(part, document, figures, step) }
    }
  }

  private mutating func read(_ part: StepBlock, _ document: ReadDocument, _ figures: CaseFigures, _ step: Int) {
    switch part {
    case .table, .opaque: isUnderstood = false
    case .prose(let text): read(text.at, text.block, document, figures, step)
    case .items(let list): for text in list.items { read(text.at, text.block, document, figures, step) }
    case .code(let code):
      if code.language == nil || code.language == "text" {
        read(code.at, code.block, document, figures, step)
      } else if Self.isOutput(code) {
        isUnderstood = false
      }
    }
  }

  private mutating func read(
    _ place: SourceRange, _ block: BlockRef, _ document: ReadDocument, _ figures: CaseFigures, _ step: Int
  ) {
    let source = document.withSource(of: block) { $0 }
    let start = source.offset(of: place.start)
    let range = start..<max(start, source.offset(of: place.end))
    guard range.count <= 4_000 else {
      isUnderstood = false
      return
    }
    read(source.bytes[range])
    let known = figures.figures.filter { $0.place == .step(step) && $0.tree == block.tree && range.overlaps($0.range) }
    var index = range.lowerBound
    while index < range.upperBound {
      guard FigureLine.isDigit(source.bytes[index]) else {
        index += 1
        continue
      }
      if let figure = known.first(where: { $0.range.contains(index) }) {
        index = figure.range.upperBound
      } else {
        let isFree = index == range.lowerBound || !FigureLine.isWord(source.bytes[index - 1])
        if isFree, !Self.isPartOfName(source.bytes, index) { isUnderstood = false }
        index += 1
      }
    }
  }

  /// `2.4.0` and the `4` of it, `cache.py:45`.
  private static func isPartOfName(_ text: [UInt8], _ index: Int) -> Bool {
    index > 1 && text[index - 1] == UInt8(ascii: ".") && FigureLine.isWord(text[index - 2])
  }

  private mutating func read(_ part: some Sequence<UInt8>) {
    text.append(0x20)
    text.append(contentsOf: part)
  }

  // MARK: Words

  /// Whether a sentence says in words that nothing of it was seen again: `no failures`, `zero`.
  var deniesInWords: Bool { Self.denials.contains { text.holds($0) } }
  var speaksOfGrowth: Bool { Self.growth.contains { text.holds($0) } }
  /// Whether words tell why it is as it is: `because`, `than before`, `baseline`.
  var explains: Bool { Self.reasons.contains { text.holds($0) } }

  private static let denials = [
    " no ", "no more", "zero", "none", "never", "not a single", "without", "gone", "all pass", "nothing",
  ].map { Array($0.utf8) }
  private static let growth = ["grow", "slope", "per hour", "no increase", "trend"].map { Array($0.utf8) }
  private static let reasons = ["because", "than before", "baseline", "also ", "since ", "improve"].map {
    Array($0.utf8)
  }

  /// Whether a block of code may show what was measured: in no programming language, or with digits in a comment.
  private static func isOutput(_ code: CodeBlock) -> Bool {
    switch code.role {
    case .evidence, .trace: return true
    case .bug, .fix, .tool, .repro, .test, .context: break
    }
    guard let language = code.language, programs.contains(language), code.code.utf8.count <= 8_000 else { return true }
    return code.code.utf8.split(separator: 0x0A).contains { line in
      guard let comment = line.firstIndex(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }) else {
        return false
      }
      var isNumber = false
      var previous: UInt8 = 0
      for byte in line[comment...] {
        isNumber = isNumber || FigureLine.isDigit(byte) && !FigureLine.isWord(previous)
        previous = byte
      }
      // `# Run 100 concurrent updates` tells what is done, `# 0 of 100 failed` what came of it.
      return isNumber && !Self.isOrder(line[comment...])
    }
  }

  private static func isOrder(_ comment: Substring.UTF8View.SubSequence) -> Bool {
    let text = Array(comment.drop { $0 == 0x23 || $0 == 0x2F || $0 == 0x20 }.prefix(12))
    return ["run", "start", "send", "make", "create", "wait", "repeat", "spawn", "fire"].contains { word in
      let word = Array(word.utf8)
      return text.count > word.count && Array(text.prefix(word.count + 1)).holds(word + [0x20])
    }
  }

  private static let programs: Set<String> = [
    "python", "javascript", "typescript", "go", "java", "rust", "swift", "c", "cpp", "csharp", "kotlin", "ruby", "php",
    "scala", "bash",
  ]
}
