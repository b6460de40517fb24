import CasebookMarkdown
import CasebookSource

/// Parts that several recognisers make of a block.
extension BlockReader {
  /// A heading's or label's text; its source where it has no text of its own, as an image has none.
  mutating func located(_ id: NodeID) -> Located<String> {
    let content = content(id)
    let plain = plainText(id)
    return Located(plain.isEmpty ? text.string(content) : plain, at: place(content))
  }

  mutating func located(_ range: Range<Int>) -> Located<String> { Located(text.string(range), at: place(range)) }

  mutating func opaque(_ id: NodeID) -> OpaqueBlock {
    let range = span(id)
    return OpaqueBlock(markdown: text.string(range), at: place(range), block: ref(id))
  }

  /// A paragraph with its figures; `nil` where it has no text.
  mutating func measured(_ id: NodeID) -> MeasuredText? { measured(id, content: content(id), text: plainText(id)) }

  mutating func measured(_ id: NodeID, content: Range<Int>, text: String) -> MeasuredText? {
    guard !text.isEmpty else { return nil }
    let (quantities, changes) = quantities(in: content)
    let kind = SymptomKind(of: slice(content), quantities: quantities, changes: changes)
    return MeasuredText(
      text: text, kind: kind, quantities: quantities, changes: changes, at: place(content), block: ref(id))
  }

  /// Figures of a stretch of the text, in order, and those that are before and after of one thing.
  mutating func quantities(in range: Range<Int>) -> (quantities: [Quantity], changes: [Change]) {
    var scanner = QuantityScanner(text: text, range: range)
    var quantities: [Quantity] = []
    var changes: [Change] = []
    while let figure = scanner.next() {
      var quantity = Quantity(figure, in: text, at: place(figure.range))
      if figure.isAfter, let last = quantities.indices.last, quantities[last].dimension == quantity.dimension {
        if quantity.metric == nil { quantity.metric = quantities[last].metric }
        let metric = quantities[last].metric ?? quantity.metric
        changes.append(Change(metric: metric, from: quantities[last], to: quantity))
      }
      quantities.append(quantity)
    }
    return (quantities, changes)
  }
}
