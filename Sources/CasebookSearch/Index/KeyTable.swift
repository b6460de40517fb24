/// Numbers found by strings; strings up to sixteen bytes stand in the table itself.
///
/// One look-up a word of a collection, so it touches one place of memory: sixteen bytes of key beside the number. Looking
/// up many at once, without a branch that depends on a word, lets the processor wait for several places together.
struct KeyTable: Sendable {
  /// Stands for a string that is not in the table.
  static let absent = UInt64.max

  struct Slot: Sendable {
    var low: UInt64
    var high: UInt64
    var value: UInt64
  }

  private var slots: [Slot]
  private var used = 0
  private var long = TermTable()
  private var longValues: [UInt64] = []

  init(capacity: Int = 1 << 12) { slots = Self.empty(capacity) }

  private static func empty(_ count: Int) -> [Slot] {
    [Slot](repeating: Slot(low: 0, high: 0, value: absent), count: count)
  }

  /// Masks for the two words of a key, by the number of its bytes.
  private static let masks: [UInt64] = (0...ShortKey.longest).flatMap { count -> [UInt64] in
    let low: UInt64 = count >= 8 ? .max : (1 << UInt64(count * 8)) - 1
    let high: UInt64 = count <= 8 ? 0 : .max >> UInt64((16 - count) * 8)
    return [low, high]
  }

  /// Replaces each run of a text (start above, length below) by its number, or notes that it is missing.
  func look(
    up runs: inout [UInt64], in text: UnsafeBufferPointer<UInt8>, missing: inout [(index: Int, place: UInt64)]
  ) {
    let raw = UnsafeRawBufferPointer(text)
    let wide = raw.count - ShortKey.longest
    let mask = slots.count - 1
    slots.withUnsafeBufferPointer { slots in
      Self.masks.withUnsafeBufferPointer { masks in
        runs.withUnsafeMutableBufferPointer { runs in
          for index in runs.indices {
            let place = runs[index]
            let (start, count) = (Int(place >> 32), Int(place & 0xFFFF_FFFF))
            guard start <= wide, count <= ShortKey.longest else {
              runs[index] = find(UnsafeBufferPointer(rebasing: text[start..<(start + count)]))
              if runs[index] == Self.absent { missing.append((index, place)) }
              continue
            }
            let low =
              UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)) & masks[count * 2]
            let high =
              UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self)) & masks[count * 2 + 1]
            var slot = Int(truncatingIfNeeded: ShortKey(low: low, high: high).hash) & mask
            while slots[slot].low != low || slots[slot].high != high, slots[slot].low != 0 { slot = (slot + 1) & mask }
            runs[index] = slots[slot].value
            if slots[slot].low == 0 { missing.append((index, place)) }
          }
        }
      }
    }
  }

  /// The number of a string, or `absent`.
  func find(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let key = ShortKey(text) else { return long.find(text).map { longValues[$0] } ?? Self.absent }
    let mask = slots.count - 1
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: key.hash) & mask
      while slots[slot].low != key.low || slots[slot].high != key.high, slots[slot].low != 0 {
        slot = (slot + 1) & mask
      }
      return slots[slot].value
    }
  }

  /// Keeps the number of a string that was not found.
  mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: UInt64) {
    guard let key = ShortKey(text) else {
      if long.insert(text).isNew { longValues.append(value) }
      return
    }
    if used * 4 >= slots.count * 3 { grow() }
    used += 1
    place(Slot(low: key.low, high: key.high, value: value))
  }

  /// Changes the number of a string that is there.
  mutating func replace(_ text: UnsafeBufferPointer<UInt8>, _ value: UInt64) {
    guard let key = ShortKey(text) else {
      if let place = long.find(text) { longValues[place] = value }
      return
    }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    while slots[slot].low != key.low || slots[slot].high != key.high, slots[slot].low != 0 { slot = (slot + 1) & mask }
    if slots[slot].low != 0 { slots[slot].value = value }
  }

  private mutating func place(_ entry: Slot) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: ShortKey(low: entry.low, high: entry.high).hash) & mask
    while slots[slot].low != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Self.empty(old.count * 2)
    for entry in old where entry.low != 0 { place(entry) }
  }
}
