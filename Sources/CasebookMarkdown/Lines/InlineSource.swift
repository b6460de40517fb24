import CasebookSource

/// The raw inline text of a block, its lines joined by line feeds, each byte mapped to the source.
///
/// `> a *b\n> c*` gives `a *b\nc*`: what cmark read when it made the block's inlines. In a table cell `\|` is `|`.
struct InlineSource {
  /// From a byte of the joined text on, bytes lie one to one from a byte of the source on.
  private struct Stretch {
    var joined: Int
    var source: Int
  }

  private(set) var bytes: [UInt8] = []
  private var stretches: [Stretch] = []

  /// Joins lines of a paragraph, a heading or a definition.
  init(lines: [Range<Int>], of text: [UInt8]) {
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(0x0A) }
      append(line, of: text)
    }
  }

  /// Reads a table cell: a pipe loses the backslash before it.
  init(cell: Range<Int>, of text: [UInt8]) {
    var start = cell.lowerBound
    var place = start
    while place + 1 < cell.upperBound {
      if text[place] == UInt8(ascii: "\\"), text[place + 1] == UInt8(ascii: "|") {
        append(start..<place, of: text)
        start = place + 1
        place += 1
      }
      place += 1
    }
    append(start..<cell.upperBound, of: text)
  }

  private mutating func append(_ range: Range<Int>, of text: [UInt8]) {
    stretches.append(Stretch(joined: bytes.count, source: range.lowerBound))
    bytes.append(contentsOf: text[range])
  }

  /// Byte of the source that a byte of the joined text was read from.
  func source(of place: Int) -> Int {
    var (low, high) = (0, stretches.count)
    guard high > 0 else { return 0 }
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].joined <= place { low = middle } else { high = middle }
    }
    return stretches[low].source + place - stretches[low].joined
  }

  /// Stretch of the source from the first byte of a range to its last.
  func source(of range: Range<Int>) -> Range<Int> {
    let lower = source(of: range.lowerBound)
    return lower..<(range.isEmpty ? lower : source(of: range.upperBound - 1) + 1)
  }
}
