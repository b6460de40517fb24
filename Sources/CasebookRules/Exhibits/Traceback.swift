/// A traceback of Python as it is quoted in a block of output.
struct Traceback {
  /// `File "app/cache.py", line 45, in get_or_create`, and the line of source below it.
  struct Frame {
    var line: Int
    var file: String
    var function: String
    /// Columns of the function's name.
    var name: Range<Int>
    /// The line of source that is quoted, without blanks at its ends.
    var source: (line: Int, columns: Range<Int>, text: ArraySlice<UInt8>)?
  }

  /// Line of the header, from 1, and the columns of its text.
  var line: Int
  var header: Range<Int>
  var frames: [Frame] = []
  /// Whether a line tells what was raised; one that says that something is left out will do.
  var hasException = false

  private static let opening = Array("Traceback (most recent call last):".utf8)
  private static let file = Array("File \"".utf8)

  /// Whether a block holds one at all.
  static func isIn(_ code: ArraySlice<UInt8>) -> Bool {
    // `T` is rare enough to be looked for byte by byte.
    var index = code.startIndex
    while index + opening.count <= code.endIndex {
      if code[index] == opening[0], code[index + 1] == opening[1], code[index...].starts(with: opening) { return true }
      index += 1
    }
    return false
  }

  /// All tracebacks of a block, in order.
  static func read(_ code: [UInt8]) -> [Traceback] {
    var result: [Traceback] = []
    var open: Traceback?
    for (index, line) in code.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = trimmed(line)
      guard !text.isEmpty else { continue }
      let columns = text.startIndex - line.startIndex..<text.endIndex - line.startIndex
      if text.elementsEqual(opening) {
        if let open { result.append(open) }
        open = Traceback(line: index + 1, header: columns)
      } else if open != nil {
        if columns.lowerBound > open?.header.lowerBound ?? 0 {
          open?.add(text, line: index + 1, columns)
        } else {
          open?.hasException = !text.starts(with: "During handling".utf8) && !text.starts(with: "The above".utf8)
          if let closed = open { result.append(closed) }
          open = nil
        }
      }
    }
    if let open { result.append(open) }
    return result
  }

  private mutating func add(_ text: ArraySlice<UInt8>, line: Int, _ columns: Range<Int>) {
    if let frame = Self.frame(text, line: line, columns) {
      frames.append(frame)
    } else if text.starts(with: "...".utf8) || text.starts(with: "…".utf8) || text.starts(with: "[".utf8) {
      hasException = hasException || !text.starts(with: "[Previous".utf8)
    } else if let last = frames.indices.last, frames[last].source == nil, frames[last].line == line - 1 {
      frames[last].source = (line, columns, text)
    }
  }

  /// `File "app/cache.py", line 45, in get_or_create`
  private static func frame(_ text: ArraySlice<UInt8>, line: Int, _ columns: Range<Int>) -> Frame? {
    guard text.starts(with: file) else { return nil }
    let path = text.dropFirst(file.count).prefix { $0 != UInt8(ascii: "\"") }
    let rest = text[path.endIndex...]
    let marker = Array(", in ".utf8)
    guard rest.starts(with: "\", line ".utf8),
      let at = rest.indices.last(where: { rest[$0...].starts(with: marker) })
    else { return nil }
    let name = rest[(at + marker.count)...]
    guard !name.isEmpty else { return nil }
    let start = columns.lowerBound + name.startIndex - text.startIndex
    return Frame(
      line: line, file: String(decoding: path, as: UTF8.self), function: String(decoding: name, as: UTF8.self),
      name: start..<start + name.count, source: nil)
  }

  static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = line.drop { $0 <= 0x20 }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}
