/// Reads JSON as RFC 8259 has it, and nothing beyond: no comments, no trailing commas, no key twice, UTF-8 only.
///
/// ```
/// {"op": "list"} → object [op: string "list"]          {"a": 1,} → mistake: a name must follow the comma
/// ```
package struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  /// Lists and objects inside each other; the calls of the reader are as deep.
  private static let maximumDepth = 64

  /// Reads a whole text.
  package static func read(_ bytes: [UInt8]) throws(JSONMistake) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw reader.mistake("nothing may follow the value") }
    return value
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func value() throws(JSONMistake) -> JSONValue {
    skipBlanks()
    let start = index
    guard let byte else { throw mistake("the text ends where a value must stand") }
    switch byte {
    case UInt8(ascii: "{"):
      return JSONValue(.object(try nested { (r) throws(JSONMistake) in try r.members() }), range: start..<index)
    case UInt8(ascii: "["):
      return JSONValue(.array(try nested { (r) throws(JSONMistake) in try r.elements() }), range: start..<index)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), range: start..<index)
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw mistake("a value must stand here")
    }
  }

  private mutating func nested<Result>(
    _ body: (inout JSONReader) throws(JSONMistake) -> Result
  ) throws(JSONMistake) -> Result {
    guard depth < Self.maximumDepth else { throw mistake("lists and objects stand at most 64 deep") }
    depth += 1
    defer { depth -= 1 }
    index += 1
    return try body(&self)
  }

  private mutating func elements() throws(JSONMistake) -> [JSONValue] {
    var result: [JSONValue] = []
    skipBlanks()
    if take(UInt8(ascii: "]")) { return [] }
    while true {
      result.append(try value())
      skipBlanks()
      if take(UInt8(ascii: "]")) { return result }
      guard take(UInt8(ascii: ",")) else { throw mistake("',' or ']' must follow an element") }
    }
  }

  private mutating func members() throws(JSONMistake) -> [JSONMember] {
    var result: [JSONMember] = []
    var names: Set<[UInt8]> = []
    skipBlanks()
    if take(UInt8(ascii: "}")) { return [] }
    while true {
      skipBlanks()
      let start = index
      guard byte == UInt8(ascii: "\"") else { throw mistake("a name in quotes must stand here") }
      let key = try string()
      let range = start..<index
      guard names.insert(Array(key.utf8)).inserted else {
        throw JSONMistake("the name '\(key)' stands twice in one object", at: start)
      }
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw mistake("':' must follow a name") }
      result.append(JSONMember(key: key, keyRange: range, value: try value()))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return result }
      guard take(UInt8(ascii: ",")) else { throw mistake("',' or '}' must follow a value") }
    }
  }

  private mutating func word(_ word: StaticString, _ kind: JSONValue.Kind) throws(JSONMistake) -> JSONValue {
    let start = index
    let end = min(start + word.utf8CodeUnitCount, bytes.count)
    guard word.withUTF8Buffer({ $0.elementsEqual(bytes[start..<end]) }) else {
      throw mistake("a value must stand here")
    }
    index = end
    return JSONValue(kind, range: start..<end)
  }

  private mutating func number() throws(JSONMistake) -> JSONValue {
    let start = index
    _ = take(UInt8(ascii: "-"))
    if !take(UInt8(ascii: "0")), digits() == 0 { throw mistake("a digit must stand here") }
    if take(UInt8(ascii: ".")), digits() == 0 { throw mistake("a digit must follow the point") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw mistake("a digit must stand in the exponent") }
    }
    guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite else {
      throw JSONMistake("the number is out of range", at: start)
    }
    return JSONValue(.number(value), range: start..<index)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    return index - start
  }

  private mutating func string() throws(JSONMistake) -> String {
    let start = index
    index += 1
    var text: [UInt8] = []
    while let byte {
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw JSONMistake("the text is not UTF-8", at: start)
        }
        return string
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20:
        index -= 1
        throw mistake("a control character must be escaped")
      default: text.append(byte)
      }
    }
    throw JSONMistake("the text has no end", at: start)
  }

  private mutating func escape() throws(JSONMistake) -> [UInt8] {
    let start = index - 1
    let letter = byte
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return letter.map { [$0] } ?? []
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): break
    default: throw JSONMistake("there is no such escape", at: start)
    }
    var unit = try hexadecimal(start)
    if unit & 0xFC00 == 0xD800, byte == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      let low = try hexadecimal(start)
      guard low & 0xFC00 == 0xDC00 else { throw JSONMistake("half of a character stands alone", at: start) }
      unit = 0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(unit) else { throw JSONMistake("half of a character stands alone", at: start) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal(_ start: Int) throws(JSONMistake) -> UInt32 {
    guard index + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
      bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-")
    else { throw JSONMistake("four hexadecimal digits must follow '\\u'", at: start) }
    index += 4
    return unit
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private func mistake(_ message: String) -> JSONMistake { JSONMistake(message, at: min(index, bytes.count)) }
}
