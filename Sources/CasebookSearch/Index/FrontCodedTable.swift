/// Sorted byte strings of an index with a number each, sixteen to a block that shares beginnings.
///
/// A block opens with one number of its own; an entry is the length that it shares with the one before, the length of
/// the rest, the rest, and what `Payload` reads.
struct FrontCodedTable: Sendable {
  static let blockSize = 16

  let blocks: ByteView
  let entries: ByteView
  let count: Int

  /// `count` is no more than can stand in the bytes, whatever is said.
  init(blocks: ByteView, entries: ByteView, count: Int) {
    self.blocks = blocks
    self.entries = entries
    self.count = min(max(count, 0), entries.count / 2)
  }

  private var blockCount: Int { min((count + Self.blockSize - 1) / Self.blockSize, blocks.count / 4) }

  /// Where the entries of a block begin, and the number that it opens with.
  private func cursor(_ block: Int) -> (cursor: ByteCursor, head: Int) {
    var cursor = ByteCursor(entries, at: blocks.int32(block * 4))
    let head = cursor.varint()
    return (cursor, head)
  }

  /// The last block whose first string is not after another; `nil` where all are.
  private func block(for key: UnsafeRawBufferPointer) -> Int? {
    var (low, high) = (0, blockCount)
    while low < high {
      let middle = (low + high) / 2
      var cursor = cursor(middle).cursor
      _ = cursor.byte()
      let first = cursor.bytes(Int(cursor.byte())).bytes
      if Self.order(first, key) > 0 { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? low - 1 : nil
  }

  /// Three-way comparison byte by byte.
  static func order(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shared = min(a.count, b.count)
    for index in 0..<shared where a[index] != b[index] { return Int(a[index]) - Int(b[index]) }
    return a.count - b.count
  }

  /// Hands over entries from the block of a key on, or from the first, until the body says no: number, string, and a
  /// cursor at its payload, with the number that the block opens with.
  func scan(from key: UnsafeRawBufferPointer?, _ body: (Int, [UInt8], inout ByteCursor, inout Int) -> Bool) {
    scan(block: key.flatMap(block(for:)) ?? 0, body)
  }

  /// The same from a block on.
  func scan(block first: Int, _ body: (Int, [UInt8], inout ByteCursor, inout Int) -> Bool) {
    guard first >= 0, first < blockCount else { return }
    for block in first..<blockCount {
      var (cursor, head) = cursor(block)
      var text: [UInt8] = []
      for number in (block * Self.blockSize)..<min((block + 1) * Self.blockSize, count) {
        let shared = Int(cursor.byte())
        text.removeLast(max(text.count - shared, 0))
        text.append(contentsOf: cursor.bytes(Int(cursor.byte())).bytes)
        guard body(number, text, &cursor, &head) else { return }
      }
    }
  }

  /// Finds a string without building any: compares suffix by suffix.
  func find(_ key: UnsafeRawBufferPointer, _ read: (Int, inout ByteCursor, inout Int) -> Void) -> Bool {
    guard let block = block(for: key) else { return false }
    var (cursor, head) = cursor(block)
    // How many bytes of the key the entry before agreed with.
    var agreed = 0
    for number in (block * Self.blockSize)..<min((block + 1) * Self.blockSize, count) {
      let shared = Int(cursor.byte())
      let rest = cursor.bytes(Int(cursor.byte())).bytes
      if shared < agreed { return false }
      if shared == agreed {
        var index = 0
        while index < rest.count, agreed + index < key.count, rest[index] == key[agreed + index] { index += 1 }
        if index == rest.count, agreed + index == key.count {
          read(number, &cursor, &head)
          return true
        }
        // An entry that is after the key ends the search: the table is sorted.
        let isAfter = index < rest.count && (agreed + index == key.count || rest[index] > key[agreed + index])
        if isAfter { return false }
        agreed += index
      }
      read(number, &cursor, &head)
    }
    return false
  }
}
