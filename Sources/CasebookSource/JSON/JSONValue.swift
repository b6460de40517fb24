/// A JSON value with its place in the text that was read.
///
/// The depth is bounded by the reader, so that a recursive value is safe here.
package struct JSONValue: Sendable, Hashable {
  /// What a value is.
  package enum Kind: Sendable, Hashable {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Keys are unique, in the order written.
    case object([JSONMember])
  }

  package var kind: Kind
  /// Bytes of the text, quotes and brackets included.
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The kind as a message names it: `a number`.
  package var noun: String {
    switch kind {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// A key of an object and its value.
package struct JSONMember: Sendable, Hashable {
  package var key: String
  package var keyRange: Range<Int>
  package var value: JSONValue

  package init(key: String, keyRange: Range<Int>, value: JSONValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// What is wrong with a text that should be JSON, or JSON of a certain shape, and where.
package struct JSONMistake: Error, Hashable {
  /// A rule without a final stop: `'covers' must be a list`.
  package var message: String
  /// Byte of the text.
  package var offset: Int

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// Line and byte column in the text.
  package func position(in bytes: [UInt8]) -> Position {
    var position = Position(line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        position.line += 1
        position.column = 1
      } else {
        position.column += 1
      }
    }
    return position
  }
}
