import CasebookMarkdown
import CasebookModel
import CasebookSource

/// What the pages know of each block of a document beyond its Markdown, for all its cases at once.
///
/// Arrays as long as the arenas, since a dictionary of blocks took longer than writing their HTML.
struct DocumentMarks: Sendable {
  private var marks: [BlockMark] = []
  /// By tree and node: index into `marks` plus one, or 0.
  private var markIndex: [[Int32]] = []
  /// By tree and node: number of the step in its case plus one, or 0.
  private var stepIndex: [[Int32]] = []

  /// Nothing is known of any block.
  static let none = DocumentMarks()

  var isEmpty: Bool { marks.isEmpty }

  private init() {}

  init(_ document: ReadDocument) {
    guard !document.model.cases.isEmpty else { return }
    markIndex = [[Int32](repeating: 0, count: document.document.nodes.count)]
    for tree in document.nested { markIndex.append([Int32](repeating: 0, count: tree.nodes.count)) }
    stepIndex = markIndex
    for item in document.model.cases { add(item, in: document) }
  }

  /// What is known of a block.
  func mark(_ block: BlockRef) -> BlockMark? {
    guard block.tree < markIndex.count, block.node.index < markIndex[block.tree].count else { return nil }
    let index = markIndex[block.tree][Int(block.node.index)]
    return index > 0 ? marks[Int(index) - 1] : nil
  }

  /// The step that a block of a case's flow belongs to.
  func step(_ block: BlockRef) -> Int? {
    guard block.tree < stepIndex.count, block.node.index < stepIndex[block.tree].count else { return nil }
    let step = stepIndex[block.tree][Int(block.node.index)]
    return step > 0 ? Int(step) - 1 : nil
  }

  private mutating func add(_ item: RawCase, in document: ReadDocument) {
    if let problem = item.problem { set(.problem, problem.block) }
    if let label = item.session.label { markLabel(at: label.at, among: item.flow, in: document) }
    for symptom in item.session.symptoms { markChange(symptom, in: document) }
    for (number, step) in item.session.steps.enumerated() {
      set(.step(StepMark(number: step.number, isNumbered: step.isNumbered, kind: step.kind)), step.titleBlock)
      setStep(number, step.titleBlock)
      for block in step.body { add(block, to: number, in: document) }
    }
    for item in item.prevention { set(.task(isDone: item.isDone), item.block) }
  }

  private mutating func add(_ block: StepBlock, to step: Int, in document: ReadDocument) {
    switch block {
    case .prose(let text):
      markChange(text, in: document)
      setStep(step, text.block)
    case .items(let list):
      for item in list.items { markChange(item, in: document) }
      setStep(step, list.block)
    case .code(let code):
      set(.code(role: code.role, id: code.id), code.block)
      setStep(step, code.block)
    case .table(let table): setStep(step, table.block)
    case .opaque(let opaque): setStep(step, opaque.block)
    }
  }

  private mutating func set(_ mark: BlockMark, _ block: BlockRef) {
    guard block.tree < markIndex.count, block.node.index < markIndex[block.tree].count else { return }
    marks.append(mark)
    markIndex[block.tree][Int(block.node.index)] = Int32(clamping: marks.count)
  }

  private mutating func setStep(_ step: Int, _ block: BlockRef) {
    guard block.tree < stepIndex.count, block.node.index < stepIndex[block.tree].count else { return }
    stepIndex[block.tree][Int(block.node.index)] = Int32(clamping: step + 1)
  }

  private mutating func markLabel(at range: SourceRange, among flow: [BlockRef], in document: ReadDocument) {
    let block = flow.first { block in
      block.tree == 0 && document.document[block.node].kind == .paragraph
        && document.document.range(of: block.node).start.line == range.start.line
    }
    if let block { set(.sessionLabel, block) }
  }

  /// `P99: 200ms → 2s` → `×10` behind the text.
  private mutating func markChange(_ text: MeasuredText, in document: ReadDocument) {
    guard let change = text.changes.first, let factor = Self.factor(change.factor) else { return }
    let tree = document.tree(text.block)
    var block = text.block
    if tree[block.node].kind == .item, let first = tree.firstChild(of: block.node) {
      block = BlockRef(tree: block.tree, node: first)
    }
    guard tree[block.node].kind == .paragraph, mark(block) == nil else { return }
    set(.change(factor), block)
  }

  /// One decimal below 10, none above; nothing where the two are about equal.
  static func factor(_ value: Double) -> String? {
    guard value.isFinite, value > 0, value < 0.95 || value > 1.05, value < 1e9, value > 1e-9 else { return nil }
    return value > 1 ? "×" + rounded(value) : "÷" + rounded(1 / value)
  }

  private static func rounded(_ value: Double) -> String {
    if value >= 9.95 { return "\(Int(value.rounded()))" }
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
