/// What a case says of itself in short, read without the rest of its texts.
extension CaseStore {
  /// Title, problem and symptoms, as written: what a phrase in quotes is looked for in.
  func statements(_ number: Int) -> [(field: SearchField, bytes: [UInt8])] {
    let record = number * Self.recordSize
    guard let start = Int(exactly: records.uint64(record + 8)) else { return [] }
    var cursor = ByteCursor(texts.slice(start, records.int32(record + 16)))
    var result: [(field: SearchField, bytes: [UInt8])] = []
    for _ in 0..<cursor.varint() where !cursor.isAtEnd {
      let field = Int(cursor.byte())
      _ = cursor.bytes(cursor.varint())
      _ = cursor.varint()
      let text = cursor.bytes(cursor.varint())
      guard SearchField.allCases.indices.contains(field) else { continue }
      if SearchField.allCases[field].isStatement { result.append((SearchField.allCases[field], Array(text.bytes))) }
    }
    return result
  }
}
