/// Writes JSON into bytes: keys in the order they are given, so that the same input gives the same bytes.
///
/// ```
/// var json = JSONWriter(pretty: true)
/// json.object { $0.field("schema", "casebook.list/1"); $0.field("cases") { $0.array(of: ids) { $0.string($1) } } }
/// ```
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false

  package init(pretty: Bool = true) { isPretty = pretty }

  /// Begins inside of so many objects and arrays that somebody else writes: the first value starts a line of its own.
  package init(inside depth: Int) {
    isPretty = true
    self.depth = depth
  }

  /// Writes `{…}`.
  package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  /// Writes `[…]`; each call of a value writer inside it is an element.
  package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

  /// Writes an array with one element for each member of a sequence.
  package mutating func array<S: Sequence>(of elements: S, _ body: (inout JSONWriter, S.Element) -> Void) {
    array { json in for element in elements { body(&json, element) } }
  }

  /// Writes a key and lets `value` write its value.
  package mutating func field(_ key: StaticString, _ value: (inout JSONWriter) -> Void) {
    separate()
    key.withUTF8Buffer { quote($0) }
    endKey(value)
  }

  /// Writes a key known only at run time.
  package mutating func field(named key: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    var key = key
    key.withUTF8 { quote($0) }
    endKey(value)
  }

  package mutating func field(_ key: StaticString, _ value: String) { field(key) { $0.string(value) } }
  package mutating func field(_ key: StaticString, _ value: Int) { field(key) { $0.integer(value) } }
  package mutating func field(_ key: StaticString, _ value: Double) { field(key) { $0.number(value) } }
  package mutating func field(_ key: StaticString, _ value: Bool) { field(key) { $0.boolean(value) } }

  /// Writes a field only where there is a value.
  package mutating func field(_ key: StaticString, ifPresent value: String?) {
    if let value { field(key, value) }
  }

  package mutating func string(_ value: String) {
    separate()
    var value = value
    value.withUTF8 { quote($0) }
    needsComma = true
  }

  package mutating func integer(_ value: Int) { literal(String(value)) }

  package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func null() { literal("null") }

  /// Writes a number in Swift's shortest form that reads back equal; what JSON has no word for becomes `null`.
  package mutating func number(_ value: Double) { literal(value.isFinite ? "\(value)" : "null") }

  /// Ends the document with a line break and hands it over.
  package consuming func finish() -> [UInt8] {
    bytes.append(0x0A)
    return bytes
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func endKey(_ value: (inout JSONWriter) -> Void) {
    bytes.append(UInt8(ascii: ":"))
    if isPretty { bytes.append(0x20) }
    needsComma = false
    isAfterKey = true
    value(&self)
    isAfterKey = false
    needsComma = true
  }

  private var isAfterKey = false
  private var isInline = false

  /// Writes all that `body` writes on one line: a range, a short list of numbers.
  package mutating func inline(_ body: (inout JSONWriter) -> Void) {
    let outer = isInline
    isInline = true
    body(&self)
    isInline = outer
  }

  /// Writes an object on one line, itself on a line of its own.
  package mutating func line(_ body: (inout JSONWriter) -> Void) {
    separate()
    isAfterKey = true
    inline { $0.object(body) }
  }

  private mutating func separate() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      if isInline, isPretty { bytes.append(0x20) }
    }
    if depth > 0 { newLine() }
  }

  private mutating func newLine() {
    guard isPretty, !isInline else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth))
  }

  private mutating func nest(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: open))
    depth += 1
    needsComma = false
    let start = bytes.count
    body(&self)
    depth -= 1
    if bytes.count > start { newLine() }
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  /// Quotes and escapes; bytes that are not UTF-8 never come here, since they come out of a `String`.
  private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var copied = 0
    for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
      bytes.append(contentsOf: text[copied..<index])
      copied = index + 1
      escape(byte)
    }
    bytes.append(contentsOf: text[copied...])
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x22, 0x5C: bytes.append(byte)
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    }
  }
}
