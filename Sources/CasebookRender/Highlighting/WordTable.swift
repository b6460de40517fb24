/// The words of a language with their kinds, found by their bytes without making a string.
struct WordTable: Sendable {
  private struct Slot {
    var key: UInt64 = 0
    var kind: TokenKind = .keyword
  }

  private var slots: [Slot]
  private let mask: Int
  private let ignoresCase: Bool

  /// - Parameters:
  ///   - keywords: words with blanks between them.
  ///   - builtins: the same.
  init(keywords: StaticString, builtins: StaticString = "", ignoresCase: Bool = false) {
    let lists = [(keywords, TokenKind.keyword), (builtins, .builtin)].map { text, kind in
      (text.withUTF8Buffer { Array($0) }.split { $0 == 0x20 || $0 == 0x0A }, kind)
    }
    let count = lists.reduce(0) { $0 + $1.0.count }
    var size = 16
    while size < count * 3 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    mask = size - 1
    self.ignoresCase = ignoresCase
    for (words, kind) in lists {
      for word in words { insert(Self.key(word, ignoresCase: ignoresCase), kind) }
    }
  }

  /// Kind of a word; `nil` where it is none of the language's.
  func kind(of word: ArraySlice<UInt8>) -> TokenKind? {
    guard word.count <= 24 else { return nil }
    let key = Self.key(word, ignoresCase: ignoresCase)
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != 0 {
      if slots[index].key == key { return slots[index].kind }
      index = (index + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ key: UInt64, _ kind: TokenKind) {
    var index = Int(truncatingIfNeeded: key) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    slots[index] = Slot(key: key, kind: kind)
  }

  /// FNV-1a, 64 bits; two words of one hash would share a colour and nothing else.
  private static func key(_ word: ArraySlice<UInt8>, ignoresCase: Bool) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word {
      let folded = ignoresCase && byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    return hash | 1
  }
}
