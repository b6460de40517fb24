/// A set of names in one piece of memory, sorted and parted by line ends, so that ten thousand sets are read back for free.
///
/// `b`, `a-1` → `a-1\nb`. A name with a line end in it is never found.
package struct NameTable: Hashable, Sendable {
  package let bytes: [UInt8]

  package init(_ names: some Sequence<String>) {
    let sorted = names.map { Array($0.utf8) }.filter { !$0.contains(Self.end) }
      .sorted { $0.lexicographicallyPrecedes($1) }
    bytes = Array(sorted.joined(separator: [Self.end]))
  }

  /// Takes the bytes of another table.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  private static let end = UInt8(ascii: "\n")

  package var names: [String] {
    bytes.split(separator: Self.end).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Finds a name by halves.
  package func contains(_ name: String) -> Bool {
    let name = Array(name.utf8)
    guard !name.isEmpty else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      var low = 0
      var high = bytes.count
      while low < high {
        var start = (low + high) / 2
        while start > low, bytes[start - 1] != Self.end { start -= 1 }
        var stop = start
        while stop < high, bytes[stop] != Self.end { stop += 1 }
        let found = bytes[start..<stop]
        if found.elementsEqual(name) { return true }
        if found.lexicographicallyPrecedes(name) { low = stop + 1 } else { high = start }
      }
      return false
    }
  }
}
