import CasebookMarkdown
import CasebookSource

/// Opening, filling and closing steps.
extension CaseReader {
  /// Opens a step; `number` is the list's, where the title is an item's text.
  mutating func openStep(
    _ title: StepTitle, _ id: NodeID, form: StepForm, number: Int? = nil, content: Range<Int>? = nil
  ) {
    if case .heading(let level) = form, !isBelowStep(level) {
      sectionLevel = level
      // A section beside the investigation ends it.
      if level <= partLevel { partLevel = 0 }
    }
    closeStep()
    let written = number ?? title.number
    let counted = written ?? lastNumber + 1
    let range = content ?? title.text.range
    let start = reader.place(id)
    let kind = declaredKind ?? title.kind
    var option: FixOption?
    if kind == .fix, title.optionIndex != nil || title.optionName != nil {
      options += 1
      option = FixOption(index: title.optionIndex ?? options, name: title.optionName?.string)
    }
    lastNumber = counted
    if raw.session.steps.isEmpty { raw.session.steps.reserveCapacity(8) }
    raw.session.steps.append(
      Step(
        number: counted, isNumbered: written != nil,
        title: Located(stepText(title, id, content: content), at: reader.place(range)), titleBlock: reader.ref(id),
        kind: kind, kindSource: declaredKind == nil ? title.kindSource : .declared, fixOption: option, at: start))
    declaredKind = nil
    isStepOpen = true
    stepForm = form
    if place != .investigation && place != .step { partLevel = 0 }
    place = .step
  }

  /// The title without its number, as plain text; the source where it has no text.
  private func stepText(_ title: StepTitle, _ id: NodeID, content: Range<Int>?) -> String {
    if let content { return reader.itemPlainText(id, content: content) }
    let plain = reader.plainText(id)
    let text = title.number == nil ? plain : plain.withSlice { StepTitle.withoutNumber($0).text.string }
    return text.isEmpty ? title.text.string : text
  }

  mutating func addToStep(_ block: consuming StepBlock, endingAt end: Position) {
    guard let last = raw.session.steps.indices.last else { return }
    raw.session.steps[last].body.append(block)
    raw.session.steps[last].at.end = end
  }

  /// Adds a paragraph, a list, a block of code or a table to the open step, anything else as it is.
  mutating func addBlock(_ id: NodeID) {
    switch reader.kind(id) {
    case .paragraph:
      guard let text = reader.measured(id) else { return addOpaque(id) }
      let end = text.at.end
      addToStep(.prose(consume text), endingAt: end)
    case .list:
      guard let items = reader.flatItems(id) else { return addOpaque(id) }
      addToStep(.items(items), endingAt: reader.place(id).end)
    case .codeBlock:
      let block = code.read(id, in: &reader, step: raw.session.steps.last?.kind ?? .other)
      let end = block.at.end
      addToStep(.code(consume block), endingAt: end)
    case .table:
      let table = reader.table(id)
      let end = table.at.end
      addToStep(.table(consume table), endingAt: end)
    case .document, .blockQuote, .item, .htmlBlock, .heading, .thematicBreak, .tableRow, .tableCell, .linkDefinition,
      .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
      addOpaque(id)
    }
  }

  private mutating func addOpaque(_ id: NodeID) {
    let block = reader.opaque(id)
    let end = block.at.end
    addToStep(.opaque(consume block), endingAt: end)
  }

  mutating func closeStep() {
    guard isStepOpen else { return }
    isStepOpen = false
    if place == .step { place = partLevel > 0 ? .investigation : .other }
  }
}
