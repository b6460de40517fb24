/// The block quotes and list items that are open, outermost first.
///
/// A line is matched against them from the outside; each match uses up bytes of the line, and blank lines jump from quote
/// to quote, so that a deep list followed by blank lines stays linear (cmark 0.30.2 is quadratic there, CVE-2023-24824).
struct ContainerStack {
  /// A block quote or a list item.
  private struct Container {
    /// Columns that a line must be indented by to belong to a list item; 0 for a block quote.
    var width: Int
    /// The same, all list items since the last block quote added up.
    var total: Int
  }

  private var open: [Container] = []
  /// Places of the block quotes in `open`.
  private var quotes: [Int] = []
  /// Whether the innermost list item has nothing in it so far.
  private var innermostIsEmpty = false

  var depth: Int { open.count }

  /// Finds how many containers a line continues, and moves the cursor behind their prefixes.
  mutating func match(_ cursor: inout LineCursor, in text: Span<UInt8>) -> Int {
    var matched = 0
    var quotesMatched = 0
    while matched < open.count {
      if cursor.isBlank {
        if quotesMatched < quotes.count { return quotes[quotesMatched] }
        // An item may begin with one blank line, except that cmark lets one follow that is indented as the item is.
        if innermostIsEmpty, let last = open.last, cursor.indentation < last.total { return open.count - 1 }
        return open.count
      }
      let width = open[matched].width
      if width == 0 {
        guard cursor.indentation < 4, text[cursor.contentStart] == UInt8(ascii: ">") else { return matched }
        cursor.skipMarker(bytes: 1, in: text)
        cursor.skipOptionalBlank(in: text)
        quotesMatched += 1
      } else {
        guard cursor.indentation >= width else { return matched }
        cursor.skip(columns: width, in: text)
      }
      matched += 1
    }
    return matched
  }

  /// Closes all but the outermost containers.
  mutating func close(downTo depth: Int) {
    guard depth < open.count else { return }
    open.removeLast(open.count - depth)
    while let last = quotes.last, last >= depth { quotes.removeLast() }
    innermostIsEmpty = false
  }

  mutating func openQuote() {
    quotes.append(open.count)
    open.append(Container(width: 0, total: 0))
    innermostIsEmpty = false
  }

  mutating func openItem(width: Int) {
    open.append(Container(width: width, total: (open.last?.total ?? 0) + width))
    innermostIsEmpty = true
  }

  /// Notes that the innermost container holds something, so that a blank line no longer ends it.
  mutating func fill() { innermostIsEmpty = false }
}
