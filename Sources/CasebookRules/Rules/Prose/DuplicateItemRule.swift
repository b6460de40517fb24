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
      compare(document.model.cases[index].session.symptoms, document, &findings)
      compare(document.model.cases[index].prevention, document, &findings)
      for step in document.model.cases[index].session.steps.indices {
        for case .items(let list) in document.model.cases[index].session.steps[step].body {
          compare(list.items, document, &findings)
        }
      }
    }
    return findings
  }

  /// Lists up to this long are compared pair by pair, which needs no table.
  private static let short = 24

  private func compare(_ items: [some ListedText], _ document: ReadDocument, _ findings: inout [Diagnostic]) {
    guard items.count > 1 else { return }
    if items.count <= Self.short {
      for index in items.indices.dropFirst() {
        let earlier = items[..<index].firstIndex { Self.areAlike($0.text, items[index].text) }
        if let earlier { report(items[index].at, like: items[earlier].at, document, &findings) }
      }
      return
    }
    // Bytes, since comparing strings of many combining marks takes time that grows faster than they do.
    var first: [[UInt8]: SourceRange] = [:]
    for item in items {
      let key = item.text.utf8.map(Self.folded)
      guard !key.isEmpty, let earlier = first.updateValue(item.at, forKey: key) else { continue }
      first[key] = earlier
      report(item.at, like: earlier, document, &findings)
    }
  }

  private func report(
    _ at: SourceRange, like earlier: SourceRange, _ document: ReadDocument, _ findings: inout [Diagnostic]
  ) {
    let path = document.model.path
    let note = Diagnostic.Note("the same words", path: path, range: earlier)
    findings.append(finding(path, at, "an item must be told from every other item of its list", notes: [note]))
  }

  /// Whether two texts read the same, ASCII capitals apart.
  private static func areAlike(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count, let first = a.utf8.first, let other = b.utf8.first else { return false }
    return folded(first) == folded(other) && a.utf8.lazy.map(folded).elementsEqual(b.utf8.lazy.map(folded))
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

/// An item of some list: its words and its place.
private protocol ListedText {
  var text: String { get }
  var at: SourceRange { get }
}

extension MeasuredText: ListedText {}
extension ChecklistItem: ListedText {}
