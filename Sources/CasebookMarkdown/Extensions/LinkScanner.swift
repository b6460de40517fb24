/// Reads the parts of links and of link reference definitions, as CommonMark 0.30 and cmark have them.
struct LinkScanner {
  let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  private func byte(_ place: Int) -> UInt8 { place < text.count ? text[place] : 0 }

  /// Moves over whitespace, line breaks included.
  func spaces(_ start: Int) -> Int {
    var place = start
    while place < text.count, isWhitespace(text[place]) { place += 1 }
    return place
  }

  /// Moves over blanks and at most one line break.
  private func spacesInDefinition(_ start: Int) -> Int {
    var place = blanks(start)
    if byte(place) == 0x0A { place = blanks(place + 1) }
    return place
  }

  private func blanks(_ start: Int) -> Int {
    var place = start
    while place < text.count, isBlank(text[place]) { place += 1 }
    return place
  }

  /// Reads `[label]`: what is in the brackets, trimmed, and the end behind them.
  func label(_ start: Int) -> (label: Range<Int>, end: Int)? {
    guard byte(start) == UInt8(ascii: "["), start < text.count else { return nil }
    var place = start + 1
    while place < text.count, text[place] != UInt8(ascii: "["), text[place] != UInt8(ascii: "]") {
      if text[place] == UInt8(ascii: "\\"), isPunctuation(byte(place + 1)) { place += 1 }
      place += 1
      if place - start - 1 > 1_000 { return nil }
    }
    guard place < text.count, text[place] == UInt8(ascii: "]") else { return nil }
    return (trimmed(start + 1..<place, in: text), place + 1)
  }

  /// Reads an address, bare or in `<>`: what it is without the brackets, and the end.
  func destination(_ start: Int) -> (address: Range<Int>, end: Int)? {
    if start < text.count, text[start] == UInt8(ascii: "<") { return bracketed(start) }
    var place = start
    var open = 0
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "\\") where isPunctuation(byte(place + 1)): place += 1
      case UInt8(ascii: "("):
        open += 1
        if open > 32 { return nil }
      case UInt8(ascii: ")"):
        if open == 0 { return (start..<place, place) }
        open -= 1
      case let other where isWhitespace(other):
        return place > start && open == 0 ? (start..<place, place) : nil
      default: break
      }
      place += 1
    }
    // An inline link needs its parenthesis, a definition ends with a line break, which the caller adds.
    return nil
  }

  private func bracketed(_ start: Int) -> (address: Range<Int>, end: Int)? {
    var place = start + 1
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: ">"): return place + 1 < text.count ? (start + 1..<place, place + 1) : nil
      case UInt8(ascii: "\\"): place += 2
      case 0x0A, UInt8(ascii: "<"): return nil
      default: place += 1
      }
    }
    return nil
  }

  /// Reads a title in quotes or parentheses: what is inside, and the end.
  func title(_ start: Int) -> (title: Range<Int>, end: Int)? {
    guard start < text.count else { return nil }
    let opener = text[start]
    let closer: UInt8
    switch opener {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): closer = opener
    case UInt8(ascii: "("): closer = UInt8(ascii: ")")
    default: return nil
    }
    var place = start + 1
    while place < text.count {
      if text[place] == closer { return (start + 1..<place, place + 1) }
      if opener == UInt8(ascii: "("), text[place] == opener { return nil }
      place += text[place] == UInt8(ascii: "\\") && isPunctuation(byte(place + 1)) ? 2 : 1
    }
    return nil
  }

  /// Reads `(address "title")` behind a link's text; the end behind it.
  func inlineTail(_ start: Int) -> Int? {
    guard byte(start) == UInt8(ascii: "("), let address = destination(spaces(start + 1)) else { return nil }
    let rest = spaces(address.end)
    let end = rest == address.end ? rest : spaces(title(rest)?.end ?? rest)
    return byte(end) == UInt8(ascii: ")") && end < text.count ? end + 1 : nil
  }

  /// Reads one link reference definition up to and with its line break.
  func definition(_ start: Int) -> (label: Range<Int>, address: Range<Int>, title: Range<Int>?, end: Int)? {
    guard let label = label(start), !label.label.isEmpty, byte(label.end) == UInt8(ascii: ":"),
      let address = destination(spacesInDefinition(label.end + 1))
    else { return nil }
    let rest = spacesInDefinition(address.end)
    if rest > address.end, let title = title(rest), let end = lineEnd(title.end) {
      return (label.label, address.address, title.title, end)
    }
    guard let end = lineEnd(address.end) else { return nil }
    return (label.label, address.address, nil, end)
  }

  private func lineEnd(_ start: Int) -> Int? {
    let place = blanks(start)
    if place >= text.count { return place }
    return text[place] == 0x0A ? place + 1 : nil
  }
}
