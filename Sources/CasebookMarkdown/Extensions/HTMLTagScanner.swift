/// Recognises a line that holds one complete open or closing tag and nothing else: an HTML block of the seventh kind.
enum HTMLTagScanner {
  static func isCompleteTag(_ line: Range<Int>, in text: [UInt8]) -> Bool {
    var place = line.lowerBound + 1
    let end = line.upperBound
    func skipSpaces() { while place < end, isWhitespace(text[place]) { place += 1 } }
    func skipName() -> Bool {
      guard place < end, isLetter(text[place]) else { return false }
      while place < end, isLetter(text[place]) || isDigit(text[place]) || text[place] == UInt8(ascii: "-") {
        place += 1
      }
      return true
    }
    func finish() -> Bool {
      guard place < end, text[place] == UInt8(ascii: ">") else { return false }
      place += 1
      skipSpaces()
      return place == end
    }
    if place < end, text[place] == UInt8(ascii: "/") {
      place += 1
      guard skipName() else { return false }
      skipSpaces()
      return finish()
    }
    guard skipName() else { return false }
    while true {
      let before = place
      skipSpaces()
      guard place < end, before < place, isAttributeStart(text[place]) else { break }
      while place < end, isAttributeByte(text[place]) { place += 1 }
      let name = place
      skipSpaces()
      guard place < end, text[place] == UInt8(ascii: "=") else {
        place = name
        continue
      }
      place += 1
      skipSpaces()
      guard skipValue(&place, end, text) else { return false }
    }
    if place < end, text[place] == UInt8(ascii: "/") { place += 1 }
    return finish()
  }

  private static func skipValue(_ place: inout Int, _ end: Int, _ text: [UInt8]) -> Bool {
    guard place < end else { return false }
    let quote = text[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      place += 1
      while place < end, text[place] != quote { place += 1 }
      guard place < end else { return false }
      place += 1
      return true
    }
    let start = place
    while place < end, !isWhitespace(text[place]), !"\"'=<>`".utf8.contains(text[place]) { place += 1 }
    return place > start
  }

  private static func isAttributeStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isAttributeStart(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
