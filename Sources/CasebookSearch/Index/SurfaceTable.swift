/// What each different run of a text means, found by its bytes; short runs stand in the table itself.
///
/// One look-up a word of a collection, so it touches one place of memory: sixteen bytes of key beside the answer.
struct SurfaceTable: Sendable {
  /// Where the terms of a run stand in a list: those in order, then those beside them.
  struct Span: Sendable {
    var start: Int32
    var sequence: UInt16
    var extra: UInt16
  }

  private struct Slot {
    var low: UInt64
    var high: UInt64
    var span: Span
  }

  private var slots: [Slot]
  private var used = 0
  private var long = TermTable()
  private var longSpans: [Span] = []

  init() { slots = Self.empty(1 << 16) }

  private static func empty(_ count: Int) -> [Slot] {
    [Slot](repeating: Slot(low: 0, high: 0, span: Span(start: 0, sequence: 0, extra: 0)), count: count)
  }

  /// The span of a part of a text, and the place for it where there is none yet.
  @inline(__always) func find(_ text: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> Span? {
    guard let key = ShortKey(text, run) else { return findLong(UnsafeBufferPointer(rebasing: text[run])) }
    return slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
      while slots[slot].low != 0 {
        if slots[slot].low == key.low, slots[slot].high == key.high { return slots[slot].span }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  private func findLong(_ run: UnsafeBufferPointer<UInt8>) -> Span? { long.find(run).map { longSpans[$0] } }

  /// Keeps the span of a run that was not found.
  mutating func insert(_ run: UnsafeBufferPointer<UInt8>, _ span: Span) {
    guard let key = ShortKey(run) else {
      if long.insert(run).isNew { longSpans.append(span) }
      return
    }
    if used * 2 >= slots.count { grow() }
    used += 1
    place(Slot(low: key.low, high: key.high, span: span), key)
  }

  private mutating func place(_ entry: Slot, _ key: ShortKey) {
    var slot = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
    while slots[slot].low != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = Self.empty(old.count * 2)
    for entry in old where entry.low != 0 { place(entry, ShortKey(low: entry.low, high: entry.high)) }
  }
}
