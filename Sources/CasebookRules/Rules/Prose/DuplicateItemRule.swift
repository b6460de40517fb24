import CasebookModel
import CasebookSource

/// CB602: two items of one list that read the same.
struct DuplicateItemRule: DocumentRule {
  let description = RuleDescription(
    602, "duplicate-item", .info,
    what: "Two symptoms, two items of a checklist or of a list in a step read the same.",
    why: "One of them was meant to say something else, mostly: what it was is lost.",
    triggering: [
      RuleExample(
        "a symptom twice",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99 is 2s\n- ⟦p99 is 2s⟧\n\n## Investigation\n\nx\n")
    ],
    accepted: [
      RuleExample(
        "symptoms that differ",
        "# A\n\n**Problem**: slow\n\n## Symptoms\n- P99 is 2s\n- P50 is 2s\n\n## Investigation\n\nx\n"),
      RuleExample(
        "one item in two lists",
        "# A\n\n**Problem**: slow\n\n### 1. Evidence\n\n- P99 is 2s\n\nLater:\n\n1. P99 is 2s\n\n### 2. Fix\n\ny\n"),
    ])

  func check(_ document: ReadDocument, _ context: RuleContext) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for index in document.model.cases.indices {
      let item = document.model.cases[index]
      compare(item.session.symptoms.map { ($0.text, $0.at) }, document, &findings)
      compare(item.prevention.map { ($0.text, $0.at) }, document, &findings)
      for step in item.session.steps {
        for case .items(let list) in step.body { compare(list.items.map { ($0.text, $0.at) }, document, &findings) }
      }
    }
    return findings
  }

  private func compare(
    _ items: [(text: String, at: SourceRange)], _ document: ReadDocument, _ findings: inout [Diagnostic]
  ) {
    guard items.count > 1 else { return }
    // Bytes, since comparing strings of many combining marks takes time that grows faster than they do.
    var first: [[UInt8]: SourceRange] = [:]
    for item in items {
      let key = item.text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      guard !key.isEmpty, let earlier = first.updateValue(item.at, forKey: key) else { continue }
      first[key] = earlier
      let path = document.model.path
      let note = Diagnostic.Note("the same words", path: path, range: earlier)
      findings.append(
        finding(path, item.at, "an item must be told from every other item of its list", notes: [note]))
    }
  }
}
