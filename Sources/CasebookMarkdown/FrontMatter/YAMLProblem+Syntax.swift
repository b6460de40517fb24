/// Messages for what libyaml cannot read, in the words of the mistakes that people make.
extension YAMLProblem {
  /// `author: @name`, `globs: **/*`, `title: - x`
  static func reserved(_ first: UInt8, _ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    let character = String(UnicodeScalar(first))
    return YAMLProblem(
      kind: .syntax, range: range,
      message: "a value that begins with \(character) must be in quotes; found \(found)",
      explanation: meaning(of: first), mend: mend)
  }

  private static func meaning(of first: UInt8) -> String {
    switch first {
    case UInt8(ascii: "*"): "To YAML, * begins an alias, the name of another value."
    case UInt8(ascii: "&"): "To YAML, & begins an anchor, a name for the value."
    case UInt8(ascii: "!"): "To YAML, ! begins a tag."
    case UInt8(ascii: "%"): "To YAML, % begins a directive."
    case UInt8(ascii: "-"): "To YAML, - begins an item of a list, and a list begins on a line of its own."
    case UInt8(ascii: "?"): "To YAML, ? begins a key."
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      "To YAML, this character belongs to a list in brackets."
    default: "YAML reserves this character and gives it no meaning."
    }
  }

  /// `@type: x`
  static func reservedKey(_ first: UInt8, _ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    let character = String(UnicodeScalar(first))
    return YAMLProblem(
      kind: .syntax, range: range,
      message: "a key that begins with \(character) must be in quotes; found \(found)",
      explanation: meaning(of: first), mend: mend)
  }

  /// `hint: [a] [b]`, `tags: [a, b`
  static func bracket(
    _ open: String, _ close: String, isClosed: Bool, _ found: String, _ range: Range<Int>, mend: Mend?
  ) -> YAMLProblem {
    let thing = open == "[" ? "a list" : "a mapping"
    return YAMLProblem(
      kind: .syntax, range: range,
      message: isClosed
        ? "\(thing) that begins with \(open) must end with \(close), and nothing may follow; found \(found)"
        : "\(thing) that begins with \(open) must be closed with \(close); found \(found)",
      explanation: "Put the whole value in quotes if it is a text and no list. "
        + "Items are separated by commas, and texts with commas or brackets need quotes.",
      mend: isClosed ? mend : nil)
  }

  /// `title: "open`, `title: "a" and b`
  static func quotes(
    _ quote: UInt8, isClosed: Bool, _ found: String, _ range: Range<Int>, mend: Mend?
  ) -> YAMLProblem {
    let mark = quote == UInt8(ascii: "'") ? "'" : "\""
    return YAMLProblem(
      kind: .syntax, range: range,
      message: isClosed
        ? "a value that begins with \(mark) must end at the next \(mark); found \(found)"
        : "a value that begins with \(mark) must be closed with \(mark); found \(found)",
      explanation: isClosed
        ? "Put the whole in the other kind of quotes, or double the ' inside '…'."
        : "Without the second one, all lines below belong to the text.",
      mend: mend)
  }

  /// `path: "C:\new"`
  static func escape(_ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: "a \\ between double quotes must begin an escape that YAML knows; found \(found)",
      explanation: "Between single quotes a \\ is only a character; between double quotes it is written \\\\.",
      mend: mend)
  }

  /// `text: | first line`
  static func blockHeader(_ first: UInt8, _ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    let mark = String(UnicodeScalar(first))
    return YAMLProblem(
      kind: .syntax, range: range,
      message: "nothing may follow \(mark) on its line; found \(found)",
      explanation:
        "After \(mark) the text begins on the next line, indented. Put the value in quotes if the \(mark) belongs "
        + "to it.",
      mend: mend)
  }

  /// `description: a: b`
  static func colon(_ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: "a value with a colon and a blank in it must be in quotes; found \(found)",
      explanation: "To YAML, \": \" ends a key, and a line has one key only.", mend: mend)
  }

  /// `just words`, `key:value`
  static func noKey(_ found: String, _ range: Range<Int>, mend: Mend?) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: mend != nil
        ? "a blank must follow the colon behind a key; found \(found)"
        : "each line must read \"key: value\"; found \(found)",
      explanation: "A text that goes on from the line above must be indented.", mend: mend)
  }

  static func indentation(_ found: String, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: "keys of one mapping must be indented alike; \(found) is indented otherwise than those above",
      explanation: "A line that is indented further belongs to the value above it, one that is indented less ends the "
        + "mapping.")
  }

  /// `tags:⏎  - a⏎ - b`
  static func itemIndentation(_ found: String, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: "items of one list must be indented alike; \(found) is indented otherwise than those above",
      explanation: "To YAML, an item that is indented otherwise belongs to another list.")
  }

  /// `...⏎more`
  static func afterEnd(_ found: String, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range, message: "nothing may follow the end of the YAML; found \(found)",
      explanation: "A line of three dots ends a document, and so does a line that is indented less than the first key.")
  }

  static func tab(_ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range, message: "lines must be indented with blanks; found a tab",
      explanation: "YAML forbids tabs in indentation, since nobody can tell how wide they are.")
  }

  static func forbidden(_ code: UInt32, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range,
      message: "YAML may hold no control characters; found \(SpoofingCharacter.name(code))",
      explanation: "Delete it, or write it as an escape between double quotes.")
  }

  /// `%YAML 9.9`, where libyaml does not get as far as reporting it.
  static func unreadableDirective(_ range: Range<Int>) -> YAMLProblem {
    var problem = directive(range)
    problem.kind = .syntax
    return problem
  }

  /// Everything else, with libyaml's words.
  static func unreadable(_ words: String, _ found: String, _ range: Range<Int>) -> YAMLProblem {
    YAMLProblem(
      kind: .syntax, range: range, message: "YAML must be readable; found \(found) (\(words))",
      explanation: "A text with characters that mean something to YAML must be in quotes.")
  }
}
