/// Names and statements of cases by a hash of their bare words, for what is asked word for word.
struct CaseNames: Sendable {
  /// Sorted by hash, then by case: hash and `case · 4 + tier`, four bytes each.
  let entries: ByteView

  private static let tiers: [SearchTier] = [.id, .title, .symptom]

  static func hash(_ words: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: words.withUnsafeBytes { Checksum.of($0, seed: 1) } >> 16)
  }

  static func write(_ names: [(hash: UInt32, tier: SearchTier, number: Int)]) -> ByteWriter {
    let keys = names.map { name in
      UInt64(name.hash) << 32 | UInt64(truncatingIfNeeded: name.number << 2 | (tiers.firstIndex(of: name.tier) ?? 0))
    }
    var writer = ByteWriter()
    for key in Set(keys).sorted() {
      writer.append(int32: Int(key >> 32))
      writer.append(int32: Int(key & 0xFFFF_FFFF))
    }
    return writer
  }

  /// Numbers of the cases that may have such a name in a tier, ascending; the name itself is compared by the caller.
  func numbers(_ hash: UInt32, _ tier: SearchTier) -> [Int] {
    var (low, high) = (0, entries.count / 8)
    while low < high {
      let middle = (low + high) / 2
      if entries.int32(middle * 8) < Int(hash) { low = middle + 1 } else { high = middle }
    }
    var result: [Int] = []
    while low < entries.count / 8, entries.int32(low * 8) == Int(hash) {
      let value = entries.int32(low * 8 + 4)
      if Self.tiers.indices.contains(value & 3), Self.tiers[value & 3] == tier { result.append(value >> 2) }
      low += 1
    }
    return result
  }
}
