/// Lines of a file on which a character takes several bytes: on all others every kind of column is the column in bytes.
package struct WideLines: Sendable, Hashable {
  /// 1-based numbers, ascending.
  private let numbers: [Int32]

  package init(_ text: RepairedText) { self.init(text.file.bytes, text.diskLines) }

  package init(_ bytes: [UInt8], _ lines: LineTable) {
    var numbers: [Int32] = []
    bytes.withUnsafeBufferPointer { text in
      var offset = 0
      var line = 0
      while let wide = ByteSearch.firstWide(in: text, from: offset) {
        // Lines without such a character are passed over one by one: there are few of them in a row, or few altogether.
        while line + 1 < lines.starts.count, lines.starts[line + 1] <= wide { line += 1 }
        numbers.append(Int32(clamping: line + 1))
        offset = line + 1 < lines.starts.count ? lines.starts[line + 1] : text.count
      }
    }
    self.numbers = numbers
  }

  /// Whether a 1-based line holds such a character.
  package func contains(_ line: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < line { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && Int(numbers[low]) == line
  }
}
