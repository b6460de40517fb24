/// Reads what `RecordWriter` wrote; bytes that say anything else set `isDamaged` and give empty values.
package struct RecordReader {
  /// Whether the writer wrote places; without them all are the first.
  package let hasPlaces: Bool
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  package private(set) var isDamaged = false

  /// The bytes must outlive the reader.
  package init(_ bytes: UnsafeRawBufferPointer, hasPlaces: Bool = true) {
    self.bytes = bytes
    self.hasPlaces = hasPlaces
  }

  /// Whether everything was read, and made sense.
  package var isFinished: Bool { !isDamaged && offset == bytes.count }

  package mutating func number() -> Int {
    let value: UInt64 = number()
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1)) ^ (value & 1 == 1 ? -1 : 0)
  }

  package mutating func number() -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count, shift < 64 {
      let byte = bytes[offset]
      offset += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    isDamaged = true
    return 0
  }

  package mutating func flag() -> Bool {
    guard offset < bytes.count, bytes[offset] < 2 else {
      isDamaged = true
      return false
    }
    offset += 1
    return bytes[offset - 1] == 1
  }

  package mutating func text() -> String { String(decoding: data(), as: UTF8.self) }

  /// A stretch of the bytes themselves.
  package mutating func data() -> UnsafeRawBufferPointer {
    let count: UInt64 = number()
    guard !isDamaged, count <= UInt64(bytes.count - offset) else {
      isDamaged = true
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    defer { offset += Int(count) }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + Int(count))])
  }

  package mutating func optional<Value>(_ read: (inout RecordReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }

  package mutating func list<Value>(_ read: (inout RecordReader) -> Value) -> [Value] {
    let count: UInt64 = number()
    // Each element takes at least a byte, so that no damaged count asks for more memory than there are bytes.
    guard !isDamaged, count <= UInt64(bytes.count - offset) else {
      isDamaged = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(Int(count))
    for _ in 0..<count {
      values.append(read(&self))
      if isDamaged { return [] }
    }
    return values
  }

  package mutating func texts() -> [String] { list { $0.text() } }

  /// One of the cases of an enumeration, by its raw text.
  package mutating func choice<Value: RawRepresentable<String>>(_ fallback: Value) -> Value {
    guard let value = Value(rawValue: text()) else {
      isDamaged = true
      return fallback
    }
    return value
  }

  package mutating func place() -> SourceRange {
    guard hasPlaces else {
      let first = Position(line: 1, column: 1)
      return SourceRange(start: first, end: first)
    }
    let (startLine, startColumn): (Int, Int) = (number(), number())
    let (endLine, endColumn): (Int, Int) = (number(), number())
    return SourceRange(
      start: Position(line: startLine, column: startColumn), end: Position(line: endLine, column: endColumn))
  }

  package mutating func located() -> Located<String> {
    let value = text()
    return Located(value, at: place())
  }
}
