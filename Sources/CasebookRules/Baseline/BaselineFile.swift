import CasebookSource

/// The baseline as a file: one key a line, sorted, so that two branches merge.
///
/// ```
/// casebook-baseline/1
/// CB202 notes/a%20b.md heap-growth 9f86d081884c7d65 3
/// ```
/// Rule, path, case (`-` outside of cases), hash of the flagged text, number of findings.
package enum BaselineFile {
  private static let heading = "casebook-baseline/1"

  /// What is wrong with a line.
  package struct Mistake: Error, Equatable {
    package var line: Int
    package var message: String
  }

  package static func write(_ baseline: Baseline) -> [UInt8] {
    var text = heading + "\n"
    for entry in baseline.entries {
      let key = entry.key
      let caseID = key.caseID.isEmpty ? "-" : encoded(key.caseID)
      text += "\(key.rule) \(encoded(key.path)) \(caseID) \(key.hash) \(entry.count)\n"
    }
    return Array(text.utf8)
  }

  /// Reads a file; blank lines and those with `#` are passed over.
  package static func read(_ bytes: [UInt8]) throws(Mistake) -> Baseline {
    var entries: [Baseline.Entry] = []
    var seen: [BaselineKey: Int] = [:]
    var hasHeading = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let words = line.split { $0 <= 0x20 }
      guard let first = words.first, first.first != UInt8(ascii: "#") else { continue }
      guard hasHeading else {
        guard words.count == 1, first.elementsEqual(heading.utf8) else {
          throw Mistake(line: index + 1, message: "a baseline must begin with '\(heading)'")
        }
        hasHeading = true
        continue
      }
      let entry = try entry(words.map(Array.init), line: index + 1)
      if let other = seen.updateValue(entry.line, forKey: entry.key) {
        throw Mistake(line: entry.line, message: "a key may stand only once; it stands on line \(other) too")
      }
      entries.append(entry)
    }
    guard hasHeading else { throw Mistake(line: 1, message: "a baseline must begin with '\(heading)'") }
    return Baseline(entries: entries)
  }

  private static func entry(_ words: [[UInt8]], line: Int) throws(Mistake) -> Baseline.Entry {
    guard words.count == 5 else {
      throw Mistake(
        line: line, message: "a line must hold five words, 'rule path case hash count'; found \(words.count)")
    }
    let texts = words.map { String(decoding: $0, as: UTF8.self) }
    guard let rule = RuleID(parsing: texts[0]) else {
      throw Mistake(line: line, message: "'\(texts[0])' is no id of a rule")
    }
    let isHash = words[3].count == 16 && words[3].allSatisfy { hexDigit($0) != nil }
    guard isHash else { throw Mistake(line: line, message: "'\(texts[3])' is no hash of 16 digits") }
    guard let count = Int(texts[4]), count > 0, count <= 1 << 32 else {
      throw Mistake(line: line, message: "'\(texts[4])' is no number of findings")
    }
    guard let path = decoded(words[1]), let caseID = texts[2] == "-" ? "" : decoded(words[2]) else {
      throw Mistake(line: line, message: "'%' must be followed by two digits")
    }
    return Baseline.Entry(
      key: BaselineKey(rule: rule, path: path, caseID: caseID, hash: texts[3]), count: count, line: line)
  }

  /// `a b` → `a%20b`; a case called `-` becomes `%2D`.
  private static func encoded(_ text: String) -> String {
    if text == "-" { return "%2D" }
    let hex = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte <= 0x20 || byte == UInt8(ascii: "%") || byte == 0x7F {
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decoded(_ word: [UInt8]) -> String? {
    var bytes: [UInt8] = []
    var index = 0
    while index < word.count {
      if word[index] == UInt8(ascii: "%") {
        guard index + 2 < word.count, let high = hexDigit(word[index + 1]), let low = hexDigit(word[index + 2]) else {
          return nil
        }
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(word[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
