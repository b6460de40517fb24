import CasebookSource

/// Files that are no text in UTF-8 at all, or too large: one finding, and nothing of them is read.
enum UnreadableFile {
  /// What speaks against reading a file, if anything does.
  static func finding(_ file: SourceFile, _ traits: TextTraits, limits: InputLimits) -> Diagnostic? {
    if file.bytes.count > limits.documentBytes {
      return Diagnostic(
        rule: RuleID(10), severity: .error, path: file.path, range: start,
        message: "a document has at most \(limits.documentBytes) bytes; this one has \(file.bytes.count)",
        explanation:
          "the time to read a hostile document grows with its size; `limits` in casebook.yml raises the bound")
    }
    guard let encoding = WideEncoding(file.bytes, traits) else { return nil }
    return Diagnostic(
      rule: RuleID(8), severity: .error, path: file.path, range: start,
      message: "a document is UTF-8; this one is \(encoding.rawValue), as the bytes from byte 0 on show",
      explanation: "nothing of it was read; convert it: iconv -f \(encoding.rawValue) -t UTF-8")
  }

  private static var start: SourceRange {
    SourceRange(start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
  }
}

/// An encoding with two or four bytes a character.
enum WideEncoding: String {
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case utf32LE = "UTF-32LE"
  case utf32BE = "UTF-32BE"

  /// Knows the encoding by its byte order mark, or by the places of the NUL bytes that ASCII has in it.
  init?(_ bytes: [UInt8], _ traits: TextTraits) {
    if traits.contains(.nonASCII) {
      if bytes.starts(with: [0xFF, 0xFE]) {
        self = bytes.starts(with: [0xFF, 0xFE, 0, 0]) ? .utf32LE : .utf16LE
        return
      }
      if bytes.starts(with: [0xFE, 0xFF]) {
        self = .utf16BE
        return
      }
      if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
        self = .utf32BE
        return
      }
    }
    guard traits.contains(.null), bytes.count >= 4 else { return nil }
    let count = min(bytes.count, 4_096) & ~3
    var nulls = [0, 0, 0, 0]
    for index in 0..<count where bytes[index] == 0 { nulls[index & 3] += 1 }
    let most = count / 4 * 7 / 10
    let few = count / 4 / 10
    let isNull = nulls.map { $0 > most }
    let isText = nulls.map { $0 <= few }
    switch (isNull[0], isNull[1], isNull[2], isNull[3]) {
    case (false, true, true, true) where isText[0]: self = .utf32LE
    case (true, true, true, false) where isText[3]: self = .utf32BE
    case (false, true, false, true) where isText[0] && isText[2]: self = .utf16LE
    case (true, false, true, false) where isText[1] && isText[3]: self = .utf16BE
    default: return nil
    }
  }
}
