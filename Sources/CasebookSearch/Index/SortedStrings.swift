import Glibc

/// Sorts strings of a pool by bytes: by the eight first in four passes of counting, which need no comparison, and what is
/// equal in these by the next eight, and by the rest.
enum SortedStrings {
  private struct Entry {
    var head: UInt64
    var id: Int32
  }

  /// Numbers of the strings that pass, in the order of their bytes.
  static func numbers(
    of pool: UnsafeBufferPointer<UInt8>, _ starts: [Int32], _ passes: (Int, Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  ) -> [Int32] {
    var entries: [Entry] = []
    entries.reserveCapacity(starts.count)
    for id in 0..<max(starts.count - 1, 0) {
      let text = pool[Int(starts[id])..<Int(starts[id + 1])]
      if passes(id, text) { entries.append(Entry(head: head(of: text), id: Int32(truncatingIfNeeded: id))) }
    }
    sortByHead(&entries)
    func text(_ entry: Entry) -> Slice<UnsafeBufferPointer<UInt8>> {
      pool[Int(starts[Int(entry.id)])..<Int(starts[Int(entry.id) + 1])]
    }
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].head == entries[start].head { end += 1 }
      if end - start > 1 {
        for index in start..<end { entries[index].head = head(of: text(entries[index]).dropFirst(8)) }
        entries[start..<end].sort { $0.head != $1.head ? $0.head < $1.head : isBefore(text($0), text($1)) }
      }
      start = end
    }
    return entries.map(\.id)
  }

  /// Whether a string comes before another by bytes, a beginning before what goes on.
  private static func isBefore(_ a: Slice<UnsafeBufferPointer<UInt8>>, _ b: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let (first, second) = (UnsafeBufferPointer(rebasing: a), UnsafeBufferPointer(rebasing: b))
    guard let one = first.baseAddress, let other = second.baseAddress else { return first.count < second.count }
    let order = memcmp(one, other, min(first.count, second.count))
    return order != 0 ? order < 0 : first.count < second.count
  }

  /// The first eight bytes, highest first; zeros after a short string.
  private static func head(of text: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var head: UInt64 = 0
    for offset in 0..<8 {
      head = head << 8 | (offset < text.count ? UInt64(text[text.startIndex + offset]) : 0)
    }
    return head
  }

  /// Counting sort by sixteen bits at a time, the lowest first; few strings are compared instead.
  private static func sortByHead(_ entries: inout [Entry]) {
    guard entries.count > 4_096 else { return entries.sort { $0.head < $1.head } }
    var other = entries
    for shift in stride(from: UInt64(0), to: 64, by: 16) {
      var places = [Int32](repeating: 0, count: 1 << 16 + 1)
      for entry in entries { places[Int(entry.head >> shift & 0xFFFF) + 1] += 1 }
      for value in 1..<places.count { places[value] += places[value - 1] }
      places.withUnsafeMutableBufferPointer { places in
        other.withUnsafeMutableBufferPointer { other in
          for entry in entries {
            let value = Int(entry.head >> shift & 0xFFFF)
            other[Int(places[value])] = entry
            places[value] += 1
          }
        }
      }
      swap(&entries, &other)
    }
  }
}
