/// Text as bare words in lower case, one blank between them: `Lock-wait: 5 s!` → `lock wait 5 s`.
///
/// By it texts are compared as wholes: exact titles, symptoms and quoted phrases, function words included.
enum PlainWords {
  static func of(_ text: String) -> [UInt8] { of(Array(text.utf8)) }

  static func of(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
        result.append(byte)
      default: if let last = result.last, last != 0x20 { result.append(0x20) }
      }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  /// Whether a phrase stands in a text, word for word; both as `of` gives them.
  static func contain(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, phrase.count <= text.count else { return phrase.isEmpty }
    var index = 0
    while index <= text.count - phrase.count {
      let end = index + phrase.count
      if text[index] == first, end == text.count || text[end] == 0x20, text[index..<end].elementsEqual(phrase) {
        return true
      }
      // On to the next word.
      while index < text.count, text[index] != 0x20 { index += 1 }
      index += 1
    }
    return false
  }
}
