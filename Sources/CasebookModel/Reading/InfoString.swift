/// A fence's info string taken apart: `python {#fix .fix check=race/lost-update}` → language, id, classes, pairs.
struct InfoString {
  /// First word, lower-case, aliases resolved.
  var language: String?
  /// Where the word after `#` stands in the info string.
  var id: Range<Int>?
  var role: CodeRole?
  var attributes: [CodeBlock.Attribute] = []

  init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    let slice = TextSlice(bytes: bytes, range: bytes.startIndex..<bytes.endIndex).trimmed()
    var cursor = slice.range.lowerBound
    while cursor < slice.range.upperBound, !bytes[cursor].isSpace, bytes[cursor] != UInt8(ascii: "{") { cursor += 1 }
    language = Self.language(bytes[slice.range.lowerBound..<cursor])
    guard let open = bytes[cursor..<slice.range.upperBound].firstIndex(of: UInt8(ascii: "{")) else { return }
    let close = bytes[open..<slice.range.upperBound].lastIndex(of: UInt8(ascii: "}")) ?? slice.range.upperBound
    readGroup(bytes, open + 1..<max(close, open + 1))
  }

  private mutating func readGroup(_ bytes: [UInt8], _ range: Range<Int>) {
    var cursor = range.lowerBound
    while cursor < range.upperBound {
      while cursor < range.upperBound, bytes[cursor].isSpace || bytes[cursor] == UInt8(ascii: ",") { cursor += 1 }
      let start = cursor
      var quote: UInt8?
      while cursor < range.upperBound {
        let byte = bytes[cursor]
        if let open = quote {
          if byte == open { quote = nil }
        } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if byte.isSpace {
          break
        }
        cursor += 1
      }
      if cursor > start { readAttribute(bytes, start..<cursor) }
    }
  }

  private mutating func readAttribute(_ bytes: [UInt8], _ range: Range<Int>) {
    let rest = range.lowerBound + 1..<range.upperBound
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "#"):
      if id == nil, !rest.isEmpty { id = rest }
    case UInt8(ascii: "."):
      let name = String(decoding: bytes[rest], as: UTF8.self)
      if let known = CodeRole(rawValue: name), role == nil {
        role = known
      } else if !name.isEmpty {
        attributes.append(.init(name, ""))
      }
    default:
      let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) ?? range.upperBound
      var value = bytes[min(equals + 1, range.upperBound)..<range.upperBound]
      if let first = value.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), value.count >= 2,
        value.last == first
      {
        value = value.dropFirst().dropLast()
      }
      let key = String(decoding: bytes[range.lowerBound..<equals], as: UTF8.self)
      if !key.isEmpty { attributes.append(.init(key, String(decoding: value, as: UTF8.self))) }
    }
  }

  /// `Py` → `python`; an empty word is no language.
  static func language(_ word: ArraySlice<UInt8>) -> String? {
    guard !word.isEmpty else { return nil }
    let name = String(decoding: word.map(\.lowered), as: UTF8.self)
    return aliases[name] ?? name
  }

  /// Names that hosts take for the same language.
  private static let aliases: [String: String] = [
    "py": "python", "python3": "python", "py3": "python", "sh": "bash", "shell": "bash", "zsh": "bash",
    "js": "javascript", "mjs": "javascript", "ts": "typescript", "yml": "yaml", "md": "markdown", "rb": "ruby",
    "golang": "go", "c++": "cpp", "cxx": "cpp", "cs": "csharp", "c#": "csharp", "rs": "rust", "kt": "kotlin",
    "ps1": "powershell", "pwsh": "powershell", "docker": "dockerfile", "shell-session": "console", "txt": "text",
    "plain": "text", "plaintext": "text", "postgresql": "sql", "mysql": "sql", "objective-c": "objc",
  ]
}
