/// How a language is coloured: a table, not a parser; what the table does not know stays plain.
struct Grammar: Sendable {
  /// A literal between two marks.
  struct Literal: Sendable {
    var opening: [UInt8]
    var closing: [UInt8]
    /// A backslash keeps the next byte from closing it.
    var hasEscapes = true
    /// Without it, the end of the line ends the literal.
    var spansLines = false

    init(_ opening: StaticString, _ closing: StaticString? = nil, hasEscapes: Bool = true, spansLines: Bool = false) {
      self.opening = opening.withUTF8Buffer { Array($0) }
      self.closing = closing?.withUTF8Buffer { Array($0) } ?? self.opening
      self.hasEscapes = hasEscapes
      self.spansLines = spansLines
    }
  }

  /// Languages whose lines mean something by how they begin.
  enum Form: Sendable { case code, diff, http, yaml, console }

  /// Names on a fence, in small letters; the first is the language's.
  var names: [String]
  var form = Form.code
  var words = WordTable(keywords: "")
  var lineComments: [[UInt8]] = []
  /// A comment mark counts only after a blank or at the start of a line: `$#` of a shell is none.
  var commentsNeedBlank = false
  var blockComments: [Literal] = []
  /// Longer marks first: `"""` before `"`.
  var strings: [Literal] = []
  /// Letters that may stand before a string's mark: Python's `rb""`.
  var stringPrefixes: [UInt8] = []
  /// `$name`, `${name}`.
  var hasDollarVariables = false
  /// `@name` is a decorator or an attribute.
  var hasDecorators = false
  /// A line that begins with `#` is a directive.
  var hasDirectives = false
  /// A string before a colon is a key.
  var hasKeys = false
  /// Bytes of a word besides letters, digits, `_` and what is not ASCII: `-` of a shell.
  var wordBytes: [UInt8] = []
  /// For each byte, whether a string, a comment or a sign may begin with it: most bytes need no closer look.
  private(set) var begins: [Bool] = []

  init(_ names: String...) { self.names = names }

  /// The same grammar, with the table of first bytes filled in.
  func prepared() -> Grammar {
    var result = self
    result.begins = Array(repeating: false, count: 256)
    let marks = blockComments.map(\.opening) + strings.map(\.opening) + lineComments
    for mark in marks { if let first = mark.first { result.begins[Int(first)] = true } }
    if hasDollarVariables { result.begins[Int(UInt8(ascii: "$"))] = true }
    if hasDecorators { result.begins[Int(UInt8(ascii: "@"))] = true }
    if hasDirectives { result.begins[Int(UInt8(ascii: "#"))] = true }
    return result
  }

  /// Sets line comments from texts.
  mutating func comments(_ marks: StaticString...) {
    lineComments = marks.map { $0.withUTF8Buffer { Array($0) } }
  }
}
