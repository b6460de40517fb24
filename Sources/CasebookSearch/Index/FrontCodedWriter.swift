/// Writes sorted strings as `FrontCodedTable` reads them.
struct FrontCodedWriter {
  private(set) var blocks = ByteWriter()
  private(set) var entries = ByteWriter()
  private(set) var count = 0
  private var previous: [UInt8] = []

  /// Appends the next string; `head` is what a block would open with here.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>, head: Int) {
    if count % FrontCodedTable.blockSize == 0 {
      blocks.append(int32: entries.count)
      entries.append(varint: head)
      previous.removeAll(keepingCapacity: true)
    }
    var shared = 0
    previous.withUnsafeBufferPointer { previous in
      let most = min(previous.count, text.count)
      while shared < most, previous[shared] == text[shared] { shared += 1 }
    }
    let rest = UnsafeBufferPointer(rebasing: text[shared...])
    entries.append(UInt8(truncatingIfNeeded: shared))
    entries.append(UInt8(truncatingIfNeeded: rest.count))
    entries.append(rest)
    previous.removeLast(previous.count - shared)
    previous.append(contentsOf: rest)
    count += 1
  }

  mutating func append(varint value: Int) { entries.append(varint: value) }
}
