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

  init(_ reader: BlockReader) {
    let blocks = Self.blocks(reader)
    var cases = CaseHeadings(blocks.count)
    cases.find(blocks, in: reader)
    assign(blocks, cases, in: reader)
  }

  private static func blocks(_ reader: BlockReader) -> [NodeID] {
    var blocks: [NodeID] = []
    blocks.reserveCapacity(64)
    var cursor = reader.document.firstChild(of: Document.root)
    while let id = cursor {
      blocks.append(id)
      cursor = reader.document.next(after: id)
    }
    return blocks
  }

  /// Gives each block to the innermost case that is open.
  private mutating func assign(_ blocks: [NodeID], _ cases: CaseHeadings, in reader: BlockReader) {
    var open = HeadingStack()
    var regionOf = [Int](repeating: -1, count: 7)
    var untitled = -1
    if cases.isUntitled {
      untitled = 0
      regions.append(Region())
    }
    for (index, id) in blocks.enumerated() {
      if reader.kind(id) == .heading {
        let level = Int(reader.document.nodes[Int(id.index)].level)
        open.push(index, level: level)
        for deeper in max(1, min(level, 6))...6 { regionOf[deeper] = -1 }
        if cases.opens[index] {
          regionOf[max(1, min(level, 6))] = regions.count
          var region = Region(heading: id)
          if index > 0, let comment = Declaration(blocks[index - 1], in: reader) {
            region.declaration = comment
            takeBack(blocks[index - 1])
          }
          regions.append(region)
          untitled = -1
          continue
        }
        if level == 1 && index > 0 && !cases.isPart[index] { untitled = -1 }
      }
      if let region = regionOf.last(where: { $0 >= 0 }) {
        regions[region].blocks.append(id)
      } else if untitled >= 0 {
        regions[untitled].blocks.append(id)
      } else {
        outside.append(id)
      }
    }
    for index in regions.indices { dropTrailingRules(index, in: reader) }
    outside.sort { $0.index < $1.index }
  }

  /// A comment before a case's heading belongs to the document, not to the case before.
  private mutating func takeBack(_ comment: NodeID) {
    for index in regions.indices.reversed() where regions[index].blocks.last == comment {
      regions[index].blocks.removeLast()
      outside.append(comment)
      return
    }
  }

  /// A rule at a section's end parts it from what follows: it is nobody's.
  private mutating func dropTrailingRules(_ index: Int, in reader: BlockReader) {
    while let last = regions[index].blocks.last, reader.kind(last) == .thematicBreak {
      regions[index].blocks.removeLast()
      outside.append(last)
    }
  }
}

/// The headings above a block, by level.
struct HeadingStack {
  private var indices = [Int](repeating: -1, count: 7)

  /// Opens a section, which closes those of its level and deeper.
  mutating func push(_ index: Int, level: Int) {
    let level = max(1, min(level, 6))
    for deeper in level...6 { indices[deeper] = -1 }
    indices[level] = index
  }

  /// Headings of the sections that are open above a level, innermost first.
  func enclosing(below level: Int) -> [Int] {
    indices[..<max(1, min(level, 7))].reversed().filter { $0 >= 0 }
  }
}

/// Which headings open a case.
private struct CaseHeadings {
  var opens: [Bool]
  var isPart: [Bool]
  private var hasSymptoms: [Bool]
  /// Whether a case begins before any heading that could name it.
  var isUntitled = false

  init(_ count: Int) {
    opens = [Bool](repeating: false, count: count)
    isPart = opens
    hasSymptoms = opens
  }

  mutating func find(_ blocks: [NodeID], in reader: BlockReader) {
    var stack = HeadingStack()
    for (index, id) in blocks.enumerated() {
      switch reader.kind(id) {
      case .heading:
        let level = Int(reader.document.nodes[Int(id.index)].level)
        let text = reader.slice(reader.content(id))
        stack.push(index, level: level)
        let part = PartName(text)
        isPart[index] = part != nil || StepTitle(text).kindSource == .exact
        if part == .symptoms { addSymptoms(stack.enclosing(below: level).filter { !isPart[$0] }) }
      case .paragraph:
        guard let label = LabelParagraph(id, in: reader), label.isProblem(in: reader) else { continue }
        open(stack.enclosing(below: 7).first { !isPart[$0] })
      case .document, .blockQuote, .list, .item, .codeBlock, .htmlBlock, .thematicBreak, .table, .tableRow, .tableCell,
        .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
        break
      }
    }
  }

  /// Symptoms open the innermost heading, unless a case around it still lacks them: then that heading names its session.
  private mutating func addSymptoms(_ enclosing: [Int]) {
    let waiting = enclosing.dropFirst().first { opens[$0] }
    if let innermost = enclosing.first, !opens[innermost], let outer = waiting, !hasSymptoms[outer] {
      hasSymptoms[outer] = true
      return
    }
    open(enclosing.first)
    if let innermost = enclosing.first { hasSymptoms[innermost] = true }
  }

  private mutating func open(_ heading: Int?) {
    if let heading { opens[heading] = true } else { isUntitled = true }
  }
}
