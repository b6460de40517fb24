/// A statement that EXPLAIN ANALYZE executes although it changes data: `EXPLAIN ANALYZE DELETE FROM t`.
enum AnalyzedWrite {
  /// Places of such statements in a block, from EXPLAIN to the verb; none inside a transaction that is rolled back.
  static func find(in text: [UInt8], _ lines: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    // Those since the last BEGIN: a ROLLBACK takes them back.
    var open: [Range<Int>]?
    var words: [(text: String, range: Range<Int>)] = []
    for line in lines {
      words += Self.words(text, line)
    }
    var index = 0
    while index < words.count {
      switch words[index].text {
      case "begin": open = open ?? []
      case "start" where index + 1 < words.count && words[index + 1].text == "transaction": open = open ?? []
      case "rollback": open = nil
      case "commit", "end":
        found += open ?? []
        open = nil
      case "explain":
        if let range = write(words, from: index) {
          if open == nil { found.append(range) } else { open?.append(range) }
        }
      default: break
      }
      index += 1
    }
    return found + (open ?? [])
  }

  /// From EXPLAIN over its options to the verb, if ANALYZE is among them and the verb writes.
  private static func write(_ words: [(text: String, range: Range<Int>)], from start: Int) -> Range<Int>? {
    var analyzes = false
    for index in words.indices[start...].dropFirst().prefix(24) {
      switch words[index].text {
      case "analyze", "analyse":
        let isOff = index + 1 < words.count && ["off", "false", "0"].contains(words[index + 1].text)
        analyzes = !isOff
      case "insert", "update", "delete", "merge", "replace", "truncate":
        return analyzes ? words[start].range.lowerBound..<words[index].range.upperBound : nil
      case "select", "with", "values", "table", "execute", "explain", ";": return nil
      default: break
      }
    }
    return nil
  }

  /// Words in small letters, and semicolons; comments and texts in quotes are left out.
  private static func words(_ text: [UInt8], _ line: Range<Int>) -> [(text: String, range: Range<Int>)] {
    var result: [(String, Range<Int>)] = []
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = text[index]
      if byte == UInt8(ascii: "-"), index + 1 < line.upperBound, text[index + 1] == byte { break }
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        index += 1
        while index < line.upperBound, text[index] != byte { index += 1 }
        index += 1
        continue
      }
      if byte == UInt8(ascii: ";") { result.append((";", index..<index + 1)) }
      let start = index
      while index < line.upperBound, isWord(text[index]) { index += 1 }
      if index > start {
        let word = text[start..<index].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        result.append((String(decoding: word.prefix(32), as: UTF8.self), start..<index))
      } else {
        index += 1
      }
    }
    return result
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }
}
