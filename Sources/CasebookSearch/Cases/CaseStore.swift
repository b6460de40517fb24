/// Heads and texts of cases, read from an index one at a time.
struct CaseStore: Sendable {
  static let recordSize = 28

  let records: ByteView
  let heads: ByteView
  let texts: ByteView

  var count: Int { records.count / Self.recordSize }

  /// A case without its texts.
  func head(_ number: Int) -> SearchableCase {
    let record = number * Self.recordSize
    return SearchableCase(head: heads.slice(records.int32(record), records.int32(record + 4)))
  }

  /// The texts of a case; `nil` where they are damaged.
  func passages(_ number: Int) -> [SearchableCase.Passage]? {
    let record = number * Self.recordSize
    guard let start = Int(exactly: records.uint64(record + 8)) else { return nil }
    let view = texts.slice(start, records.int32(record + 16))
    guard records.uint64(record + 20) == Checksum.of(view.bytes, seed: UInt64(number)) else { return nil }
    return SearchableCase.passages(view)
  }

  /// Appends the record of a case.
  static func write(
    _ number: Int, head: Range<Int>, text: Range<Int>, _ texts: ByteWriter, to records: inout ByteWriter
  ) {
    records.append(int32: head.lowerBound)
    records.append(int32: head.count)
    records.append(uint64: UInt64(text.lowerBound))
    records.append(int32: text.count)
    records.append(
      uint64: texts.bytes.withUnsafeBytes {
        Checksum.of(UnsafeRawBufferPointer(rebasing: $0[text]), seed: UInt64(number))
      })
  }
}
