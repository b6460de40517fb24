import CasebookMarkdown

/// A comment that declares something: `<!-- casebook: id=lost-update issueType=race-conditions -->`.
struct Declaration {
  private let pairs: [BlockAttributes.Pair]

  init?(_ block: NodeID, in reader: BlockReader) {
    guard reader.kind(block).isHTMLBlock else { return nil }
    for comment in reader.document.casebookComments(in: block) {
      guard case .declaration(let pairs) = comment.meaning else { continue }
      self.pairs = pairs
      return
    }
    return nil
  }

  /// The first value of a key; an empty one is none.
  subscript(key: String) -> String? {
    pairs.first { $0.key.text == key && !$0.value.text.isEmpty }?.value.text
  }

  /// The kind that the next step has.
  var stepKind: StepKind? { self["kind"].flatMap(StepKind.init(rawValue:)) }
}
