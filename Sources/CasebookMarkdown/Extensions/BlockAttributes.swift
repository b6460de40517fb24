import CasebookSource

/// The info string of a fence, taken apart: the language, then one brace group.
///
///     ```python {#fix .fix check=race/lost-update title="Two writers"}
///
/// gives the language `python`, the id `fix`, the class `fix` and two pairs. Everything keeps its place in the source.
package struct BlockAttributes: Sendable, Hashable {
  /// A word and where it stands; no place where escapes in the info string hide it.
  package struct Word: Sendable, Hashable {
    package var text: String
    /// Bytes of the document's text.
    package var source: Range<Int>?
  }

  /// `key=value` or `key="a value"`; the quotes do not belong to the value.
  package struct Pair: Sendable, Hashable {
    package var key: Word
    package var value: Word
  }

  /// The first word, as it is written.
  package var language: Word?
  package var id: Word?
  package var classes: [Word] = []
  package var pairs: [Pair] = []
  /// What is none of these: words behind the language, second ids, words without a sign in the braces.
  package var leftovers: [Word] = []

  /// The language under its usual name, in lower case: `Py` → `python`, `shell` → `bash`.
  package var languageName: String? { language.map { LanguageName.canonical($0.text) } }

  /// The value of the first pair with a key.
  package subscript(key: String) -> String? { pairs.first { $0.key.text == key }?.value.text }

  package init() {}
}

extension Document {
  /// Reads the info string of a code block; empty for any other block.
  package func attributes(of id: NodeID) -> BlockAttributes {
    guard self[id].kind == .codeBlock, !self[id].info.isEmpty else { return BlockAttributes() }
    var reader = AttributeReader(info(of: id), locatedInfo(of: id))
    return reader.read()
  }

  /// The info string with its places: it stands behind the fence, with escapes and references decoded.
  private func locatedInfo(of id: NodeID) -> LocatedText? {
    let text = source.bytes
    var place = self[id].source.range.lowerBound
    let end = source.lines.content(ofLine: source.lines.lineIndex(of: place), in: text).upperBound
    guard place < end else { return nil }
    let fence = text[place]
    while place < end, text[place] == fence { place += 1 }
    let line = InlineSource(lines: [trimmed(place..<end, in: text)], of: text)
    let literal = info(of: id)
    let match = LiteralMatcher(literal, in: line.bytes, at: 0)
    guard match.isComplete else { return nil }
    var result = LocatedText()
    for piece in match.pieces {
      result.append(literal[piece.literal], from: line.source(of: piece.raw), isDecoded: piece.isDecoded)
    }
    return result
  }
}

/// Splits an info string into words.
private struct AttributeReader {
  private let bytes: [UInt8]
  private let located: LocatedText?
  private var place = 0
  private var result = BlockAttributes()

  init(_ info: ArraySlice<UInt8>, _ located: LocatedText?) {
    bytes = Array(info)
    self.located = located
  }

  mutating func read() -> BlockAttributes {
    while let word = nextWord(stopsAtBrace: true) {
      if result.language == nil, result.leftovers.isEmpty {
        result.language = word
      } else {
        result.leftovers.append(word)
      }
    }
    guard place < bytes.count else { return result }
    place += 1
    while let word = nextWord(stopsAtBrace: false) { add(word) }
    if place < bytes.count { place += 1 }
    while let word = nextWord(stopsAtBrace: true) { result.leftovers.append(word) }
    return result
  }

  /// The next word; a quote holds blanks, braces and all. Outside of the group a `{` ends the words, inside a `}`.
  private mutating func nextWord(stopsAtBrace isOutside: Bool) -> BlockAttributes.Word? {
    let stop = UInt8(ascii: isOutside ? "{" : "}")
    while place < bytes.count, isWhitespace(bytes[place]) || !isOutside && bytes[place] == UInt8(ascii: ",") {
      place += 1
    }
    let start = place
    var quote: UInt8 = 0
    while place < bytes.count {
      let byte = bytes[place]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if !isOutside, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[start..<place].contains(0x3D)
      {
        quote = byte
      } else if isWhitespace(byte) || byte == stop {
        break
      }
      place += 1
    }
    return place > start ? word(start..<place) : nil
  }

  private func word(_ range: Range<Int>) -> BlockAttributes.Word {
    BlockAttributes.Word(
      text: String(decoding: bytes[range], as: UTF8.self), source: located.map { $0.source(of: range) })
  }

  private mutating func add(_ whole: BlockAttributes.Word) {
    let range = place - whole.text.utf8.count..<place
    let rest = range.lowerBound + 1..<range.upperBound
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "#") where !rest.isEmpty && result.id == nil: result.id = word(rest)
    case UInt8(ascii: ".") where !rest.isEmpty: result.classes.append(word(rest))
    default:
      guard let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")), equals > range.lowerBound else {
        result.leftovers.append(whole)
        return
      }
      var value = equals + 1..<range.upperBound
      if value.count >= 2, bytes[value.lowerBound] == bytes[value.upperBound - 1],
        bytes[value.lowerBound] == UInt8(ascii: "\"") || bytes[value.lowerBound] == UInt8(ascii: "'")
      {
        value = value.lowerBound + 1..<value.upperBound - 1
      }
      result.pairs.append(.init(key: word(range.lowerBound..<equals), value: word(value)))
    }
  }
}
