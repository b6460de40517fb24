import CasebookMarkdown

/// A document's top-level blocks, and which of them belong to which case.
///
/// The innermost heading opens a case whose section holds a `**Problem**:` paragraph or a `Symptoms` heading; headings of
/// parts (Problem, Investigation, Root Cause) never do. `# Debugging Examples`, `## Example 1: …`, `**Problem**: …` →
/// the case is `Example 1`.
struct Outline {
  /// A case's heading and blocks; `heading` is `nil` where the file has none above its first part.
  struct Region {
    var heading: NodeID?
    /// The comment before the heading.
    var declaration: Declaration?
    var blocks: [NodeID] = []
  }

  var regions: [Region] = []
  /// Blocks outside of all cases, in order.
  var outside: [NodeID] = []
  /// The first heading of level 1.
  var title: NodeID?

  init(_ reader: BlockReader) {
    let blocks = reader.topBlocks()
    var cases = CaseHeadings(blocks.count)
    cases.find(blocks, in: reader)
    assign(blocks, cases, in: reader)
  }

  /// Gives each block to the innermost case that is open.
  private mutating func assign(
    _ blocks: [NodeID], _ cases: CaseHeadings, in reader: BlockReader
  ) {
    /// The case that each level's open heading opens, or -1.
    var regionAt = HeadingStack()
    var current = -1
    var untitled = -1
    // Where the block before went, which may be the comment of the case that begins.
    var last = -1
    if cases.isUntitled {
      untitled = 0
      regions.append(Region())
    }
    for (index, id) in blocks.enumerated() {
      if reader.kind(id).isHeading {
        let level = reader.level(id)
        if level == 1, title == nil { title = id }
        let opens = cases.opens(index)
        regionAt.push(opens ? regions.count : -1, level: level)
        current = regionAt.innermost
        if opens {
          var region = Region(heading: id)
          region.blocks.reserveCapacity(blocks.count - index)
          if index > 0, let comment = Declaration(blocks[index - 1], in: reader) {
            region.declaration = comment
            if last >= 0, let comment = regions[last].blocks.popLast() { outside.append(comment) }
          }
          last = -1
          regions.append(region)
          untitled = -1
          continue
        }
        if level == 1, index > 0, !cases.isPart(index) { untitled = -1 }
      }
      last = current >= 0 ? current : untitled
      if last >= 0 { regions[last].blocks.append(id) } else { outside.append(id) }
    }
    for index in regions.indices { dropTrailingRules(index, in: reader) }
    outside.sort { $0.index < $1.index }
  }

  /// A rule at a section's end parts it from what follows: it is nobody's.
  private mutating func dropTrailingRules(_ index: Int, in reader: BlockReader) {
    while let last = regions[index].blocks.last, reader.kind(last).isThematicBreak {
      regions[index].blocks.removeLast()
      outside.append(last)
    }
  }
}

/// A number for the open heading of each level.
struct HeadingStack {
  private var values: InlineArray<7, Int> = .init(repeating: -1)

  /// Opens a section, which closes those of its level and deeper.
  mutating func push(_ value: Int, level: Int) {
    let level = max(1, min(level, 6))
    for deeper in level...6 { values[deeper] = -1 }
    values[level] = value
  }

  /// The deepest one that is not -1.
  var innermost: Int {
    for level in stride(from: 6, through: 1, by: -1) where values[level] >= 0 { return values[level] }
    return -1
  }

  /// Those above a level, innermost first.
  func enclosing(above level: Int) -> [Int] {
    var found: [Int] = []
    for outer in stride(from: max(1, min(level, 7)) - 1, through: 1, by: -1) where values[outer] >= 0 {
      found.append(values[outer])
    }
    return found
  }
}

/// Which headings open a case.
private struct CaseHeadings {
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let opens = Marks(rawValue: 1)
    static let isPart = Marks(rawValue: 2)
    static let hasSymptoms = Marks(rawValue: 4)
  }

  private var marks: [Marks]
  /// Whether a case begins before any heading that could name it.
  var isUntitled = false

  init(_ count: Int) { marks = [Marks](repeating: [], count: count) }

  func opens(_ index: Int) -> Bool { marks[index].contains(.opens) }
  func isPart(_ index: Int) -> Bool { marks[index].contains(.isPart) }

  mutating func find(_ blocks: [NodeID], in reader: BlockReader) {
    var stack = HeadingStack()
    for (index, id) in blocks.enumerated() {
      switch reader.kind(id) {
      case .heading:
        let level = reader.level(id)
        let text = reader.slice(reader.content(id))
        stack.push(index, level: level)
        let part = PartName(text)
        if part != nil || StepTitle.isExact(text) { marks[index].insert(.isPart) }
        if part == .symptoms { addSymptoms(stack.enclosing(above: level).filter { !isPart($0) }) }
      case .paragraph:
        guard let label = LabelParagraph(id, in: reader), label.isProblem(in: reader) else { continue }
        open(stack.enclosing(above: 7).first { !isPart($0) })
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableRow, .tableCell,
        .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
        break
      }
    }
  }

  /// Symptoms open the innermost heading, unless a case around it still lacks them: then that heading names its session.
  private mutating func addSymptoms(_ enclosing: [Int]) {
    let waiting = enclosing.dropFirst().first { opens($0) }
    if let innermost = enclosing.first, !opens(innermost), let outer = waiting, !marks[outer].contains(.hasSymptoms) {
      marks[outer].insert(.hasSymptoms)
      return
    }
    open(enclosing.first)
    if let innermost = enclosing.first { marks[innermost].insert(.hasSymptoms) }
  }

  private mutating func open(_ heading: Int?) {
    if let heading { marks[heading].insert(.opens) } else { isUntitled = true }
  }
}
