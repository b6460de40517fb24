/// A place in a line: the byte and the column that it stands at, where a tab may be half used up.
struct LineCursor {
  var offset: Int
  var column = 0

  /// Columns of blanks from here on, and the byte behind them.
  func indentation(in text: [UInt8], before end: Int) -> (columns: Int, offset: Int) {
    var place = self
    while place.offset < end {
      if text[place.offset] == 0x20 {
        place.column += 1
      } else if text[place.offset] == 0x09 {
        place.column += 4 - place.column % 4
      } else {
        break
      }
      place.offset += 1
    }
    return (place.column - column, place.offset)
  }

  /// Moves over columns of blanks; a tab that is wider than that stays, with its column counted.
  mutating func skip(columns: Int, in text: [UInt8], before end: Int) {
    var left = columns
    while left > 0, offset < end {
      if text[offset] == 0x09 {
        let width = 4 - column % 4
        column += min(width, left)
        if width <= left { offset += 1 }
        left -= min(width, left)
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  /// Moves over bytes that are a column wide each.
  mutating func skip(bytes: Int) {
    offset += bytes
    column += bytes
  }
}
