/// Numbers byte strings in order of first appearance: an open-addressing table over one pool.
struct TermTable: Sendable {
  private var pool: [UInt8] = []
  private var starts: [Int32] = [0]
  private var slots: [Int32]
  private var hashes: [UInt32] = []

  init(capacity: Int = 1 << 12) { slots = [Int32](repeating: -1, count: capacity) }

  var count: Int { hashes.count }

  /// Memory of keys and table.
  var bytes: Int { pool.count + starts.count * 4 + slots.count * 4 + hashes.count * 4 }

  func bytes(of id: Int) -> ArraySlice<UInt8> { pool[Int(starts[id])..<Int(starts[id + 1])] }

  /// Finds the number of a string, or gives it the next one.
  mutating func insert(_ key: UnsafeBufferPointer<UInt8>) -> (id: Int, isNew: Bool) {
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, equals(id, key) { return (id, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = hashes.count
    slots[slot] = Int32(truncatingIfNeeded: id)
    hashes.append(hash)
    pool.append(contentsOf: key)
    starts.append(Int32(clamping: pool.count))
    if hashes.count * 2 > slots.count { grow() }
    return (id, true)
  }

  func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = Self.hash(key)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash, equals(id, key) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func equals(_ id: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[id])
    guard Int(starts[id + 1]) - start == key.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      for index in 0..<key.count where pool[start + index] != key[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: id)
    }
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
