import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Takes the blocks out of a document that the rules about code want to see.
struct ExhibitReader {
  private let document: ReadDocument
  private let survey: BlockSurvey
  private let keeping: CodeKeeping
  private var result = DocumentExhibits()

  private init(_ document: ReadDocument, _ survey: BlockSurvey, _ keeping: CodeKeeping) {
    self.document = document
    self.survey = survey
    self.keeping = keeping
  }

  /// `nil` where a document has none, as most have.
  static func read(_ document: ReadDocument, _ survey: BlockSurvey, _ keeping: CodeKeeping) -> DocumentExhibits? {
    guard keeping != .none, !survey.codeBlocks.isEmpty else { return nil }
    var reader = ExhibitReader(document, survey, keeping)
    reader.read()
    guard !reader.result.isEmpty else { return nil }
    reader.result.context = Set(document.model.frontMatter?.context.map(\.value) ?? [])
    return reader.result
  }

  private mutating func read() {
    var isPlaced = false
    for code in survey.codeBlocks {
      guard let kind = kind(of: code) else { continue }
      if keeping == .unparsed, case .code(let language) = kind, !isReproduction(code.block, language) {
        let block = code.block
        let hasText = document.withTree(block) { tree in tree.literal(of: block.node).contains { $0 > 0x20 } }
        if hasText { result.count(language) }
        continue
      }
      if !isPlaced {
        isPlaced = true
        placeSteps()
      }
      let text = CodeText(document.tree(code.block), code.block.node)
      guard !text.code.isEmpty else { continue }
      let step = steps[code.block]
      result.blocks.append(
        CodeExhibit(
          kind, code: text.code, places: text.places, role: step?.role,
          caseIndex: step?.caseIndex ?? caseIndex(of: code.block), step: step?.title))
    }
  }

  /// Whether a block of shell reproduces a problem, of which a rule reads the lines as they are.
  private func isReproduction(_ block: BlockRef, _ language: CodeLanguage) -> Bool {
    guard language == .bash else { return false }
    var isOne = false
    for index in document.model.cases.indices {
      document.model.cases[index].forEachCodeBlock { code in
        if code.role == .repro, code.block == block { isOne = true }
      }
    }
    return isOne
  }

  private func kind(of code: BlockSurvey.Code) -> CodeExhibit.Kind? {
    switch code.language {
    case "python", "py", "python3", "py3": return .code(.python)
    case "bash", "sh", "shell": return .code(.bash)
    case "swift":
      // A block that is meant to fail, says its author.
      let info = document.tree(code.block).info(of: code.block.node)
      return String(decoding: info, as: UTF8.self).contains("compile-fail") ? nil : .code(.swift)
    case "", "text", "txt", "console", "log", "output", "plaintext", "pytb", "traceback":
      return document.withTree(code.block) { tree in
        Traceback.isIn(tree.literal(of: code.block.node)) ? .traceback : nil
      }
    default: return nil
    }
  }

  // MARK: Cases

  private struct Place {
    var caseIndex: Int
    var role: CodeRole
    var title: String
  }

  private var steps: [BlockRef: Place] = [:]
  private var blocksOfCases: [BlockRef: Int] = [:]
  private var isFlowPlaced = false

  private mutating func placeSteps() {
    for index in document.model.cases.indices {
      for step in document.model.cases[index].session.steps {
        for block in step.body {
          guard case .code(let code) = block else { continue }
          steps[code.block] = Place(caseIndex: index, role: code.role, title: step.title.value)
        }
      }
    }
  }

  /// The blocks of each case; few documents have code outside of steps.
  private mutating func placeBlocks() {
    guard !isFlowPlaced else { return }
    isFlowPlaced = true
    for index in document.model.cases.indices {
      for ref in document.model.cases[index].flow { blocksOfCases[ref] = index }
    }
  }

  /// The case that a block outside of the steps belongs to: its outermost block stands in the flow.
  private mutating func caseIndex(of ref: BlockRef) -> Int? {
    guard !document.model.cases.isEmpty else { return nil }
    placeBlocks()
    let tree = document.tree(ref)
    var node = ref.node
    while true {
      if let index = blocksOfCases[BlockRef(tree: ref.tree, node: node)] { return index }
      guard let parent = tree.parent(of: node) else { return nil }
      node = parent
    }
  }
}

/// The code of a block as parsers read it, and where its lines stand on disk.
struct CodeText {
  let code: [UInt8]
  let places: ExhibitPlaces

  /// Takes the common indentation off, and ends every line with LF.
  init(_ tree: Document, _ block: NodeID) {
    let literal = tree.literal(of: block)
    var ends: [Int] = []
    var isPlain = literal.last == 0x0A
    var isBlank = true
    for index in literal.indices {
      let byte = literal[index]
      if byte > 0x20 { isBlank = false }
      if byte == 0x0A { ends.append(index) } else if byte == 0x0D { isPlain = false }
    }
    let stretches = tree.contentLines(of: block)
    guard isPlain, let first = literal.first, first > 0x20, !isBlank else {
      let text = IndentedCode(literal)
      code = isBlank ? [] : text.code
      places = ExhibitPlaces(tree.source, stretches, lengths: text.lengths, indent: text.indent)
      return
    }
    // Most blocks are their own text.
    code = Array(literal)
    var start = literal.startIndex
    var lengths: [Int] = []
    lengths.reserveCapacity(ends.count)
    for end in ends {
      lengths.append(end - start)
      start = end + 1
    }
    places = ExhibitPlaces(tree.source, stretches, lengths: lengths, indent: 0)
  }
}

/// Code with blanks before all of its lines, or with line ends of other systems, made even.
private struct IndentedCode {
  var code: [UInt8] = []
  var lengths: [Int] = []
  var indent = 0

  init(_ literal: ArraySlice<UInt8>) {
    var lines: [ArraySlice<UInt8>] = []
    var start = literal.startIndex
    var index = start
    while index < literal.endIndex {
      let byte = literal[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(literal[start..<index - 1])
      if byte == 0x0D, index < literal.endIndex, literal[index] == 0x0A { index += 1 }
      start = index
    }
    if start < literal.endIndex { lines.append(literal[start...]) }
    lengths = lines.map(\.count)
    indent = Self.indent(of: lines)
    code.reserveCapacity(literal.count)
    for line in lines {
      code += line.dropFirst(indent)
      code.append(0x0A)
    }
  }

  /// Blanks that all lines but empty ones begin with.
  private static func indent(of lines: [ArraySlice<UInt8>]) -> Int {
    guard let first = lines.first(where: { line in line.contains { $0 > 0x20 } }) else { return 0 }
    let prefix = first.prefix { $0 == 0x20 || $0 == 0x09 }
    var count = prefix.count
    for line in lines where count > 0 && line.contains(where: { $0 > 0x20 }) {
      count = min(count, zip(prefix, line).prefix { $0 == $1 }.count)
    }
    return count
  }
}
