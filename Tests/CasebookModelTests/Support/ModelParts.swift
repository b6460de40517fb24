import CasebookModel
import CasebookSource

/// Text of a file as the reading of that file repaired it.
enum TextRepairing {
  /// Puts each damaged run of the original right, as its own edits did: `üêõ` → 🐛.
  static func repaired(_ text: String, like read: ReadDocument) -> String {
    var text = text
    for repair in read.model.repairs where !repair.before.isEmpty {
      text = text.split(separator: repair.before, omittingEmptySubsequences: false).joined(separator: repair.after)
    }
    return text
  }
}

extension CaseDocument {
  /// Every figure of the document, in order.
  var allQuantities: [Quantity] {
    cases.flatMap { raw in
      var texts = [raw.problem].compactMap { $0 } + raw.session.symptoms
      var quantities: [Quantity] = []
      for block in raw.session.steps.flatMap(\.body) {
        switch block {
        case .prose(let text): texts.append(text)
        case .items(let list): texts += list.items
        case .code(let code): quantities += code.quantities
        case .table, .opaque: break
        }
      }
      return texts.flatMap(\.quantities) + quantities
    }
  }

  /// Every text that has a place of its own.
  var locatedTexts: [Located<String>] {
    var texts = [title, framework?.title, toolTable?.title].compactMap { $0 }
    texts += framework?.steps.map { Located($0.name, at: $0.at) } ?? []
    texts += toolTable?.issueTypes.flatMap(\.tools) ?? []
    texts += other.map { Located($0.markdown, at: $0.at) }
    texts += allQuantities.map { Located($0.raw, at: $0.at) }
    for raw in cases {
      texts += [raw.title, raw.problemLabel, raw.session.label, raw.session.title].compactMap { $0 }
      texts += raw.session.headings.map(\.text)
      texts += ([raw.problem].compactMap { $0 } + raw.session.symptoms).map { Located($0.text, at: $0.at) }
      texts += raw.session.steps.map(\.title)
      texts += raw.prevention.map { Located($0.text, at: $0.at) }
    }
    return texts
  }
}
