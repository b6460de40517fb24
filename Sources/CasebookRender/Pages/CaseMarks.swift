import CasebookMarkdown
import CasebookModel
import CasebookSource

/// A case of the model → what its page knows of each block.
struct CaseMarks {
  private(set) var marks: [BlockRef: BlockMark] = [:]
  /// The step that a block of the flow belongs to.
  private(set) var steps: [BlockRef: Int] = [:]

  init(_ item: RawCase, in document: ReadDocument) {
    if let problem = item.problem { marks[problem.block] = .problem }
    if let label = item.session.label, let block = Self.block(at: label.at, among: item.flow, in: document) {
      marks[block] = .sessionLabel
    }
    for symptom in item.session.symptoms { markChange(symptom, in: document) }
    for (number, step) in item.session.steps.enumerated() {
      marks[step.titleBlock] = .step(StepMark(number: step.number, isNumbered: step.isNumbered, kind: step.kind))
      steps[step.titleBlock] = number
      for block in step.body { add(block, to: number, in: document) }
    }
    for item in item.prevention { marks[item.block] = .task(isDone: item.isDone) }
  }

  private static func block(at range: SourceRange, among flow: [BlockRef], in document: ReadDocument) -> BlockRef? {
    flow.first { block in
      block.tree == 0 && document.document[block.node].kind == .paragraph
        && document.document.range(of: block.node).start == range.start
    }
  }

  private mutating func add(_ block: StepBlock, to step: Int, in document: ReadDocument) {
    switch block {
    case .prose(let text):
      markChange(text, in: document)
      steps[text.block] = step
    case .items(let list):
      for item in list.items { markChange(item, in: document) }
      steps[list.block] = step
    case .code(let code):
      marks[code.block] = .code(role: code.role, id: code.id)
      steps[code.block] = step
    case .table(let table): steps[table.block] = step
    case .opaque(let opaque): steps[opaque.block] = step
    }
  }

  /// `P99: 200ms → 2s` → `×10` behind the text.
  private mutating func markChange(_ text: MeasuredText, in document: ReadDocument) {
    guard let change = text.changes.first, let factor = Self.factor(change.factor) else { return }
    let tree = document.tree(text.block)
    var block = text.block
    if tree[block.node].kind == .item, let first = tree.firstChild(of: block.node) { block.node = first }
    guard tree[block.node].kind == .paragraph, marks[block] == nil else { return }
    marks[block] = .change(factor)
  }

  /// One decimal below 10, none above; nothing where the two are about equal.
  static func factor(_ value: Double) -> String? {
    guard value.isFinite, value > 0, value < 0.95 || value > 1.05, value < 1e9, value > 1e-9 else { return nil }
    if value >= 10 { return "×\(Int(value.rounded()))" }
    if value < 1 {
      let inverse = 1 / value
      return "÷" + (inverse >= 10 ? "\(Int(inverse.rounded()))" : decimal(inverse))
    }
    return "×" + decimal(value)
  }

  private static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
