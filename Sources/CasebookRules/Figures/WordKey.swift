/// A word as one number, capitals folded, so that words of a text are looked up without making a `String` of each.
///
/// FNV-1a over its bytes; two words of one number would have to be met among a few dozen, which does not happen by chance.
enum WordKey {
  static func of(_ word: some Sequence<UInt8>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      key = (key ^ UInt64(folded)) &* 0x100_0000_01B3
    }
    return key
  }

  static func set(_ words: [String]) -> WordSet { WordSet(words) }
}

/// A few dozen words, by their keys: one bit of a mask passes over nearly all words that are none of them.
struct WordSet: Sendable {
  private let mask: UInt64
  private let keys: [UInt64]

  init(_ words: [String]) {
    keys = words.map { WordKey.of($0.utf8) }
    mask = keys.reduce(0) { $0 | 1 << ($1 & 63) }
  }

  func contains(_ key: UInt64) -> Bool { mask >> (key & 63) & 1 == 1 && keys.contains(key) }
}
