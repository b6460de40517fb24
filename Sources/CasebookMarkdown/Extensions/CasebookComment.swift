import CasebookSource

/// A comment that speaks to Casebook, out of an HTML block.
///
///     <!-- casebook: id=lost-update issueType=race-conditions -->
///     <!-- casebook-ignore CB304, CB305: P99 is meant -->
package struct CasebookComment: Sendable, Hashable {
  /// What the comment says.
  package enum Meaning: Sendable, Hashable {
    /// What front matter or an info string would say where there is neither.
    case declaration([BlockAttributes.Pair])
    /// Rules that are not to look at the next block, and why; the names are as they are written, known or not.
    case ignore(rules: [BlockAttributes.Word], reason: BlockAttributes.Word?)
  }

  package var meaning: Meaning
  /// The comment from `<!--` to `-->`.
  package var source: Range<Int>
}

extension Document {
  /// Reads the comments of an HTML block that begin with `casebook`; none of any other block.
  package func casebookComments(in id: NodeID) -> [CasebookComment] {
    guard self[id].kind == .htmlBlock else { return [] }
    let block = InlineSource(lines: contentLines(of: id), of: source.bytes)
    var result: [CasebookComment] = []
    var place = 0
    while let open = find("<!--", in: block.bytes, from: place) {
      let end = find("-->", in: block.bytes, from: open + 4)
      let body = trimmed(open + 4..<(end ?? block.bytes.count), in: block.bytes)
      place = end.map { $0 + 3 } ?? block.bytes.count
      if let meaning = CommentReader(block: block, body: body).meaning() {
        result.append(CasebookComment(meaning: meaning, source: block.source(of: open..<place)))
      }
    }
    return result
  }

  private func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      var place = start
      while place + wanted.count <= bytes.count {
        if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) { return place }
        place += 1
      }
      return nil
    }
  }
}

private struct CommentReader {
  let block: InlineSource
  let body: Range<Int>

  func meaning() -> CasebookComment.Meaning? {
    if let rest = dropping("casebook:") { return .declaration(pairs(rest)) }
    guard let rest = dropping("casebook-ignore"), rest.isEmpty || isWhitespace(block.bytes[rest.lowerBound]) else {
      return nil
    }
    let colon = block.bytes[rest].firstIndex(of: UInt8(ascii: ":"))
    let reason = colon.map { trimmed($0 + 1..<rest.upperBound, in: block.bytes) } ?? rest.upperBound..<rest.upperBound
    return .ignore(
      rules: words(rest.lowerBound..<(colon ?? rest.upperBound)).map(word),
      reason: reason.isEmpty ? nil : word(reason))
  }

  private func dropping(_ prefix: StaticString) -> Range<Int>? {
    prefix.withUTF8Buffer { wanted in
      guard body.count >= wanted.count, block.bytes[body].starts(with: wanted) else { return nil }
      return body.lowerBound + wanted.count..<body.upperBound
    }
  }

  /// Words between blanks and commas; a value in quotes keeps its blanks.
  private func words(_ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var quote: UInt8 = 0
    for place in range {
      let byte = block.bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if isWhitespace(byte) || byte == UInt8(ascii: ",") {
        if place > start { result.append(start..<place) }
        start = place + 1
      }
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func pairs(_ range: Range<Int>) -> [BlockAttributes.Pair] {
    words(range).compactMap { whole in
      guard let equals = block.bytes[whole].firstIndex(of: UInt8(ascii: "=")), equals > whole.lowerBound else {
        return nil
      }
      var value = equals + 1..<whole.upperBound
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
      if value.count >= 2, quotes.contains(block.bytes[value.lowerBound]),
        block.bytes[value.lowerBound] == block.bytes[value.upperBound - 1]
      {
        value = value.lowerBound + 1..<value.upperBound - 1
      }
      return BlockAttributes.Pair(key: word(whole.lowerBound..<equals), value: word(value))
    }
  }

  private func word(_ range: Range<Int>) -> BlockAttributes.Word {
    BlockAttributes.Word(text: String(decoding: block.bytes[range], as: UTF8.self), source: block.source(of: range))
  }
}
