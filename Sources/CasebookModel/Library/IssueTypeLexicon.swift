/// Tells an issue type from the words of a case: `Race Condition` → `race-conditions`.
///
/// A name fits if all its words stand in the title, else, for a name of several words, in title and problem; the title
/// counts more, then the number of words, then the order of the table. Words are compared without their plural's ending,
/// and those that every name could have (`issues`, `problems`) are left out: an error may be declared, never guessed.
struct IssueTypeLexicon {
  private struct Name {
    var id: String
    var words: Set<String>
  }

  private var names: [Name] = []
  /// Names by the one of their words that the fewest have, so that a text is compared with few of them.
  private var byRarest: [String: [Int]] = [:]

  init(_ types: [IssueType]) {
    var seen: Set<String> = []
    var uses: [String: Int] = [:]
    for type in types where seen.insert(type.id).inserted {
      let words = Set(Self.stems(type.name)).subtracting(Self.generic)
      guard !words.isEmpty else { continue }
      for word in words { uses[word, default: 0] += 1 }
      names.append(Name(id: type.id, words: words))
    }
    for (index, name) in names.enumerated() {
      let rarest = name.words.min { (uses[$0] ?? 0, $0) < (uses[$1] ?? 0, $1) }
      if let rarest { byRarest[rarest, default: []].append(index) }
    }
  }

  /// The best name's id, or `nil` where none fits.
  func match(title: String, problem: String) -> String? {
    let inTitle = Set(Self.stems(title))
    let inBoth = inTitle.union(Self.stems(problem))
    var best: (index: Int, score: Int)?
    for word in inBoth {
      for index in byRarest[word] ?? [] {
        let score = score(names[index].words, inTitle, inBoth)
        guard score > 0 else { continue }
        if let known = best, (known.score, -known.index) > (score, -index) { continue }
        best = (index, score)
      }
    }
    return best.map { names[$0.index].id }
  }

  private func score(_ words: Set<String>, _ title: Set<String>, _ both: Set<String>) -> Int {
    if words.isSubset(of: title) { return 1_000_000 + words.count }
    return words.count > 1 && words.isSubset(of: both) ? words.count : 0
  }

  private static let generic: Set<String> = ["issue", "problem", "error", "and", "or", "the", "of"]

  /// Words in small letters without a plural's ending; `I/O` is one word.
  private static func stems(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      if byte.isWordByte || byte == UInt8(ascii: "/") && word.count == 1 {
        word.append(byte.lowered)
      } else if !word.isEmpty {
        words.append(String(decoding: stem(word), as: UTF8.self))
        word.removeAll()
      }
    }
    return words
  }

  /// `queries` → `query`, `leaks` → `leak`; `process` stays.
  private static func stem(_ word: [UInt8]) -> [UInt8] {
    let letterS = UInt8(ascii: "s")
    guard word.count > 3, word[word.count - 1] == letterS, word[word.count - 2] != letterS else { return word }
    if word.count > 4, word[word.count - 2] == UInt8(ascii: "e"), word[word.count - 3] == UInt8(ascii: "i") {
      return word.dropLast(3) + [UInt8(ascii: "y")]
    }
    return word.dropLast()
  }
}
