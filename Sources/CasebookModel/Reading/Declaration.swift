import CasebookMarkdown
import CasebookSource

/// A comment that declares something: `<!-- casebook: id=lost-update issueType=race-conditions -->`.
struct Declaration {
  var pairs: [(key: String, value: String)]

  init?(_ block: NodeID, in reader: BlockReader) {
    guard reader.kind(block).isHTMLBlock else { return nil }
    let text = reader.slice(reader.span(block))
    guard text.matches("<!--"), text.dropping(4).matches("casebook:") else { return nil }
    let body = text.dropping(4).dropping(9)
    var pairs: [(String, String)] = []
    var cursor = body.range.lowerBound
    while cursor < body.range.upperBound {
      while cursor < body.range.upperBound, body.bytes[cursor].isSpace { cursor += 1 }
      let start = cursor
      while cursor < body.range.upperBound, !body.bytes[cursor].isSpace { cursor += 1 }
      let word = TextSlice(bytes: body.bytes, range: start..<cursor)
      if word.matches("-->") { break }
      guard let equals = word.bytes.firstIndex(of: UInt8(ascii: "="), in: word.range) else { continue }
      var value = TextSlice(bytes: word.bytes, range: equals + 1..<word.range.upperBound)
      if value.range.count >= 3, value.matches("-->", at: value.range.count - 3) {
        value.range = value.range.lowerBound..<value.range.upperBound - 3
      }
      pairs.append((word.bytes.string(word.range.lowerBound..<equals), value.string))
    }
    self.pairs = pairs
  }

  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// The kind that the next step has.
  var stepKind: StepKind? { self["kind"].flatMap(StepKind.init(rawValue:)) }
}
