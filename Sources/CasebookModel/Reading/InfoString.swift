/// A fence's info string taken apart: `python {#fix .fix check=race/lost-update}` → language, id, classes, pairs.
struct InfoString {
  /// First word, lower-case, aliases resolved.
  var language: String?
  /// The word after `#`.
  var id: TextSlice?
  var role: CodeRole?
  var attributes: [CodeBlock.Attribute] = []

  init(_ info: TextSlice) {
    let text = info.trimmed()
    let bytes = text.bytes
    var cursor = text.range.lowerBound
    while cursor < text.range.upperBound, !bytes[cursor].isSpace, bytes[cursor] != UInt8(ascii: "{") { cursor += 1 }
    language = Self.language(TextSlice(bytes: bytes, range: text.range.lowerBound..<cursor))
    guard let open = bytes.firstIndex(of: UInt8(ascii: "{"), in: cursor..<text.range.upperBound) else { return }
    var close = text.range.upperBound
    while close > open + 1, bytes[close - 1] != UInt8(ascii: "}") { close -= 1 }
    readGroup(TextSlice(bytes: bytes, range: open + 1..<(close > open + 1 ? close - 1 : text.range.upperBound)))
  }

  private mutating func readGroup(_ group: TextSlice) {
    let bytes = group.bytes
    var cursor = group.range.lowerBound
    while cursor < group.range.upperBound {
      while cursor < group.range.upperBound, bytes[cursor].isSpace || bytes[cursor] == UInt8(ascii: ",") { cursor += 1 }
      let start = cursor
      var quote: UInt8?
      while cursor < group.range.upperBound {
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
      if cursor > start { readAttribute(TextSlice(bytes: bytes, range: start..<cursor)) }
    }
  }

  private mutating func readAttribute(_ word: TextSlice) {
    let rest = TextSlice(bytes: word.bytes, range: word.range.lowerBound + 1..<word.range.upperBound)
    switch word.byte(0) {
    case UInt8(ascii: "#"):
      if id == nil, !rest.isEmpty { id = rest }
    case UInt8(ascii: "."):
      let name = rest.string
      if let known = CodeRole(rawValue: name), role == nil {
        role = known
      } else if !name.isEmpty {
        attributes.append(.init(name, ""))
      }
    default:
      let equals = word.bytes.firstIndex(of: UInt8(ascii: "="), in: word.range) ?? word.range.upperBound
      var value = TextSlice(bytes: word.bytes, range: min(equals + 1, word.range.upperBound)..<word.range.upperBound)
      if let first = value.byte(0), first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"), value.range.count >= 2,
        value.byte(value.range.count - 1) == first
      {
        value.range = value.range.lowerBound + 1..<value.range.upperBound - 1
      }
      let key = word.bytes.string(word.range.lowerBound..<equals)
      if !key.isEmpty { attributes.append(.init(key, value.string)) }
    }
  }

  /// `Py` → `python`; an empty word is no language.
  static func language(_ word: TextSlice) -> String? {
    guard !word.isEmpty else { return nil }
    for known in common where word.isExactly(known) { return known.description }
    var name = word.string
    if word.range.contains(where: { word.bytes[$0].lowered != word.bytes[$0] }) {
      name = String(decoding: name.utf8.map(\.lowered), as: UTF8.self)
    }
    guard word.range.count <= 13 else { return name }
    return aliases[name] ?? name
  }

  /// Names that need no look at the aliases.
  private static let common: [StaticString] = ["python", "bash", "text", "sql", "json", "yaml", "javascript", "go"]

  /// Names that hosts take for the same language.
  private static let aliases: [String: String] = [
    "py": "python", "python3": "python", "py3": "python", "sh": "bash", "shell": "bash", "zsh": "bash",
    "js": "javascript", "mjs": "javascript", "ts": "typescript", "yml": "yaml", "md": "markdown", "rb": "ruby",
    "golang": "go", "c++": "cpp", "cxx": "cpp", "cs": "csharp", "c#": "csharp", "rs": "rust", "kt": "kotlin",
    "ps1": "powershell", "pwsh": "powershell", "docker": "dockerfile", "shell-session": "console", "txt": "text",
    "plain": "text", "plaintext": "text", "postgresql": "sql", "mysql": "sql", "objective-c": "objc",
  ]
}
