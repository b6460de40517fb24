import CasebookSource

/// A statement that EXPLAIN ANALYZE executes although it changes data: `EXPLAIN ANALYZE DELETE FROM t`.
enum AnalyzedWrite {
  /// Whether a stretch of text holds `explain` in any case, without which there is none; an `x` is rare.
  static func mayStand(in text: [UInt8], _ range: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { text in
      let range = range.clamped(to: 0..<text.count)
      return [UInt8(ascii: "x"), UInt8(ascii: "X")].contains { letter in
        var cursor = range.lowerBound
        while let found = ByteSearch.first(of: letter, in: text, cursor..<range.upperBound) {
          if found + 1 < text.count, text[found + 1] | 0x20 == UInt8(ascii: "p") { return true }
          cursor = found + 1
        }
        return false
      }
    }
  }

  /// Places of such statements in a block, from EXPLAIN to the verb; none inside a transaction that is rolled back.
  static func find(in text: [UInt8], _ lines: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    // Those since the last BEGIN: a ROLLBACK takes them back.
    var open: [Range<Int>]?
    let words = words(text, lines)
    for index in words.indices {
      switch words[index].meaning {
      case .begin: open = open ?? []
      case .start where index + 1 < words.count && words[index + 1].meaning == .transaction: open = open ?? []
      case .rollback: open = nil
      case .commit:
        found += open ?? []
        open = nil
      case .explain:
        if let range = write(words, from: index) {
          if open == nil { found.append(range) } else { open?.append(range) }
        }
      case .start, .transaction, .analyze, .off, .write, .read, .semicolon, .other: break
      }
    }
    return found + (open ?? [])
  }

  /// From EXPLAIN over its options to the verb, if ANALYZE is among them and the verb writes.
  private static func write(_ words: [Word], from start: Int) -> Range<Int>? {
    var analyzes = false
    for index in words.indices[start...].dropFirst().prefix(24) {
      switch words[index].meaning {
      case .analyze: analyzes = !(index + 1 < words.count && words[index + 1].meaning == .off)
      case .write: return analyzes ? words[start].range.lowerBound..<words[index].range.upperBound : nil
      case .read, .explain, .semicolon: return nil
      case .begin, .start, .transaction, .rollback, .commit, .off, .other: break
      }
    }
    return nil
  }

  /// A word of SQL and what it does here.
  private struct Word {
    enum Meaning {
      case begin, start, transaction, rollback, commit, explain, analyze, off, write, read, semicolon, other
    }

    var meaning: Meaning
    var range: Range<Int>
  }

  private static let meanings: [UInt64: Word.Meaning] = {
    let words: [(Word.Meaning, [String])] = [
      (.begin, ["begin"]), (.start, ["start"]), (.transaction, ["transaction"]), (.rollback, ["rollback"]),
      (.commit, ["commit", "end"]), (.explain, ["explain"]), (.analyze, ["analyze", "analyse"]),
      (.off, ["off", "false", "0"]), (.write, ["insert", "update", "delete", "merge", "replace", "truncate"]),
      (.read, ["select", "with", "values", "table", "execute"]),
    ]
    let pairs = words.flatMap { meaning, names in names.map { (WordKey.of($0.utf8), meaning) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }()

  private static func words(_ text: [UInt8], _ lines: [Range<Int>]) -> [Word] {
    var words: [Word] = []
    text.withUnsafeBufferPointer { text in for line in lines { add(text, line, to: &words) } }
    return words
  }

  /// Adds words and semicolons; comments and texts in quotes are left out.
  private static func add(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, to words: inout [Word]) {
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
      if byte == UInt8(ascii: ";") { words.append(Word(meaning: .semicolon, range: index..<index + 1)) }
      let start = index
      while index < line.upperBound, isWord(text[index]) { index += 1 }
      if index > start {
        let meaning = index - start <= 11 ? meanings[WordKey.of(text[start..<index])] ?? .other : .other
        words.append(Word(meaning: meaning, range: start..<index))
      } else {
        index += 1
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }
}
