/// Where the columns of a file's bytes and of its characters differ: places of the bytes that begin no character.
///
/// They are found while a document is at hand, so that a report in characters opens no file a second time. A file with
/// many of them keeps the lines alone that it has them on.
package struct WideLines: Sendable, Hashable {
  /// 1-based numbers of the lines with such a byte, ascending.
  private var numbers: [Int32] = []
  /// Line and column of each such byte, ascending; empty where there are too many.
  private var places: [Position] = []
  /// Whether there were too many.
  private var isLong = false

  /// Places that are kept of a file: a few kilobytes.
  private static let limit = 500

  package init(_ text: RepairedText) { self.init(text.file.bytes, text.diskLines) }

  package init(_ bytes: [UInt8], _ lines: LineTable) {
    bytes.withUnsafeBufferPointer { text in
      var offset = 0
      var line = 0
      while let wide = ByteSearch.firstWide(in: text, from: offset) {
        // Lines without such a character are passed over one by one: there are few of them in a row, or few altogether.
        while line + 1 < lines.starts.count, lines.starts[line + 1] <= wide { line += 1 }
        if numbers.last != Int32(clamping: line + 1) { numbers.append(Int32(clamping: line + 1)) }
        offset = wide + 1
        if isLong {
          offset = line + 1 < lines.starts.count ? lines.starts[line + 1] : text.count
        } else if text[wide] & 0xC0 == 0x80 {
          places.append(Position(line: line + 1, column: wide - lines.starts[line] + 1))
          if places.count > Self.limit {
            isLong = true
            places = []
          }
        }
      }
    }
  }

  /// Character column of a position, counted in Unicode scalars from 1; `nil` where the file must be looked at.
  package func scalarColumn(of position: Position) -> Int? {
    guard contains(position.line) else { return position.column }
    guard !isLong else { return nil }
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].line < position.line { low = middle + 1 } else { high = middle }
    }
    return position.column - places[low...].prefix { $0 < position }.count
  }

  /// Whether a 1-based line holds such a byte.
  private func contains(_ line: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < line { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && Int(numbers[low]) == line
  }
}
