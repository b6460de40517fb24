import CasebookSource

/// Tells whether a document, or a line of it, speaks about damaged text and so holds it on purpose.
struct DamageSubject {
  /// The title names encodings: `# Fixing mojibake in exports`.
  let isAboutEncodings: Bool
  private let bytes: [UInt8]
  private let lines: LineTable

  init(_ bytes: [UInt8], lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
    isAboutEncodings = Self.titles(bytes, lines).contains { Self.namesEncodings(bytes[$0]) }
  }

  /// Tells whether a line, outside its damage, names encodings.
  func lineIsAboutEncodings(_ line: Int) -> Bool { Self.namesEncodings(bytes[lines.bytes(ofLine: line)]) }

  /// Tells of each run whether it stands in a code span of its line, or in a code block right behind a word for encodings.
  ///
  /// `print(text.decode("latin1"))`, and what it prints in the next line.
  func quoted(_ scan: DamageScan) -> [Bool] {
    var line = -1
    var spans: [Range<Int>] = []
    var next = 0
    var fences = FenceCount(bytes: bytes, lines: lines)
    var isExample = false
    return scan.runs.map { run in
      guard let first = run.pieces.first else { return false }
      if run.line != line {
        line = run.line
        spans = codeSpans(ofLine: line)
        next = 0
        isExample =
          fences.isInside(line) && (lineIsAboutEncodings(line) || (line > 0 && lineIsAboutEncodings(line - 1)))
      }
      if isExample { return true }
      let start = scan.pieces[first].start
      while next < spans.count, spans[next].upperBound <= start { next += 1 }
      return next < spans.count && spans[next].contains(start)
    }
  }

  /// Finds the code spans of a line: backticks and the next as many.
  private func codeSpans(ofLine line: Int) -> [Range<Int>] {
    let content = lines.content(ofLine: line, in: bytes)
    var marks: [Range<Int>] = []
    var i = content.lowerBound
    while i < content.upperBound {
      let end = ticks(from: i, to: content.upperBound)
      if end > 0 { marks.append(i..<i + end) }
      i += max(end, 1)
    }
    guard marks.count > 1 else { return [] }
    var closer: [Int?] = Array(repeating: nil, count: marks.count)
    var seen: [Int: Int] = [:]
    for index in marks.indices.reversed() {
      closer[index] = seen[marks[index].count]
      seen[marks[index].count] = index
    }
    var spans: [Range<Int>] = []
    var index = 0
    while index < marks.count {
      if let close = closer[index] {
        spans.append(marks[index].upperBound..<marks[close].lowerBound)
        index = close
      }
      index += 1
    }
    return spans
  }

  private func ticks(from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, bytes[i] == 0x60 { i += 1 }
    return i - start
  }

  /// Lines that are titles: the first heading, and `title:` in front matter.
  private static func titles(_ bytes: [UInt8], _ lines: LineTable) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    for index in 0..<min(lines.lineCount, 60) {
      let line = lines.content(ofLine: index, in: bytes)
      if bytes[line].starts(with: "title:".utf8) { titles.append(line) }
      if bytes[line].starts(with: "# ".utf8) {
        titles.append(line)
        break
      }
    }
    return titles
  }

  /// Words by which a text shows that it is about encodings, in lower case.
  private static let words: [[UInt8]] = [
    "mojibake", "encoding", "charset", "character set", "code page", "codepage", "utf-8", "utf8", "windows-1252",
    "cp1252",
    "latin-1", "latin1", "iso-8859", "mac roman", "macroman", "unicode", "garbled",
  ].map { Array($0.utf8) }

  private static func namesEncodings(_ text: ArraySlice<UInt8>) -> Bool {
    let lower = text.prefix(4_096).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return lower.indices.contains { start in
      words.contains { word in word[0] == lower[start] && lower[start...].starts(with: word) }
    }
  }
}

/// Counts lines that may open or close a fenced block, going forward; enough to guess whether a line stands in code.
private struct FenceCount {
  let bytes: [UInt8]
  let lines: LineTable
  private var next = 0
  private var isOpen = false

  init(bytes: [UInt8], lines: LineTable) {
    self.bytes = bytes
    self.lines = lines
  }

  mutating func isInside(_ line: Int) -> Bool {
    while next < line {
      let content = bytes[lines.content(ofLine: next, in: bytes)].drop { $0 == 0x20 }
      if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { isOpen.toggle() }
      next += 1
    }
    return isOpen
  }
}
