/// A place in one line, in bytes and in columns: a tab reaches to the next multiple of four, and can be used in parts.
///
/// `"\t- a"` has an indentation of four columns; after two of them were taken, two are left of the same tab.
struct LineCursor {
  /// Byte offset in the text; on a tab while a part of it is still to use.
  var offset: Int
  /// Columns used so far, counted from 0.
  var column = 0
  /// First byte that is neither blank nor tab, or the line's end.
  private(set) var contentStart: Int
  /// Columns between here and `contentStart`.
  private(set) var indentation = 0
  /// End of the line without its line break.
  let end: Int

  init(_ line: Range<Int>, in text: Span<UInt8>) {
    offset = line.lowerBound
    contentStart = line.lowerBound
    end = line.upperBound
    findContent(in: text)
  }

  /// Whether nothing but blanks is left.
  var isBlank: Bool { contentStart >= end }

  /// The byte at `contentStart`; 0 at the end of the line.
  func first(in text: Span<UInt8>) -> UInt8 { contentStart < end ? text[contentStart] : 0 }

  /// Looks for the next byte that is neither blank nor tab.
  mutating func findContent(in text: Span<UInt8>) {
    var start = offset
    var reached = column
    while start < end {
      let byte = text[start]
      if byte == UInt8(ascii: " ") {
        reached += 1
      } else if byte == UInt8(ascii: "\t") {
        reached += 4 - reached & 3
      } else {
        break
      }
      start += 1
    }
    contentStart = start
    indentation = reached - column
  }

  /// Uses up some columns of blanks, perhaps half of a tab.
  mutating func skip(columns: Int, in text: Span<UInt8>) {
    var left = columns
    while left > 0, offset < end {
      if text[offset] == UInt8(ascii: "\t") {
        let width = 4 - column & 3
        column += min(width, left)
        if width <= left { offset += 1 }
        left -= min(width, left)
      } else {
        column += 1
        offset += 1
        left -= 1
      }
    }
    indentation = max(indentation - columns, 0)
  }

  /// Moves behind a marker that starts at `contentStart`.
  mutating func skipMarker(bytes: Int, in text: Span<UInt8>) {
    column += indentation + bytes
    offset = min(contentStart + bytes, end)
    findContent(in: text)
  }

  /// Moves behind one blank or one column of a tab, if there is any.
  mutating func skipOptionalBlank(in text: Span<UInt8>) {
    if indentation > 0 { skip(columns: 1, in: text) }
  }
}
