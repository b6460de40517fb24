/// Sorted keys with their postings, cut into leaves that a browser loads one at a time.
///
/// A leaf is a text of keys and the bits of what they stand for. A key is a capital for the number of bytes that it shares
/// with the one before (`A` none, at most `Z`), then its rest; no key holds a capital. The root knows the keys that part
/// the leaves.
struct ShardTable: Sendable {
  /// What keys stand for.
  enum Payload: Sendable {
    /// Documents, each with a class of four bits.
    case postings
    /// A number.
    case count
  }

  /// A leaf that is written: its keys and its bits.
  struct Leaf: Sendable {
    var keys: [UInt8]
    var bits: [UInt8]
  }

  private static let mostShared = 25

  let letter: String
  private let size: Int
  private let documents: Int
  private let width: Int
  private(set) var leaves: [Leaf] = []
  private var separators = FrontText()
  private var keys = FrontText()
  private var bits = BitText()

  /// `size` is what a leaf should not exceed, in bytes; a single long list may.
  init(_ letter: String, size: Int, documents: Int) {
    self.letter = letter
    self.size = size
    self.documents = documents
    width = Int.bitWidth - max(documents - 1, 1).leadingZeroBitCount
  }

  /// Appends a key, which must come after all before it, with its documents, ascending: `document · 16 + class`.
  mutating func append(_ key: [UInt8], _ postings: [UInt32]) {
    openLeaf(key, room: postings.count / 2)
    keys.append(key, sharing: Self.mostShared)
    bits.append(gamma: max(postings.count, 1))
    var previous = -1
    let shift = ShardCode.gapShift(postings.count, documents: documents)
    let order = ShardCode.order(of: postings)
    if postings.count >= ShardCode.orderedFrom { bits.append(order, width: 2) }
    let ranks = ShardCode.ranks[postings.count >= ShardCode.orderedFrom ? order : 0]
    for posting in postings {
      let document = Int(posting >> 4)
      if postings.count == 1 {
        bits.append(document, width: width)
      } else {
        bits.append(rice: document - previous - 1, shift: shift)
      }
      bits.append(unary: ranks[Int(posting & 15)])
      previous = document
    }
  }

  /// Appends a key with a number.
  mutating func append(_ key: [UInt8], count: Int) {
    openLeaf(key, room: 0)
    keys.append(key, sharing: Self.mostShared)
    bits.append(gamma: max(count, 1))
  }

  private mutating func openLeaf(_ key: [UInt8], room: Int) {
    guard keys.count > 0, keys.bytes.count + bits.bytes.count + room > size else { return }
    let before = keys.last
    closeLeaf()
    // The shortest beginning of the key that is after all keys of the leaf before.
    var shared = 0
    while shared < before.count, shared < key.count, before[shared] == key[shared] { shared += 1 }
    separators.append(Array(key.prefix(shared + 1)), sharing: Self.mostShared)
  }

  private mutating func closeLeaf() {
    leaves.append(Leaf(keys: keys.bytes, bits: bits.finish()))
    keys = FrontText()
  }

  /// Closes the last leaf; gives the keys that part the leaves.
  mutating func finish() -> [UInt8] {
    if keys.count > 0 { closeLeaf() }
    return separators.bytes
  }
}
