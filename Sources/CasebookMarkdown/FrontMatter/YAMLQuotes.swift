/// Puts a text in the quotes that need the least escaping.
enum YAMLQuotes {
  /// `@ann` → `"@ann"`; `say "hi"` → `'say "hi"'`; `"open` → `"open"`; `'it's'` → `"it's"`.
  static func quoting(_ text: ArraySlice<UInt8>, what: String = "value") -> YAMLProblem.Mend? {
    guard !text.isEmpty else { return nil }
    let inner = unwrapped(text)
    guard let quoted = quoted(inner) else { return nil }
    return YAMLProblem.Mend(
      description: "put the \(what) in quotes: \(Excerpt.of(0..<quoted.utf8.count, in: ArraySlice(quoted.utf8)))",
      range: text.startIndex..<text.endIndex, replacement: quoted)
  }

  /// Quotes a text of one line or, where folding keeps what is meant, of several; `nil` if that cannot be done.
  static func quoted(_ text: ArraySlice<UInt8>) -> String? {
    guard text.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0.isLineBreak }) else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    if !text.contains(UInt8(ascii: "\"")), !text.contains(UInt8(ascii: "\\")) { return "\"" + string + "\"" }
    var result = "'"
    for scalar in string.unicodeScalars {
      if scalar == "'" { result.unicodeScalars.append("'") }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  /// Takes off quotes that were meant to be round the whole: `"open`, `'it's'`, `"C:\new"`, but not `"a" and "b"`.
  private static func unwrapped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return text }
    let rest = text.dropFirst()
    guard let second = rest.firstIndex(of: quote) else { return rest }
    guard rest.last == quote else { return text }
    if second + 1 < text.endIndex, rest[second + 1] <= 0x20 || rest[second + 1] == UInt8(ascii: ",") { return text }
    return rest.dropLast()
  }
}
