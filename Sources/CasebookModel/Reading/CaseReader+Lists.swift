import CasebookMarkdown
import CasebookSource

/// Lists: symptoms, steps, items of a step, checklists.
extension CaseReader {
  mutating func readList(_ id: NodeID) {
    let isOrdered = reader.document.nodes[Int(id.index)].flags.contains(.ordered)
    if step != nil {
      if let items = reader.flatItems(id) { addToStep(.items(items), id) } else { keep(id) }
      return
    }
    switch place {
    case .symptoms: if reader.isOutline(id) { readSymptoms(id) } else { keep(id) }
    case .prevention: if reader.isOutline(id) { readChecklist(id) } else { keep(id) }
    case .investigation: if isOrdered, reader.isOutline(id) { readSteps(id) } else { keep(id) }
    case .intro, .problem, .step, .other: keep(id)
    }
  }

  private mutating func readSymptoms(_ list: NodeID) {
    var symptoms: [MeasuredText] = []
    var others: [OpaqueBlock] = []
    reader.walkOutline(list) { reader, paragraph, content, _ in
      let text = reader.itemPlainText(paragraph)
      if let symptom = reader.measured(paragraph, content: content, text: text) { symptoms.append(symptom) }
    } other: { reader, block in
      others.append(reader.opaque(block))
    }
    raw.session.symptoms += symptoms
    raw.session.other += others
  }

  private mutating func readChecklist(_ list: NodeID) {
    var items: [ChecklistItem] = []
    var others: [OpaqueBlock] = []
    reader.walkOutline(list) { reader, paragraph, content, isDone in
      let text = reader.itemPlainText(paragraph)
      items.append(ChecklistItem(text: text, isDone: isDone, at: reader.place(content), block: reader.ref(paragraph)))
    } other: { reader, block in
      others.append(reader.opaque(block))
    }
    raw.prevention += items
    raw.other += others
  }

  /// A numbered list below the investigation: each item is a step, its first paragraph the title.
  private mutating func readSteps(_ list: NodeID) {
    var number = Int(reader.document.nodes[Int(list.index)].number)
    var cursor = reader.document.firstChild(of: list)
    while let item = cursor {
      if let part = reader.itemText(item) { readStep(item, part.paragraph, part.content, number: number) }
      number += 1
      cursor = reader.document.next(after: item)
    }
  }

  private mutating func readStep(_ item: NodeID, _ paragraph: NodeID, _ content: Range<Int>, number: Int) {
    openStep(StepTitle(reader.slice(content)), paragraph, form: .bold, number: number, content: content)
    var cursor = reader.document.next(after: paragraph)
    while let block = cursor {
      switch reader.kind(block) {
      case .paragraph:
        if let text = reader.measured(block) { addToStep(.prose(text), block) } else { keep(block) }
      case .list:
        if let items = reader.flatItems(block) { addToStep(.items(items), block) } else { keep(block) }
      case .codeBlock: addToStep(.code(code.read(block, in: &reader, step: step?.kind ?? .other)), block)
      case .table: addToStep(.table(reader.table(block)), block)
      case .document, .blockQuote, .item, .htmlBlock, .heading, .thematicBreak, .tableRow, .tableCell, .linkDefinition,
        .opaque, .text, .softBreak, .lineBreak, .code, .htmlInline, .emphasis, .strong, .link, .image:
        keep(block)
      }
      cursor = reader.document.next(after: block)
    }
    closeStep()
    place = .investigation
  }
}
