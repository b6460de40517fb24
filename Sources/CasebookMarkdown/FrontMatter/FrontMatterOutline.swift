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
      let isFlow = firstWord.map { content[$0.start].opensBracket } ?? false
      if !isFlow && opens(line, base: base ?? 0, in: content) || chunks.isEmpty {
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
      looksLikeKeys =
        content[firstWord.start] == UInt8(ascii: "{")
        || !isSpaced && base != nil && (Self.isGluedKey(content[firstWord.value]) || isConflict(firstWord, in: content))
    }
  }

  /// Whether a line begins a key of the top level, or is none and belongs to none.
  private func opens(_ line: YAMLLine, base: Int, in content: ArraySlice<UInt8>) -> Bool {
    guard !line.isItem, line.indentation <= base, !line.isBlankOrComment else { return false }
    if line.key != nil { return true }
    // The rest of a text in quotes or of a list in brackets may stand anywhere.
    guard let last = chunks.last?.lines.first, let opening = content[last.value].first else { return true }
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"): return false
    default: return true
    }
  }

  /// `title:x`, but not `https://x`
  private static func isGluedKey(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 1 < text.endIndex else { return false }
    return text[colon + 1] != UInt8(ascii: "/") && !text[..<colon].contains(0x20)
  }

  /// `<<<<<<< HEAD`
  private func isConflict(_ line: YAMLLine, in content: ArraySlice<UInt8>) -> Bool {
    content[line.range].starts(with: [UInt8](repeating: UInt8(ascii: "<"), count: 7))
  }
}
