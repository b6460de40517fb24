/// Numbers byte strings in order of first appearance: an open-addressing table over one pool.
struct TermTable: Sendable {
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]
  /// Hash above, number plus one below: a look-up that fails or meets another string touches nothing else.
  private var slots: [UInt64]
  private var pair: [UInt8] = []

  init(capacity: Int = 1 << 12) { slots = [UInt64](repeating: 0, count: capacity) }

  var count: Int { starts.count - 1 }

  func bytes(of id: Int) -> ArraySlice<UInt8> { pool[Int(starts[id])..<Int(starts[id + 1])] }

  /// Hands over the pool of all strings, for many of them at once.
  func withPool<Result>(_ body: (UnsafeBufferPointer<UInt8>, [Int32]) -> Result) -> Result {
    pool.withUnsafeBufferPointer { body($0, starts) }
  }

  /// Finds the number of a string, or gives it the next one.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> (id: Int, isNew: Bool) {
    let hash = Self.hash(key)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == UInt64(hash) {
        let id = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if equals(id, key) { return (id, false) }
      }
      slot = (slot + 1) & mask
    }
    let id = count
    slots[slot] = UInt64(hash) << 32 | UInt64(truncatingIfNeeded: id + 1)
    pool.append(contentsOf: key)
    starts.append(Int32(clamping: pool.count))
    if count * 2 > slots.count { grow() }
    return (id, true)
  }

  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let id = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == UInt64(hash), equals(id, key) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ id: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[id])
    guard Int(starts[id + 1]) - start == key.count else { return false }
    let other = UnsafeRawBufferPointer(key)
    return pool.withUnsafeBytes { pool in
      var index = 0
      while index + 8 <= key.count {
        let word = pool.loadUnaligned(fromByteOffset: start + index, as: UInt64.self)
        guard word == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
        index += 8
      }
      while index < key.count {
        guard pool[start + index] == other[index] else { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Numbers two strings with a byte between them, without building what is there already.
  mutating func insertPair(_ first: Int, _ second: Int, _ separator: UInt8) -> Int {
    pair.removeAll(keepingCapacity: true)
    pair.append(contentsOf: bytes(of: first))
    pair.append(separator)
    pair.append(contentsOf: bytes(of: second))
    return pair.withUnsafeBufferPointer { insert($0).id }
  }

  /// Multiply and fold, eight bytes at a time; only this process sees it.
  static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = 0x9E37_79B9_7F4A_7C15 ^ UInt64(key.count)
    var index = 0
    let bytes = UnsafeRawBufferPointer(key)
    while index + 8 <= key.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      index += 8
    }
    var rest: UInt64 = 0
    while index < key.count {
      rest = rest << 8 | UInt64(key[index])
      index += 1
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}
