/// Up to sixteen bytes as two numbers, so that short words are compared and hashed without a loop.
///
/// No byte of a run is zero, so the length needs no place of its own.
struct ShortKey: Sendable, Equatable {
  static let longest = 16

  var low: UInt64
  var high: UInt64

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// `nil` for more than sixteen bytes, or none.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) { self.init(bytes, bytes.startIndex..<bytes.endIndex) }

  /// A part of a text; where sixteen bytes of it are left they are read at once.
  @inline(__always) init?(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let count = range.count
    guard count > 0, count <= Self.longest else { return nil }
    let raw = UnsafeRawBufferPointer(text)
    if range.lowerBound + Self.longest <= raw.count {
      low = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self))
      high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: range.lowerBound + 8, as: UInt64.self))
      if count <= 8 {
        high = 0
        low &= ~0 >> UInt64((8 - count) * 8)
      } else {
        high &= ~0 >> UInt64((16 - count) * 8)
      }
      return
    }
    low = 0
    high = 0
    for index in 0..<count {
      let byte = UInt64(raw[range.lowerBound + index])
      if index < 8 { low |= byte << UInt64(index * 8) } else { high |= byte << UInt64((index - 8) * 8) }
    }
  }

  @inline(__always) var hash: UInt64 {
    let mixed = (low ^ high &* 0xC4CE_B9FE_1A85_EC53) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}

/// A fixed set of short words.
struct ShortKeySet: Sendable {
  private var slots: [ShortKey?]

  init(_ words: some Collection<[UInt8]>) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    slots = [ShortKey?](repeating: nil, count: size)
    for word in words {
      guard let key = word.withUnsafeBufferPointer({ ShortKey($0) }) else { continue }
      var slot = Int(truncatingIfNeeded: key.hash) & (size - 1)
      while let other = slots[slot], other != key { slot = (slot + 1) & (size - 1) }
      slots[slot] = key
    }
  }

  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let key = ShortKey(word) else { return false }
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while let other = slots[slot] {
      if other == key { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}
