/// A case's heading taken apart: `Example 1: Memory Leak Detection` → 1, `Memory Leak Detection`.
struct CaseTitle {
  var number: Int?
  /// The text without the number, a range into what was given.
  var text: TextSlice

  init(_ heading: TextSlice) {
    text = heading
    for word in Self.words where heading.beginsWithWord(word) {
      let rest = heading.dropping(word.utf8CodeUnitCount)
      guard let count = rest.number(at: 0), let cut = Self.separator(rest, at: count.length) else { return }
      take(count.value, rest.dropping(cut))
      return
    }
    guard let count = heading.number(at: 0), count.length <= 3, let mark = heading.byte(count.length),
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"), heading.byte(count.length + 1)?.isSpace ?? false
    else { return }
    take(count.value, heading.dropping(count.length + 1))
  }

  private mutating func take(_ count: Int, _ rest: TextSlice) {
    guard !rest.isEmpty else { return }
    number = count
    text = rest
  }

  /// Length of a number with `:`, `.`, ` - ` or ` – ` behind it.
  private static func separator(_ text: TextSlice, at end: Int) -> Int? {
    if text.byte(end) == UInt8(ascii: ":") || text.byte(end) == UInt8(ascii: ".") { return end + 1 }
    guard text.byte(end)?.isSpace ?? false else { return nil }
    if text.byte(end + 1) == UInt8(ascii: "-") { return end + 2 }
    return text.matches("\u{2013}", at: end + 1) || text.matches("\u{2014}", at: end + 1) ? end + 4 : nil
  }

  private static let words: [StaticString] = ["example", "case", "incident", "scenario"]
}
