/// All languages that are coloured; one file each in `Grammars/`.
enum GrammarCatalog {
  static let all: [Grammar] = [
    .bash,
    .console,
    .c,
    .diff,
    .go,
    .http,
    .java,
    .javascript,
    .json,
    .python,
    .rust,
    .sql,
    .swift,
    .yaml,
  ]

  private static let byName: [String: Grammar] = Dictionary(
    all.map { $0.prepared() }.flatMap { grammar in grammar.names.map { ($0, grammar) } },
    uniquingKeysWith: { first, _ in first })

  /// The language of a fence's first word, in any case.
  static func find(_ name: ArraySlice<UInt8>) -> Grammar? {
    guard !name.isEmpty, name.count <= 16 else { return nil }
    let folded = name.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
    return byName[String(decoding: folded, as: UTF8.self)]
  }
}
