import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Takes the blocks out of a document that the rules about code want to see.
struct ExhibitReader {
  private let document: ReadDocument
  private let survey: BlockSurvey
  private var result = DocumentExhibits()

  private init(_ document: ReadDocument, _ survey: BlockSurvey) {
    self.document = document
    self.survey = survey
  }

  /// `nil` where a document has none, as most have.
  static func read(_ document: ReadDocument, _ survey: BlockSurvey) -> DocumentExhibits? {
    var reader = ExhibitReader(document, survey)
    reader.read()
    guard !reader.result.blocks.isEmpty else { return nil }
    reader.result.context = Set(document.model.frontMatter?.context.map(\.value) ?? [])
    return reader.result
  }

  private mutating func read() {
    var isPlaced = false
    for code in survey.codeBlocks {
      guard let kind = kind(of: code) else { continue }
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

  private func kind(of code: BlockSurvey.Code) -> CodeExhibit.Kind? {
    switch code.language {
    case "python", "py", "python3", "py3": return .code(.python)
    case "bash", "sh", "shell": return .code(.bash)
    case "swift": return .code(.swift)
    case "", "text", "txt", "console", "log", "output", "plaintext", "pytb", "traceback":
      let tree = document.tree(code.block)
      return Traceback.isIn(tree.literal(of: code.block.node)) ? .traceback : nil
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

  private mutating func placeSteps() {
    for (index, item) in document.model.cases.enumerated() {
      for ref in item.flow { blocksOfCases[ref] = index }
      for step in item.session.steps {
        for block in step.body {
          guard case .code(let code) = block else { continue }
          steps[code.block] = Place(caseIndex: index, role: code.role, title: step.title.value)
        }
      }
    }
  }

  /// The case that a block outside of the steps belongs to: its outermost block stands in the flow.
  private func caseIndex(of ref: BlockRef) -> Int? {
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
    let indent = Self.indent(of: lines)
    var code: [UInt8] = []
    code.reserveCapacity(literal.count)
    for line in lines {
      code += line.dropFirst(indent)
      code.append(0x0A)
    }
    self.code = lines.allSatisfy { $0.allSatisfy { $0 <= 0x20 } } ? [] : code
    places = ExhibitPlaces(tree.source, tree.contentLines(of: block), lengths: lines.map(\.count), indent: indent)
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
