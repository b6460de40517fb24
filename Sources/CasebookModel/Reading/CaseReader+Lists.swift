import CasebookMarkdown
import CasebookSource

/// Lists: symptoms, steps, items of a step, checklists.
extension CaseReader {
  mutating func readList(_ id: NodeID) {
    let isOrdered = reader.node(id).flags.contains(.ordered)
    switch place {
    case .symptoms: if !readSymptoms(id) { keep(id) }
    case .prevention: if !readChecklist(id) { keep(id) }
    case .investigation: if isOrdered, reader.isOutline(id) { readSteps(id) } else { keep(id) }
    case .intro, .problem, .step, .other: keep(id)
    }
  }

  /// Reads the items as symptoms; `false`, and nothing read, where the list is no outline.
  private mutating func readSymptoms(_ list: NodeID) -> Bool {
    var symptoms: [MeasuredText] = []
    var others: [OpaqueBlock] = []
    let isOutline = reader.walkOutline(list) { reader, paragraph, content, _ in
      let text = reader.itemPlainText(paragraph, content: content)
      if let symptom = reader.measured(paragraph, content: content, text: text) { symptoms.append(symptom) }
    } other: { reader, block in
      others.append(reader.opaque(block))
    }
    guard isOutline else { return false }
    if raw.session.symptoms.isEmpty { raw.session.symptoms = symptoms } else { raw.session.symptoms += symptoms }
    if !others.isEmpty { raw.session.other += others }
    return true
  }

  private mutating func readChecklist(_ list: NodeID) -> Bool {
    var items: [ChecklistItem] = []
    var others: [OpaqueBlock] = []
    let isOutline = reader.walkOutline(list) { reader, paragraph, content, isDone in
      let text = reader.itemPlainText(paragraph, content: content)
      items.append(ChecklistItem(text: text, isDone: isDone, at: reader.place(content), block: reader.ref(paragraph)))
    } other: { reader, block in
      others.append(reader.opaque(block))
    }
    guard isOutline else { return false }
    if raw.prevention.isEmpty { raw.prevention = items } else { raw.prevention += items }
    if !others.isEmpty { raw.other += others }
    return true
  }

  /// A numbered list below the investigation: each item is a step, its first paragraph the title.
  private mutating func readSteps(_ list: NodeID) {
    var number = Int(reader.node(list).number)
    var cursor = reader.firstChild(list)
    while let item = cursor {
      if let part = reader.itemText(item) { readStep(item, part.paragraph, part.content, number: number) }
      number += 1
      cursor = reader.next(item)
    }
  }

  private mutating func readStep(_ item: NodeID, _ paragraph: NodeID, _ content: Range<Int>, number: Int) {
    openStep(StepTitle(reader.slice(content)), paragraph, form: .bold, number: number, content: content)
    var cursor = reader.next(paragraph)
    while let block = cursor {
      addBlock(block)
      cursor = reader.next(block)
    }
    closeStep()
    place = .investigation
  }
}
