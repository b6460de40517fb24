import CasebookMarkdown
import CasebookSource

/// Opening, filling and closing steps.
extension CaseReader {
  /// Opens a step; `number` is the list's, where the title is an item's text.
  mutating func openStep(
    _ title: StepTitle, _ id: NodeID, form: StepForm, number: Int? = nil, content: Range<Int>? = nil
  ) {
    closeStep()
    let written = number ?? title.number
    let counted = written ?? lastNumber + 1
    let range = content ?? title.text.range
    let start = reader.place(id)
    var step = Step(
      number: counted, isNumbered: written != nil,
      title: Located(stepText(title, id, isItem: content != nil), at: reader.place(range)), titleBlock: reader.ref(id),
      kind: title.kind, kindSource: title.kindSource, at: start)
    if let kind = declaredKind {
      (step.kind, step.kindSource) = (kind, .declared)
      declaredKind = nil
    }
    if step.kind == .fix, title.optionIndex != nil || title.optionName != nil {
      let index = title.optionIndex ?? raw.session.steps.count { $0.fixOption != nil } + 1
      step.fixOption = FixOption(
        index: index, name: title.optionName.map { reader.document.source.string($0.range) })
    }
    lastNumber = counted
    self.step = step
    stepForm = form
    if place != .investigation && place != .step { partLevel = 0 }
    place = .step
  }

  /// The title without its number, as plain text.
  private mutating func stepText(_ title: StepTitle, _ id: NodeID, isItem: Bool) -> String {
    let plain = isItem ? reader.itemPlainText(id) : reader.plainText(id)
    guard title.number != nil, !isItem else { return plain }
    let bytes = Array(plain.utf8)
    let text = StepTitle(TextSlice(bytes: bytes, range: bytes.indices)).text
    return String(decoding: bytes[text.range], as: UTF8.self)
  }

  mutating func addToStep(_ block: StepBlock, _ id: NodeID) {
    step?.body.append(block)
    step?.at.end = reader.place(id).end
  }

  mutating func closeStep() {
    guard let closed = step else { return }
    raw.session.steps.append(closed)
    step = nil
    if place == .step { place = partLevel > 0 ? .investigation : .other }
  }
}
