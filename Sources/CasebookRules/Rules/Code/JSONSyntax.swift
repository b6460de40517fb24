/// Checks JSON (RFC 8259) over bytes and tells where and why it first goes wrong.
///
/// A loop with a stack of open brackets, since a value may be as deep as the document is long.
struct JSONSyntax {
  /// The first fault of a text.
  struct Fault: Equatable {
    /// Offsets in the text.
    var range: Range<Int>
    /// A rule without a final stop.
    var message: String
    /// The bracket that is still open.
    var opener: Int?
    /// Left out or written so on purpose: `...`, a comment, a placeholder.
    var isDeliberate = false
    /// Whether the text is right without the range.
    var removesRange = false
  }

  /// What may come next.
  private enum Expected {
    case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, nothing
  }

  private let text: ArraySlice<UInt8>
  private var cursor: Int
  private var open: [Int] = []
  private var expected = Expected.value
  private var comma = 0

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text
    cursor = text.startIndex
  }

  /// Finds the first fault; `nil` for valid JSON and for nothing but blanks. With `lines` each line is a value of its own.
  static func check(_ text: ArraySlice<UInt8>, lines: Bool = false) -> Fault? {
    guard lines else {
      var syntax = JSONSyntax(text)
      return syntax.run().map { syntax.excused($0) }
    }
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      var syntax = JSONSyntax(text[start..<end])
      if let fault = syntax.run() { return fault }
      start = end + 1
    }
    return nil
  }

  private mutating func run() -> Fault? {
    skipBlanks()
    if cursor == text.endIndex { return nil }
    while true {
      skipBlanks()
      guard cursor < text.endIndex else { return endFault() }
      if let fault = step(text[cursor]) { return fault }
    }
  }

  /// A block that does not even begin like JSON is a request, a log or a transcript that holds some; its author knows that.
  private func excused(_ fault: Fault) -> Fault {
    let first = text.first { $0 > 0x20 }
    guard open.isEmpty, expected == .value, first != UInt8(ascii: "'"), first != UInt8(ascii: "`"),
      text[..<fault.range.lowerBound].allSatisfy({ $0 <= 0x20 })
    else { return fault }
    var fault = fault
    fault.isDeliberate = true
    return fault
  }

  private mutating func skipBlanks() {
    while cursor < text.endIndex, text[cursor] == 0x20 || (0x09...0x0D).contains(text[cursor]) { cursor += 1 }
  }

  private mutating func step(_ byte: UInt8) -> Fault? {
    switch (expected, byte) {
    case (.value, UInt8(ascii: "{")), (.valueOrEnd, UInt8(ascii: "{")): push(.keyOrEnd)
    case (.value, UInt8(ascii: "[")), (.valueOrEnd, UInt8(ascii: "[")): push(.valueOrEnd)
    case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")): pop()
    case (.value, _), (.valueOrEnd, _):
      if let fault = scalar(byte) { return fault }
      expected = open.isEmpty ? .nothing : .commaOrEnd
    case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")):
      if let fault = string() { return fault }
      expected = .colon
    case (.key, _), (.keyOrEnd, _): return keyFault(byte)
    case (.colon, UInt8(ascii: ":")):
      cursor += 1
      expected = .value
    case (.colon, _): return wordFault("a key must be followed by a colon")
    case (.commaOrEnd, UInt8(ascii: ",")):
      comma = cursor
      cursor += 1
      expected = isInObject ? .key : .value
    case (.commaOrEnd, UInt8(ascii: "}")) where isInObject, (.commaOrEnd, UInt8(ascii: "]")) where !isInObject: pop()
    case (.commaOrEnd, _): return separatorFault(byte)
    case (.nothing, _): return moreFault(byte)
    }
    return nil
  }

  /// Something stands behind the value: mostly an excerpt, or a value a line, which its author knows to be no whole text.
  private func moreFault(_ byte: UInt8) -> Fault {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ":"):
      Fault(range: cursor..<cursor + 1, message: "a JSON text is one value; found a part of one", isDeliberate: true)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      Fault(
        range: cursor..<cursor + 1,
        message: "a JSON text is one value; name the language `jsonl` where each line is one",
        isDeliberate: true)
    default: wordFault("a JSON text is one value; something follows it")
    }
  }

  private var isInObject: Bool { open.last.map { text[$0] == UInt8(ascii: "{") } ?? false }

  private mutating func push(_ next: Expected) {
    open.append(cursor)
    cursor += 1
    expected = next
  }

  private mutating func pop() {
    open.removeLast()
    cursor += 1
    expected = open.isEmpty ? .nothing : .commaOrEnd
  }

  /// A string, a number or one of three words.
  private mutating func scalar(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "]") where !isInObject, UInt8(ascii: "}") where isInObject: return closeFault(byte)
    default: break  // every other byte begins a word or a fault
    }
    let word = JSONToken.word(text, at: cursor)
    if text[word].elementsEqual("true".utf8) || text[word].elementsEqual("false".utf8)
      || text[word].elementsEqual("null".utf8)
    {
      cursor = word.upperBound
      return nil
    }
    return wordFault(JSONToken.valueMessage(text[word]))
  }

  private mutating func string() -> Fault? {
    let start = cursor
    cursor += 1
    while cursor < text.endIndex {
      let byte = text[cursor]
      if byte == UInt8(ascii: "\"") {
        cursor += 1
        return nil
      }
      if byte == UInt8(ascii: "\\") {
        let length = JSONToken.escapeLength(text, at: cursor)
        guard length > 0 else {
          let end = min(cursor + 2, text.endIndex)
          return Fault(
            range: cursor..<end,
            message: "a backslash in a JSON string begins one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
        }
        cursor += length
      } else if byte == 0x0A || byte == 0x0D {
        return Fault(range: start..<cursor, message: "a JSON string must end on the line where it begins")
      } else if byte < 0x20 {
        return Fault(range: cursor..<cursor + 1, message: "a control character in a JSON string must be escaped")
      } else {
        cursor += 1
      }
    }
    return Fault(range: start..<text.endIndex, message: "a JSON string must end with a double quote")
  }

  private mutating func number() -> Fault? {
    let word = JSONToken.word(text, at: cursor)
    guard let message = JSONToken.numberFault(text[word]) else {
      cursor = word.upperBound
      return nil
    }
    return Fault(range: word, message: message)
  }

  private func wordFault(_ message: String) -> Fault {
    if let deliberate = JSONToken.deliberate(text, at: cursor) {
      return Fault(range: deliberate.range, message: deliberate.message, isDeliberate: true)
    }
    return Fault(range: JSONToken.token(text, at: cursor), message: message)
  }

  private func keyFault(_ byte: UInt8) -> Fault {
    if byte == UInt8(ascii: "}") { return closeFault(byte) }
    return wordFault("a JSON key must be in double quotes")
  }

  /// A bracket closes where a value or key should stand: mostly after a comma too many.
  private func closeFault(_ byte: UInt8) -> Fault {
    if comma > (open.last ?? 0), text[comma + 1..<cursor].allSatisfy({ $0 <= 0x20 }) {
      return Fault(range: comma..<comma + 1, message: "the last member takes no comma behind it", removesRange: true)
    }
    return Fault(range: cursor..<cursor + 1, message: "a value must stand before this bracket")
  }

  private func separatorFault(_ byte: UInt8) -> Fault {
    if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
      return Fault(
        range: cursor..<cursor + 1, message: "brackets must close in the order in which they were opened",
        opener: open.last)
    }
    return wordFault(isInObject ? "members must be separated by a comma" : "elements must be separated by a comma")
  }

  private func endFault() -> Fault? {
    guard let opener = open.last else {
      return expected == .nothing ? nil : Fault(range: text.endIndex..<text.endIndex, message: "a value is missing")
    }
    let last = text.lastIndex { $0 > 0x20 } ?? opener
    // Who ends with a comma knows that more follows.
    if text[last] == UInt8(ascii: ",") {
      return Fault(
        range: last..<last + 1, message: "a JSON text is one value; found a part of one", opener: opener,
        isDeliberate: true)
    }
    let name = isInObject ? "an object must end with `}`" : "an array must end with `]`"
    return Fault(range: last..<last + 1, message: name, opener: opener)
  }
}
