/// A text with `⟦…⟧` round ranges, taken apart: `a⟦b⟧c` → `abc` and 1..<2.
///
/// The marks occur in no document, so a range is pinned at both ends where the reader sees it.
package struct MarkedText: Sendable, Hashable {
  /// The text without marks.
  package var bytes: [UInt8] = []
  /// Byte ranges that were marked, by where they begin.
  package var ranges: [Range<Int>] = []

  package init(_ marked: String) {
    let text = Array(marked.utf8)
    var open: [Int] = []
    var i = 0
    while i < text.count {
      if i + 2 < text.count, text[i] == 0xE2, text[i + 1] == 0x9F, text[i + 2] == 0xA6 {
        open.append(bytes.count)
        i += 3
      } else if i + 2 < text.count, text[i] == 0xE2, text[i + 1] == 0x9F, text[i + 2] == 0xA7 {
        if let start = open.popLast() { ranges.append(start..<bytes.count) }
        i += 3
      } else {
        bytes.append(text[i])
        i += 1
      }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
