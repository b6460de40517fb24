import CasebookSource

/// Follows the numbered headings of a text, to see where its own numbering goes on.
///
/// A block that takes in `## Step 3` after `## Step 2` stood before it has lost its closing fence: what a template shows is
/// numbered from its own start. Headings of the first level are left out: in code they are comments.
struct HeadingNumbers {
  private struct Key: Hashable {
    /// Number signs and words before the number.
    var words: ArraySlice<UInt8>
    var number: Int
  }

  /// The line on which a number was last seen.
  private var lines: [Key: Int] = [:]

  /// Reads some lines; gives the first line of a heading seen before whose successor stands among them.
  mutating func resumedLine(from first: Int, to end: Int, in text: RepairedText) -> Int {
    var resumed = Int.max
    var line = first
    while line < end {
      defer { line += 1 }
      let range = text.lines.bytes(ofLine: line)
      guard range.count > 4, text.bytes[range.lowerBound] == UInt8(ascii: "#"),
        let key = Self.key(text.bytes[range])
      else { continue }
      if let before = lines[Key(words: key.words, number: key.number - 1)] { resumed = min(resumed, before) }
      lines[key] = line
    }
    return resumed
  }

  /// `"### Step 12: deploy"` → `"### Step "` and 12; `nil` where no number ends one of the first words.
  private static func key(_ line: ArraySlice<UInt8>) -> Key? {
    var index = line.startIndex
    while index < line.endIndex, line[index] == UInt8(ascii: "#") { index += 1 }
    guard (2...6).contains(index - line.startIndex) else { return nil }
    let limit = min(line.endIndex, line.startIndex + 40)
    while index < limit, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[index]) { index += 1 }
    guard index < limit, line[index - 1] == UInt8(ascii: " ") else { return nil }
    let words = line[line.startIndex..<index]
    var number = 0
    while index < limit, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[index]), number < 1_000 {
      number = number * 10 + Int(line[index] - UInt8(ascii: "0"))
      index += 1
    }
    return Key(words: words, number: number)
  }
}
