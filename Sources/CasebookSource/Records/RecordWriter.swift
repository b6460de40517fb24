/// Writes values one behind the other as bytes, for caches that only the same build of the program reads back.
///
/// Numbers take seven bits a byte, texts their length first: `"a", 300` → `01 61 AC 02`.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether places in documents are written; without them two records are equal if only lines have moved.
  package let hasPlaces: Bool

  package init(hasPlaces: Bool = true, capacity: Int = 0) {
    self.hasPlaces = hasPlaces
    bytes.reserveCapacity(capacity)
  }

  package mutating func number(_ value: Int) { number(UInt64(bitPattern: Int64(value)) &<< 1 ^ (value < 0 ? .max : 0)) }

  /// A number that is never negative, or a bit pattern.
  package mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  package mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  package mutating func text(_ value: String) {
    var value = value
    value.withUTF8 {
      number(UInt64($0.count))
      bytes.append(contentsOf: $0)
    }
  }

  package mutating func data(_ value: some Collection<UInt8>) {
    number(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  package mutating func optional<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func list<Values: Collection>(
    _ values: Values, _ write: (inout RecordWriter, Values.Element) -> Void
  ) {
    number(UInt64(values.count))
    for value in values { write(&self, value) }
  }

  package mutating func texts(_ values: [String]) { list(values) { $0.text($1) } }

  package mutating func place(_ value: SourceRange) {
    guard hasPlaces else { return }
    for number in [value.start.line, value.start.column, value.end.line, value.end.column] { self.number(number) }
  }

  package mutating func located(_ value: Located<String>) {
    text(value.value)
    place(value.at)
  }
}
