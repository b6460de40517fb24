/// The words of a log that say what went wrong: times, addresses, ids, colours and bare numbers are left out.
///
/// `2026-02-16T11:03:22Z app[412]: OSError: [Errno 28] ENOSPC at 0x7f3a (pid 4711)` → `app`, `OSError`, `Errno`, `28`,
/// `ENOSPC`, `at`, `pid`. A number stays where the word before it gives it a meaning: an exit code, a signal, a state.
struct LogWords {
  /// A word with the line that it stands in, counted from 1.
  struct Word {
    var range: Range<Int>
    var line: Int
  }

  /// More of a text is not read: its first and last halves are.
  static let longest = 1 << 20

  let text: [UInt8]
  private(set) var words: [Word] = []

  init(_ bytes: [UInt8]) {
    if bytes.count > Self.longest {
      text = bytes.prefix(Self.longest / 2) + [0x0A] + bytes.suffix(Self.longest / 2)
    } else {
      text = bytes
    }
    read()
  }

  private mutating func read() {
    var line = 1
    var index = 0
    var before: Range<Int>?
    while index < text.count {
      let byte = text[index]
      if byte == 0x1B {
        index = afterEscape(index)
      } else if !Self.isWordByte(byte) {
        if byte == 0x0A {
          line += 1
          before = nil
        }
        index += 1
      } else {
        let start = index
        while index < text.count, Self.isWordByte(text[index]) { index += 1 }
        let word = trimmed(start..<index)
        guard !word.isEmpty else { continue }
        if isTelling(word, after: before) { words.append(Word(range: word, line: line)) }
        before = word
      }
    }
  }

  /// What a word may consist of; `=`, quotes, brackets and blanks part words.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    default: "-_.:/@+#%".utf8.contains(byte)
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ByteTable.flags[Int(text[start])] & ByteTable.joiner != 0 { start += 1 }
    while end > start, ByteTable.flags[Int(text[end - 1])] & ByteTable.idle != 0 { end -= 1 }
    return start..<end
  }

  /// Passes over `ESC [ … letter`, or the one byte.
  private func afterEscape(_ start: Int) -> Int {
    guard start + 1 < text.count, text[start + 1] == UInt8(ascii: "[") else { return start + 1 }
    var index = start + 2
    while index < text.count, index < start + 32, text[index] < 0x40 { index += 1 }
    return index + 1
  }

  /// Whether a word is more than a time, an address, an id or a number.
  private func isTelling(_ range: Range<Int>, after before: Range<Int>?) -> Bool {
    var digits = 0
    var letters = 0
    var hexadecimal = 0
    for byte in text[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        hexadecimal += 1
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        letters += 1
        hexadecimal += 1
      case UInt8(ascii: "-"): hexadecimal += 1
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "_"),
        UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        break
      default: letters += 1
      }
    }
    let count = range.count
    if digits == 0 { return letters > 0 }
    if letters == 0 { return digits <= 4 && digits == count && isNumberWord(before) }
    if text[range.lowerBound] == UInt8(ascii: "0"), count > 4, text[range.lowerBound + 1] | 0x20 == UInt8(ascii: "x") {
      return false
    }
    // Hashes, UUIDs and other ids in hexadecimal.
    if hexadecimal == count, digits >= 2, count >= 7 { return false }
    // Times with a T or a Z, amounts with a unit, ids that are mostly digits: `11:03:22Z`, `153ms`, `pod-7d9f8b6c5x2`.
    return letters >= 2 && digits <= letters * 2 && !(digits > 0 && letters <= 2 && startsWithDigit(range))
  }

  private func startsWithDigit(_ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    return first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
  }

  private static let numberWords = ShortKeySet(
    "code status signal errno exit exited http state error http/1.1 http/2 rc".split(separator: " ").map {
      Array($0.utf8)
    })

  /// Whether a word gives the number after it a meaning.
  private func isNumberWord(_ range: Range<Int>?) -> Bool {
    guard let range else { return false }
    let word = text[range].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return word.withUnsafeBufferPointer { Self.numberWords.contains($0) }
  }
}
