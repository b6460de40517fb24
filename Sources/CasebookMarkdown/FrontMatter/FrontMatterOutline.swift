/// The top-level keys of a text that is not YAML as a whole, found line by line.
struct FrontMatterOutline {
  /// One key with the lines that belong to it; lines in front of the first key are a chunk without one.
  struct Chunk {
    var range: Range<Int>
    var lines: [YAMLLine]
  }

  private(set) var chunks: [Chunk] = []
  /// Whether people would take it for front matter.
  private(set) var looksLikeKeys = false
  /// Whether a blank line follows the opening fence or precedes the closing one.
  private(set) var isSpaced = false

  init(_ content: ArraySlice<UInt8>) {
    var base: Int?
    var cursor = content.startIndex
    var firstWord: YAMLLine?
    var lastIsBlank = false
    while cursor < content.endIndex {
      let line = YAMLLine(startingAt: cursor, in: content)
      let next = line.next(in: content)
      lastIsBlank = line.start == line.range.upperBound
      if lastIsBlank, cursor == content.startIndex { isSpaced = true }
      if firstWord == nil, !line.isBlankOrComment { firstWord = line }
      if base == nil, line.key != nil, !line.isItem { base = line.indentation }
      let opens = line.key != nil && !line.isItem && line.indentation <= base ?? 0
      if opens || chunks.isEmpty {
        chunks.append(Chunk(range: cursor..<next, lines: [line]))
      } else {
        chunks[chunks.count - 1].range = chunks[chunks.count - 1].range.lowerBound..<next
        chunks[chunks.count - 1].lines.append(line)
      }
      cursor = next
    }
    if lastIsBlank { isSpaced = true }
    guard let firstWord else { return }
    if let key = firstWord.key, !firstWord.isItem {
      looksLikeKeys = !isSpaced || !content[key].contains(0x20)
    } else {
      looksLikeKeys = content[firstWord.start] == UInt8(ascii: "{") || !isSpaced && base != nil
    }
  }
}
