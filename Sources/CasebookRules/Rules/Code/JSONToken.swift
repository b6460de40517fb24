/// Words of JSON and of what people write in its place.
enum JSONToken {
  /// A run of bytes up to a blank, a bracket, a comma, a colon or a quote; at least one character.
  static func word(_ text: ArraySlice<UInt8>, at start: Int) -> Range<Int> {
    var end = start
    while end < text.endIndex, !isDelimiter(text[end]) { end += 1 }
    if end == start {
      end += 1
      while end < text.endIndex, text[end] & 0xC0 == 0x80 { end += 1 }
    }
    return start..<end
  }

  /// A word, or a string with its quotes, on one line.
  static func token(_ text: ArraySlice<UInt8>, at start: Int) -> Range<Int> {
    let quote = text[start]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "`") else {
      return word(text, at: start)
    }
    var end = start + 1
    while end < text.endIndex, text[end] != quote, text[end] != 0x0A { end += 1 }
    return start..<(end < text.endIndex && text[end] == quote ? end + 1 : end)
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// What was left out or remarked on purpose: `...`, `(...)`, `…`, `a | b`, `// why`, `/* why */`, `# why`, `<name>`, `{{name}}`, `$name`.
  static func deliberate(_ text: ArraySlice<UInt8>, at start: Int) -> (range: Range<Int>, message: String)? {
    let rest = text[start...]
    if rest.starts(with: "...".utf8) { return (start..<start + 3, "`...` leaves something out and is not JSON") }
    if rest.starts(with: "(...)".utf8) { return (start..<start + 5, "`(...)` leaves something out and is not JSON") }
    if rest.first == UInt8(ascii: "|") { return (start..<start + 1, "`|` names alternatives and is not JSON") }
    if rest.starts(with: "\u{2026}".utf8) {
      return (start..<start + 3, "`\u{2026}` leaves something out and is not JSON")
    }
    if rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8) || rest.first == UInt8(ascii: "#") {
      var end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
      while end > start + 1, text[end - 1] == 0x20 { end -= 1 }
      return (start..<end, "JSON has no comments; name the language `jsonc` to keep them")
    }
    if rest.first == UInt8(ascii: "<") {
      let line = rest.prefix { $0 != 0x0A }
      guard let end = line.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      return (start..<end + 1, "a placeholder is JSON only in quotes")
    }
    if rest.starts(with: "{{".utf8) || rest.first == UInt8(ascii: "$") || rest.first == UInt8(ascii: "%") {
      return (start..<min(start + 2, rest.endIndex), "a placeholder is JSON only in quotes")
    }
    return nil
  }

  /// What is wrong with a word that should be a value.
  static func valueMessage(_ word: ArraySlice<UInt8>) -> String {
    switch String(decoding: word.prefix(16), as: UTF8.self) {
    case "True", "TRUE": "JSON writes `true`"
    case "False", "FALSE": "JSON writes `false`"
    case "None", "nil", "undefined", "NULL", "Null": "JSON writes `null`"
    case "NaN", "Infinity": "JSON has no `NaN` and no infinity"
    case "'", "`": "a JSON string takes double quotes"
    case ",", ":": "a value is missing here"
    default: "a JSON value is a string in double quotes, a number, `true`, `false`, `null`, an object or an array"
    }
  }

  /// Why a word is no number of JSON; `nil` for one that is.
  static func numberFault(_ word: ArraySlice<UInt8>) -> String? {
    var rest = word
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix { isDigit($0) }
    if whole.isEmpty { return "a number needs a digit behind its sign" }
    if whole.count > 1, whole.first == UInt8(ascii: "0") { return "a JSON number has no leading zero" }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { isDigit($0) }
      if fraction.isEmpty { return "a number needs a digit behind its point" }
      rest = rest.dropFirst(1 + fraction.count)
    }
    if let e = rest.first, e | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let exponent = rest.prefix { isDigit($0) }
      if exponent.isEmpty { return "a number needs a digit in its exponent" }
      rest = rest.dropFirst(exponent.count)
    }
    return rest.isEmpty ? nil : "a JSON number is digits, a point and an exponent; units belong into a string"
  }

  /// Bytes of the escape at a backslash, or 0.
  static func escapeLength(_ text: ArraySlice<UInt8>, at start: Int) -> Int {
    guard start + 1 < text.endIndex else { return 0 }
    switch text[start + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard start + 6 <= text.endIndex else { return 0 }
      return text[start + 2..<start + 6].allSatisfy(isHex) ? 6 : 0
    default: return 0
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isHex(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"))
  }
}
