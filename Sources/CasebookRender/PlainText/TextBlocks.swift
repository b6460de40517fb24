import CasebookMarkdown
import CasebookModel
import CasebookSource

/// Blocks of the arena → lines of a terminal; a loop, like the one that writes HTML.
struct TextBlocks {
  var canvas: TextCanvas
  var document: Document
  /// What a case knows of its blocks.
  var marks = DocumentMarks.none
  var tree = 0
  /// Numbers of the open ordered lists, innermost last; bullets count too, so that lists pair up.
  private var counters: [Int32] = []

  init(canvas: TextCanvas, document: Document) {
    self.canvas = canvas
    self.document = document
  }

  /// Renders the blocks of a case in order, the body of each step indented under its title.
  mutating func render(flow item: RawCase, of read: ReadDocument) {
    var open: Int?
    for block in item.flow {
      let step = marks.step(block)
      if open != nil, step != open { canvas.pop() }
      enter(tree: block.tree, of: read)
      render(block.node)
      if step != nil, step != open { canvas.push("   ") }
      open = step
    }
    if open != nil { canvas.pop() }
  }

  /// Goes on in another arena of the same file.
  mutating func enter(tree: Int, of read: ReadDocument) {
    guard tree != self.tree else { return }
    self.tree = tree
    document = read.tree(BlockRef(tree: tree, node: Document.root))
  }

  mutating func render(_ top: NodeID) {
    var cursor = top
    while true {
      if enter(cursor), let child = document.firstChild(of: cursor) {
        cursor = child
        continue
      }
      leave(cursor)
      while true {
        if cursor == top { return }
        if let next = document.next(after: cursor) {
          cursor = next
          break
        }
        guard let up = document.parent(of: cursor) else { return }
        cursor = up
        leave(cursor)
      }
    }
  }

  /// Writes what a block says before its children; whether they are to be visited.
  private mutating func enter(_ id: NodeID) -> Bool {
    let node = document[id]
    switch node.kind {
    case .document: return true
    case .blockQuote:
      canvas.blank()
      canvas.push("│ ", style: .faint)
      return true
    case .list:
      if !isInTightList(id) { canvas.blank() }
      counters.append(node.flags.contains(.ordered) ? node.number : -1)
      return true
    case .item:
      openItem(id, node)
      return true
    case .paragraph: paragraph(id)
    case .heading: heading(id, level: Int(node.level))
    case .thematicBreak:
      canvas.blank()
      canvas.line([TextRun(String(repeating: "─", count: min(canvas.room, 40)), .faint)])
    case .codeBlock: code(id, node)
    case .htmlBlock, .opaque: if !document.literal(of: id).isHTMLComment { verbatim(document.literal(of: id)) }
    case .table:
      canvas.blank()
      TextTableLayout(id, in: document).write(to: &canvas)
    case .tableRow, .tableCell, .linkDefinition, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong,
      .link, .image:
      break
    }
    return false
  }

  private mutating func leave(_ id: NodeID) {
    switch document[id].kind {
    case .blockQuote, .item: canvas.pop()
    case .list: counters.removeLast()
    case .document, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak, .table, .tableRow, .tableCell,
      .linkDefinition, .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      break
    }
  }

  private mutating func paragraph(_ id: NodeID) {
    let mark = mark(id)
    if case .step(let step) = mark {
      stepHeading(id, step)
      return
    }
    if !isInTightList(id) { canvas.blank() }
    var runs = TextInlines.runs(of: id, in: document)
    if case .change(let factor) = mark { runs.append(TextRun("  \(factor)", [.bold, .red])) }
    canvas.wrap(runs)
  }

  private mutating func heading(_ id: NodeID, level: Int) {
    if case .step(let step) = mark(id) {
      stepHeading(id, step)
      return
    }
    canvas.blank()
    let runs = TextInlines.runs(of: id, in: document, base: .bold)
    canvas.wrap(runs)
    if level <= 3 { rule(under: runs, level == 1 ? "═" : "─") }
  }

  /// A line as long as the text above it, so that headings are seen without colour too.
  private mutating func rule(under runs: [TextRun], _ mark: String) {
    let cells = runs.reduce(0) { $0 + DisplayWidth.cells($1.text) }
    canvas.line([TextRun(String(repeating: mark, count: min(cells, canvas.room)), .faint)])
    canvas.blank()
  }

  /// `**4. Root Cause Analysis**` → `4. Root Cause Analysis`; `3. Demonstrate race` → `3. Demonstrate race  (evidence)`
  private mutating func stepHeading(_ id: NodeID, _ step: StepMark) {
    canvas.blank()
    let tone = step.kind.tone
    var runs = [TextRun("\(step.number). ", [.bold, tone])]
    runs += TextInlines.runs(of: id, in: document, base: .bold, dropsNumber: step.isNumbered)
    if let word = step.kind.label, !document.plainText(of: id).utf8.containsIgnoringCase(word.utf8) {
      runs.append(TextRun("  (\(word.lowercased()))", tone))
    }
    canvas.wrap(runs)
  }

  /// Code keeps its lines and its indentation; a line above it says what it is for.
  private mutating func code(_ id: NodeID, _ node: Node) {
    canvas.blank()
    let language = LanguageName.display(document.info(of: id).prefix { $0 > 0x20 && $0 != 0x7B })
    var label: [TextRun] = []
    if case .code(let role, _) = mark(id), let word = role.label { label.append(TextRun(word, [.bold, role.tone])) }
    if !language.isEmpty {
      if !label.isEmpty { label.append(TextRun(" · ", .faint)) }
      label.append(TextRun(language, .faint))
    }
    if !label.isEmpty { canvas.line(label) }
    lines(of: document.literal(of: id))
  }

  private mutating func verbatim(_ bytes: ArraySlice<UInt8>) {
    canvas.blank()
    lines(of: bytes)
  }

  private mutating func lines(of bytes: ArraySlice<UInt8>) {
    canvas.push("    ")
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      canvas.line([TextRun(bytes[start..<end], keepsTabs: true)])
      start = end < bytes.endIndex ? end + 1 : end
    }
    canvas.pop()
  }

  private mutating func openItem(_ id: NodeID, _ node: Node) {
    if !isInTightList(id) { canvas.blank() }
    let number = counters.last ?? -1
    if let last = counters.indices.last, number >= 0 { counters[last] = number &+ 1 }
    var marker = number >= 0 ? "\(number). " : "• "
    var isDone: Bool?
    if case .task(let done) = mark(id) { isDone = done }
    if node.flags.contains(.task) { isDone = node.flags.contains(.checked) }
    if let isDone { marker = isDone ? "☑ " : "☐ " }
    canvas.push(
      first: marker, rest: String(repeating: " ", count: DisplayWidth.cells(marker)),
      style: isDone == true ? .green : [])
  }

  private func mark(_ id: NodeID) -> BlockMark? { marks.mark(BlockRef(tree: tree, node: id)) }

  /// Whether a block is a direct part of a tight list, which takes no blank lines.
  private func isInTightList(_ id: NodeID) -> Bool {
    guard let parent = document.parent(of: id) else { return false }
    let list = document[parent].kind == .item ? document.parent(of: parent) : parent
    guard let list, document[list].kind == .list else { return false }
    // The first item of a list follows what was before it; the list itself has seen to that.
    if document[id].kind == .item, document.firstChild(of: list) == id { return true }
    return document[list].flags.contains(.tight)
  }
}

extension StepKind {
  /// Red for what is wrong, green for what mends it, blue for what shows it.
  var tone: TextStyle {
    switch self {
    case .rootCause, .finding: .red
    case .fix, .mitigation: .green
    case .verification: .cyan
    case .reproduce, .isolate, .hypothesis, .tooling, .evidence: .magenta
    case .other: []
    }
  }
}

extension CodeRole {
  var tone: TextStyle {
    switch self {
    case .bug: .red
    case .fix: .green
    case .test: .cyan
    case .evidence, .trace, .tool, .repro: .magenta
    case .context: []
    }
  }
}
