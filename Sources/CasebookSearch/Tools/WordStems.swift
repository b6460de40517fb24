/// Splits a phrase into lower-case stems, so that plurals and verb forms meet: `Memory leaking` → `memory`, `leak`.
///
/// Light on purpose: names of issue types are a handful of words, and a wrong merge would mislead.
package enum WordStems {
  /// Words of letters, digits and `+`, at most 64; `N+1 queries` → `n+1`, `query`.
  package static func of(_ phrase: String) -> [String] { words(phrase).map(\.stem) }

  /// Words as written, in lower case, each with its stem.
  static func words(_ phrase: String) -> [(surface: String, stem: String)] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in phrase.utf8.prefix(4096) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF: word.append(byte)
      case UInt8(ascii: "+") where !word.isEmpty: word.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "/"): break
      default:
        if !word.isEmpty { words.append(word) }
        word = []
      }
    }
    if !word.isEmpty { words.append(word) }
    return words.prefix(64).map { (String(decoding: $0, as: UTF8.self), String(decoding: stem($0), as: UTF8.self)) }
  }

  /// Strips plural, `-ing`, `-ed` and a final `e`; `queries` → `query`, `racing` and `race` → `rac`, `running` → `run`.
  static func stem(_ word: [UInt8]) -> [UInt8] {
    var word = word
    guard word.count > 3, word.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else { return word }
    if word.hasSuffix("ies"), word.count > 4 {
      word.removeLast(3)
      word.append(UInt8(ascii: "y"))
    } else if word.hasSuffix("sses") || word.hasSuffix("shes") || word.hasSuffix("ches") || word.hasSuffix("xes") {
      word.removeLast(2)
    } else if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is") {
      word.removeLast()
    }
    for suffix in ["ing", "ed"] where word.hasSuffix(suffix) && word.count >= suffix.utf8.count + 3 {
      word.removeLast(suffix.utf8.count)
      if let last = word.last, word.count > 3, word[word.count - 2] == last, !"lsz".utf8.contains(last) {
        word.removeLast()
      }
      break
    }
    if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
    return word
  }
}

extension Array where Element == UInt8 {
  fileprivate func hasSuffix(_ suffix: String) -> Bool {
    suffix.utf8.count < count && suffix.utf8.elementsEqual(self.suffix(suffix.utf8.count))
  }
}
