import CasebookMarkdown
import CasebookSource

/// A comment that declares something: `<!-- casebook: id=lost-update issueType=race-conditions -->`.
struct Declaration {
  var pairs: [(key: String, value: String)]

  init?(_ block: NodeID, in reader: BlockReader) {
    guard reader.kind(block) == .htmlBlock else { return nil }
    let text = reader.slice(reader.span(block))
    guard text.matches("<!--"), text.dropping(4).matches("casebook:") else { return nil }
    let body = text.dropping(4).dropping(9)
    var pairs: [(String, String)] = []
    var cursor = body.range.lowerBound
    while cursor < body.range.upperBound {
      while cursor < body.range.upperBound, body.bytes[cursor].isSpace { cursor += 1 }
      let start = cursor
      while cursor < body.range.upperBound, !body.bytes[cursor].isSpace { cursor += 1 }
      let word = body.bytes[start..<cursor]
      if word.starts(with: "-->".utf8) { break }
      guard let equals = word.firstIndex(of: UInt8(ascii: "=")) else { continue }
      var value = word[(equals + 1)...]
      if value.count >= 3, value.suffix(3).elementsEqual("-->".utf8) { value = value.dropLast(3) }
      pairs.append((String(decoding: word[..<equals], as: UTF8.self), String(decoding: value, as: UTF8.self)))
    }
    self.pairs = pairs
  }

  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// The kind that the next step has.
  var stepKind: StepKind? { self["kind"].flatMap(StepKind.init(rawValue:)) }
}
