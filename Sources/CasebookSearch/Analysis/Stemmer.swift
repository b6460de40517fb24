/// Porter2, the English stemmer of Snowball: `connections` → `connect`, `queries` → `queri`.
///
/// Source: M. F. Porter, "The English (Porter2) stemming algorithm", snowballstem.org, steps named as there. Works on
/// lower-case ASCII letters in place; other words come back as they are. The browser has the same in JavaScript, and both
/// run the same vectors.
package struct Stemmer: Sendable {
  /// The word that is worked on, in the end its stem.
  private(set) var word: [UInt8] = []
  /// Starts of the regions after the first and second "vowel, then non-vowel".
  private var r1 = 0
  private var r2 = 0

  private let irregularWords = Stemmer.irregularSet
  private let finished = Stemmer.finishedSet

  package init() {}

  /// Stems a word of lower-case letters.
  package mutating func stem(_ text: some Collection<UInt8>) -> [UInt8] {
    read(text)
    return word
  }

  /// The same, leaving the stem in `word`.
  mutating func read(_ text: some Collection<UInt8>) {
    word.removeAll(keepingCapacity: true)
    word.append(contentsOf: text)
    guard word.count > 2, word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return }
    if word.withUnsafeBufferPointer({ irregularWords.contains($0) }), let special = Self.irregular[word] {
      word = special
      return
    }
    markConsonantY()
    setRegions()
    step1a()
    if !word.withUnsafeBufferPointer({ finished.contains($0) }) {
      step1b()
      step1c()
      step2()
      step3()
      step4()
      step5()
    }
    for index in word.indices where word[index] == Self.consonantY { word[index] = UInt8(ascii: "y") }
  }

  /// `y` as a consonant.
  private static let consonantY = UInt8(ascii: "Y")

  private static let irregular: [[UInt8]: [UInt8]] = {
    let pairs = [
      "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
      "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
      "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
    ]
    return Dictionary(uniqueKeysWithValues: pairs.map { (Array($0.utf8), Array($1.utf8)) })
  }()

  private static let irregularSet = ShortKeySet(Array(irregular.keys))

  private static let finishedSet = ShortKeySet(
    ["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"].map { Array($0.utf8) })

  private func isVowel(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  private mutating func markConsonantY() {
    for index in word.indices where word[index] == UInt8(ascii: "y") && (index == 0 || isVowel(index - 1)) {
      word[index] = Self.consonantY
    }
  }

  private mutating func setRegions() {
    r1 = region(after: 0)
    // Three beginnings with regions of their own; most words differ in the first letter.
    switch word.first {
    case UInt8(ascii: "g"): if word.starts(with: "gener".utf8) { r1 = 5 }
    case UInt8(ascii: "c"): if word.starts(with: "commun".utf8) { r1 = 6 }
    case UInt8(ascii: "a"): if word.starts(with: "arsen".utf8) { r1 = 5 }
    default: break
    }
    r2 = region(after: r1)
  }

  /// Start of the region after the first non-vowel that follows a vowel.
  private func region(after start: Int) -> Int {
    var index = start
    while index < word.count, !isVowel(index) { index += 1 }
    while index < word.count, isVowel(index) { index += 1 }
    return min(index + 1, word.count)
  }

  private func ends(_ suffix: StaticString) -> Bool {
    suffix.withUTF8Buffer { suffix in
      guard suffix.count <= word.count else { return false }
      let offset = word.count - suffix.count
      for index in suffix.indices where word[offset + index] != suffix[index] { return false }
      return true
    }
  }

  private mutating func replace(_ suffix: StaticString, with new: StaticString) {
    word.removeLast(suffix.utf8CodeUnitCount)
    new.withUTF8Buffer { word.append(contentsOf: $0) }
  }

  private func hasVowel(before end: Int) -> Bool { (0..<max(end, 0)).contains { isVowel($0) } }

  /// A vowel and a non-vowel other than w, x, Y after a non-vowel; or a vowel and a non-vowel that are the whole word.
  private func endsShort() -> Bool {
    let n = word.count
    if n == 2 { return isVowel(0) && !isVowel(1) }
    guard n >= 3, !isVowel(n - 3), isVowel(n - 2), !isVowel(n - 1) else { return false }
    return !(word[n - 1] == UInt8(ascii: "w") || word[n - 1] == UInt8(ascii: "x") || word[n - 1] == Self.consonantY)
  }

  private mutating func step1a() {
    if ends("sses") {
      replace("sses", with: "ss")
    } else if ends("ied") || ends("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), hasVowel(before: word.count - 2) {
      word.removeLast()
    }
  }

  private mutating func step1b() {
    for suffix: StaticString in ["eedly", "eed"] where ends(suffix) {
      if word.count - suffix.utf8CodeUnitCount >= r1 { replace(suffix, with: "ee") }
      return
    }
    for suffix: StaticString in ["ingly", "edly", "ing", "ed"] where ends(suffix) {
      guard hasVowel(before: word.count - suffix.utf8CodeUnitCount) else { return }
      word.removeLast(suffix.utf8CodeUnitCount)
      if ends("at") || ends("bl") || ends("iz") {
        word.append(UInt8(ascii: "e"))
      } else if let last = word.last, word.count >= 2, word[word.count - 2] == last, "bdfgmnprt".utf8.contains(last) {
        word.removeLast()
      } else if word.count <= r1, endsShort() {
        word.append(UInt8(ascii: "e"))
      }
      return
    }
  }

  private mutating func step1c() {
    let n = word.count
    guard n > 2, word[n - 1] == UInt8(ascii: "y") || word[n - 1] == Self.consonantY, !isVowel(n - 2) else { return }
    word[n - 1] = UInt8(ascii: "i")
  }

  private static let second: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"),
    ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"),
    ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"),
    ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"),
  ]

  private mutating func step2() {
    for (suffix, new) in Self.second where ends(suffix) {
      if word.count - suffix.utf8CodeUnitCount >= r1 { replace(suffix, with: new) }
      return
    }
    let n = word.count
    if ends("ogi") {
      if n - 3 >= r1, n > 3, word[n - 4] == UInt8(ascii: "l") { word.removeLast() }
    } else if ends("li"), n - 2 >= r1, n > 2, "cdeghkmnrt".utf8.contains(word[n - 3]) {
      word.removeLast(2)
    }
  }

  private static let third: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
    ("ness", ""), ("ful", ""),
  ]

  private mutating func step3() {
    if ends("ative") {
      if word.count - 5 >= r2 { word.removeLast(5) }
      return
    }
    for (suffix, new) in Self.third where ends(suffix) {
      if word.count - suffix.utf8CodeUnitCount >= r1 { replace(suffix, with: new) }
      return
    }
  }

  private static let fourth: [StaticString] = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "al", "er",
    "ic",
  ]

  private mutating func step4() {
    for suffix in Self.fourth where ends(suffix) {
      if word.count - suffix.utf8CodeUnitCount >= r2 { word.removeLast(suffix.utf8CodeUnitCount) }
      return
    }
    let n = word.count
    if ends("ion"), n - 3 >= r2, n > 3, word[n - 4] == UInt8(ascii: "s") || word[n - 4] == UInt8(ascii: "t") {
      word.removeLast(3)
    }
  }

  private mutating func step5() {
    let n = word.count
    guard let last = word.last else { return }
    if last == UInt8(ascii: "e") {
      if n - 1 >= r2 {
        word.removeLast()
      } else if n - 1 >= r1 {
        word.removeLast()
        if endsShort() { word.append(last) }
      }
    } else if last == UInt8(ascii: "l"), n - 1 >= r2, n > 1, word[n - 2] == UInt8(ascii: "l") {
      word.removeLast()
    }
  }
}
